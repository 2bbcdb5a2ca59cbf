"""Dialogs of the årshjul: an event with all that belongs to it, and the day of what stands elsewhere."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from trivselsdesk.domain.book import Book
from trivselsdesk.domain.due import kept_anchor
from trivselsdesk.domain.pack import Ring
from trivselsdesk.domain.plan import active_initiatives
from trivselsdesk.domain.records import Event, Initiative, Meeting, Milestone
from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.follow.wheel import words
from trivselsdesk.ui.widgets.dialog import Writing
from trivselsdesk.ui.widgets.fields import ChoiceField, DateField, Labelled, LineField, TextField, TimeField
from trivselsdesk.ui.widgets.name_field import NameField, names

_TITLE_ROOM = 120
_NONE = "-"
"""The first choice, which stands for no id."""


class _Dated(Writing):
    """Keeps open while a date or time cannot be read: its sentence stands below the field."""

    def half_typed(self) -> bool:
        for field in self._fields():
            field.settle()
        return any(field.text().strip() and field.property("error") for field in self._fields())

    def _fields(self) -> list[DateField | TimeField]:
        return [*self.findChildren(DateField), *self.findChildren(TimeField)]

    def accept(self) -> None:
        for field in self._fields():
            field.settle()
            if field.text().strip() and field.property("error"):
                field.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        super().accept()

    def _side_by_side(self, *fields: tuple[str, QWidget]) -> list[Labelled]:
        row = QHBoxLayout()
        row.setSpacing(12)
        made = [Labelled(title, field) for title, field in fields]
        for each in made:
            row.addWidget(each, 1, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(row)
        return made


class EventDialog(_Dated):
    """For a new event, or for one that is there. ``values`` are the fields of the record."""

    def __init__(
        self,
        bridge: Bridge,
        book: Book,
        rings: tuple[Ring, ...],
        event: Event,
        *,
        new: bool,
        parent: QWidget | None,
    ) -> None:
        super().__init__("", parent, width=620)
        heading = self.tr("Tilføj en dato") if new else self.tr("Ret datoen")
        self.setWindowTitle(heading)
        self.title.set_text(heading)
        self.body.setSpacing(8)
        self.what = LineField(
            event.title, self.tr("Hvad sker der?"), name=self.tr("Hvad"), max_length=_TITLE_ROOM
        )
        self.body.addWidget(Labelled(self.tr("Hvad"), self.what))
        self.ring = ChoiceField([(_NONE, words.outer()), *((each.id, each.title) for each in rings)])
        self.ring.set_value(event.ring or _NONE)
        self.kind = ChoiceField([(kind, words.kind_word(kind)) for kind in words.KINDS])
        self.kind.set_value(event.kind)
        self._side_by_side((self.tr("Ring"), self.ring), (self.tr("Slags"), self.kind))
        self.day = DateField(event.day, self.tr("Dato"), today=bridge.today, name=self.tr("Dato"))
        self.start = TimeField(event.start, name=self.tr("Klokken"))
        self.place = LineField(event.place, self.tr("Sted eller møde"), name=self.tr("Hvor"))
        self._side_by_side(
            (self.tr("Dato"), self.day), (self.tr("Klokken"), self.start), (self.tr("Hvor"), self.place)
        )
        months = sorted({*words.REPEATS, event.every_months})
        self.again = ChoiceField([(str(each), words.repeat_words(each)) for each in months])
        self.again.set_value(str(event.every_months))
        self.until = DateField(event.until, self.tr("Altid"), today=bridge.today, name=self.tr("Til og med"))
        self.last = DateField(
            event.held, self.tr("Ikke endnu"), today=bridge.today, name=self.tr("Sidst holdt")
        )
        _, self._until, self._last = self._side_by_side(
            (self.tr("Gentages"), self.again),
            (self.tr("Til og med"), self.until),
            (self.tr("Sidst holdt"), self.last),
        )
        initiatives = active_initiatives(book)
        own = book.find(Initiative, event.initiative_id)
        if own is not None and own not in initiatives:
            # Left out of the handleplan since: the date is about it all the same.
            initiatives.append(own)
        self._event = event
        self.about = ChoiceField(
            [
                (_NONE, self.tr("Hele arbejdspladsen")),
                *((each.id, each.name or self.tr("Uden navn")) for each in initiatives),
            ]
        )
        self.about.set_value(event.initiative_id or _NONE)
        about = Labelled(self.tr("Handler om"), self.about)
        if not initiatives:
            about.hide()
        self.body.addWidget(about)
        self.note = TextField(event.note, self.tr("Hvad skal I huske?"), min_lines=2, max_lines=4)
        self.body.addWidget(Labelled(self.tr("Note"), self.note))
        self.add_button(self.tr("Annullér"))
        self._yes = self.add_button(
            self.tr("Tilføj") if new else self.tr("Gem"), "primary", accepts=True, default=True
        )
        self.what.textChanged.connect(self._check)
        self.again.edited.connect(self._show_again)
        self._show_again()
        self._check()
        self.what.setFocus(Qt.FocusReason.OtherFocusReason)

    def values(self) -> dict[str, Any]:
        """The fields of the record."""
        months = int(self.again.value() or 0)
        return {
            "title": " ".join(self.what.value().split()),
            "ring": _id(self.ring, self._event.ring),
            "kind": self.kind.value() or self._event.kind,
            "day": self.day.value(),
            "start": self.start.value(),
            "place": self.place.value().strip(),
            "every_months": months,
            "until": self.until.value() if months else None,
            "held": self.last.value() if months else None,
            "initiative_id": _id(self.about, self._event.initiative_id),
            "note": self.note.value().strip(),
        }

    def answer_now(self) -> object:
        return self.values()

    def _show_again(self) -> None:
        again = bool(int(self.again.value() or 0))
        for each in (self._until, self._last):
            each.setEnabled(again)

    def _check(self) -> None:
        self._yes.setEnabled(bool(self.what.value().strip()))


def _id(field: ChoiceField, before: str) -> str:
    """What is chosen; what stood there before where that is none of the choices and nobody chose another."""
    return "" if field.value() == _NONE else field.value() or before


class FollowupDialog(_Dated):
    """The follow-up of an initiative: the same three fields as in the handleplan."""

    def __init__(self, bridge: Bridge, book: Book, initiative: Initiative, parent: QWidget | None) -> None:
        super().__init__(self.tr("Ret opfølgningen"), parent, width=560)
        self.add_text(
            self.tr("Det er opfølgningen på »{name}«. Den rettes også i handleplanen.").format(
                name=initiative.name[:80]
            )
        )
        self.day = DateField(initiative.followup_day, self.tr("Dato"), today=bridge.today)
        self.place = LineField(initiative.followup_place, self.tr("For eksempel personalemøde"))
        self.owner = NameField(initiative.followup_owner, self.tr("Navn"))
        self.owner.set_suggestions([*names(book), bridge.pack(book.programme.id).trio])
        self._side_by_side((self.tr("Dato"), self.day), (self.tr("Hvor"), self.place))
        self.body.addWidget(Labelled(self.tr("Hvem sørger for det"), self.owner))
        self.add_button(self.tr("Annullér"))
        self.add_button(self.tr("Gem"), "primary", accepts=True, default=True)
        self.day.setFocus(Qt.FocusReason.OtherFocusReason)
        self._book, self._anchor = book, initiative.followup_event

    def values(self) -> dict[str, Any]:
        """The fields of the initiative."""
        day = self.day.value()
        return {
            "followup_day": day,
            "followup_event": kept_anchor(self._book, self._anchor, day),
            "followup_place": self.place.value().strip(),
            "followup_owner": self.owner.value().strip(),
        }

    def answer_now(self) -> object:
        return self.values()


class DaysDialog(_Dated):
    """The day of the meeting, or the days of a milestone."""

    def __init__(self, bridge: Bridge, record: Meeting | Milestone, parent: QWidget | None) -> None:
        super().__init__(record.title, parent, width=480)
        first = record.day if isinstance(record, Meeting) else record.start
        self.day = DateField(first, self.tr("Dato"), today=bridge.today)
        self.end = DateField(
            record.end if isinstance(record, Milestone) else None, self.tr("Samme dag"), today=bridge.today
        )
        _, until = self._side_by_side((self.tr("Dato"), self.day), (self.tr("Til og med"), self.end))
        until.setVisible(isinstance(record, Milestone))
        self.add_text(
            self.tr("Opgaver, der er regnet ud fra datoen, følger med. Resten rettes under forberedelsen.")
        )
        self.add_button(self.tr("Annullér"))
        self.add_button(self.tr("Gem"), "primary", accepts=True, default=True)
        self.day.setFocus(Qt.FocusReason.OtherFocusReason)

    def days(self) -> tuple[date | None, date | None]:
        """First and last day."""
        return self.day.value(), self.end.value()

    def answer_now(self) -> object:
        return self.days()
