"""Editors for the parts of an initiative, shared by the five questions and the SMTTE."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from trivselsdesk.domain.book import Book
from trivselsdesk.domain.commands.base import Command
from trivselsdesk.domain.commands.rows import EditFields
from trivselsdesk.domain.due import Due, words_of
from trivselsdesk.domain.pack import Choice
from trivselsdesk.domain.plan import Gap
from trivselsdesk.domain.records import Initiative
from trivselsdesk.ui import theme
from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.plan.cells import WrapField, is_blank
from trivselsdesk.ui.plan.how_line import Asked, HowLine
from trivselsdesk.ui.widgets import icons, paint
from trivselsdesk.ui.widgets.bound import Bound
from trivselsdesk.ui.widgets.fields import Labelled, TextField
from trivselsdesk.ui.widgets.fields.due import NO_DUE, DueField
from trivselsdesk.ui.widgets.flow import FlowLayout
from trivselsdesk.ui.widgets.name_field import NameField, names

_DAY_WIDE = 212
"""Room for »ons. 30. sept. 2026« and the calendar's button."""


class TextPart(QWidget):
    """One text of the initiative."""

    def __init__(
        self,
        bridge: Bridge,
        name: str,
        label: str,
        prompt: str,
        title: str,
        *,
        lines: int = 1,
        vague: tuple[str, ...] = (),
    ) -> None:
        """``vague`` holds the words that are asked »Hvordan?« about."""
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.name = name
        self.field = TextField("", prompt, min_lines=lines, max_lines=12, name=label or title)
        column.addWidget(Labelled(label, self.field) if label else self.field)
        if not label:
            column.addStretch(1)
        self._bound = Bound(bridge, self.field, Initiative, name)
        self.how_line = HowLine(bridge, vague) if vague else None
        if self.how_line is not None:
            column.addWidget(self.how_line)
            self.field.installEventFilter(self)

    def aim(self, programme_id: str, initiative_id: str) -> None:
        self._bound.aim(programme_id, initiative_id)
        self._ask_how()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self._ask_how(left=True)
        return super().eventFilter(watched, event)

    def add_words(self, words: str) -> None:
        """Put words on a line of their own below what is written, as a step that undo knows."""
        self.field.flush()
        before = self.field.value().rstrip()
        text = f"{before}\n{words}" if before else words
        self._bound.write_now(text)
        self.field.set_value(text)

    def _ask_how(self, *, left: bool = False) -> None:
        if self.how_line is not None and self._bound.record_id:
            writing = self.field.hasFocus() and not left
            key = f"Initiative:{self._bound.record_id}:{self.name}"
            self.how_line.look([Asked(key, self.field.value(), writing)])

    def focus_empty(self) -> QWidget | None:
        """Put the cursor in the field when nothing is written in it. None else."""
        if self.field.value():
            return None
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        return self.field

    def refresh(self) -> None:
        self._bound.show()
        self._ask_how()


class FollowupBound(Bound):
    """Ties a due field to the day of the follow-up and the meeting that it is at."""

    def stored(self) -> Due:
        if not self.programme_id:
            return NO_DUE
        found = self._bridge.book(self.programme_id).find(Initiative, self.record_id)
        return NO_DUE if found is None else Due(found.followup_day, "", found.followup_event)

    def _command(self, programme_id: str, record_id: str, value: Any) -> Command:
        book = self._bridge.book(programme_id)
        values: dict[str, Any] = {"followup_day": value.day, "followup_event": value.event_id}
        initiative, title = book.find(Initiative, record_id), words_of(book, replace(value, words=""))
        before = words_of(book, self.stored())
        # Where it is held goes with the meeting, unless somebody has written another place.
        if title and initiative is not None and initiative.followup_place.strip() in ("", before):
            values["followup_place"] = title
        return EditFields(programme_id=programme_id, kind=Initiative, id=record_id, values=values, fold=False)


class FollowupPart(QWidget):
    """When and where the unit looks at it again, who sees to it, and how the others hear about it."""

    def __init__(self, bridge: Bridge, prompt: str) -> None:
        super().__init__()
        self._bridge = bridge
        self._programme_id = ""
        self.day = DueField(self._book, self.tr("Dato eller møde"), today=bridge.today)
        self.day.setMinimumWidth(_DAY_WIDE)
        self.place = WrapField(self.tr("Personalemøde?"))
        self.owner = NameField("", self.tr("Navn"))
        self.news = WrapField(prompt)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self._labelled = {
            "followup_day": Labelled(self.tr("Dag"), self.day),
            "followup_place": Labelled(self.tr("Hvor?"), self.place),
            "followup_owner": Labelled(self.tr("Hvem sørger for det?"), self.owner),
            "news": Labelled(self.tr("Hvornår hører alle nyt?"), self.news),
        }
        self._across = 0
        self._lay_out(4)
        self._bounds = {
            "followup_day": FollowupBound(bridge, self.day, Initiative, "followup_day"),
            "followup_place": Bound(bridge, self.place, Initiative, "followup_place"),
            "followup_owner": Bound(bridge, self.owner, Initiative, "followup_owner"),
            "news": Bound(bridge, self.news, Initiative, "news"),
        }

    def _book(self) -> Book | None:
        return self._bridge.book(self._programme_id) if self._programme_id else None

    def minimumSizeHint(self) -> QSize:
        return QSize(360, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out(4 if self.width() >= 640 else 2)

    def _lay_out(self, across: int) -> None:
        """All in a row, or two by two where it is narrow."""
        if across == self._across:
            return
        self._across = across
        for place, labelled in enumerate(self._labelled.values()):
            self._grid.removeWidget(labelled)
            self._grid.addWidget(labelled, place // across, place % across, Qt.AlignmentFlag.AlignTop)
        for column, share in enumerate((0, 10, 10, 17) if across == 4 else (1, 1, 0, 0)):
            self._grid.setColumnStretch(column, share)

    def aim(self, programme_id: str, initiative_id: str) -> None:
        self._programme_id = programme_id
        for name, bound in self._bounds.items():
            if bound.record_id != initiative_id:
                self._labelled[name].show_error("")
            bound.aim(programme_id, initiative_id)
        self.refresh()

    def refresh(self) -> None:
        for bound in self._bounds.values():
            bound.show()
        if self._programme_id:
            group = self._bridge.pack(self._programme_id).trio
            self.owner.set_suggestions([*names(self._bridge.book(self._programme_id)), group])

    def show_gaps(self, missing: list[Gap]) -> None:
        """Mark what must be filled in."""
        words = {
            "followup_day": self.tr("Vælg en dag, hvor I følger op."),
            "followup_owner": self.tr("Skriv, hvem der sørger for det."),
        }
        found = {each.what for each in missing}
        for name, sentence in words.items():
            field = self._bounds[name].field
            half_typed = field is self.day and self.day.text() and self.day.value().day is None
            if not half_typed and not (field is self.day and self.day.unreadable()):
                self._labelled[name].show_error(sentence if name in found else "")
                field.set_error(name in found)

    def focus_empty(self) -> QWidget | None:
        """Put the cursor in the first field that nothing is written in. None when all are filled in."""
        for bound in self._bounds.values():
            field: QWidget = bound.field
            if is_blank(field):
                field.setFocus(Qt.FocusReason.OtherFocusReason)
                return field
        return None

    def focus_part(self, name: str) -> bool:
        """Put the cursor in one of the fields."""
        if name not in self._bounds:
            return False
        self._bounds[name].field.setFocus(Qt.FocusReason.OtherFocusReason)
        return True


class ChoicePart(QWidget):
    """Short answers to tick, kept together in one field of the initiative."""

    def __init__(self, bridge: Bridge, choices: tuple[Choice, ...]) -> None:
        super().__init__()
        self._bridge = bridge
        self._programme_id = self._initiative_id = ""
        flow = FlowLayout(self, spacing=8, line_spacing=4)
        self.chips: dict[str, ToggleChip] = {}
        for choice in choices:
            chip = ToggleChip(choice.id, choice.label)
            chip.flipped.connect(self._flip)
            self.chips[choice.id] = chip
            flow.addWidget(chip)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def aim(self, programme_id: str, initiative_id: str) -> None:
        self._programme_id, self._initiative_id = programme_id, initiative_id
        self.refresh()

    def refresh(self) -> None:
        ticked = self._ticked()
        for key, chip in self.chips.items():
            chip.setChecked(key in ticked)

    def _ticked(self) -> list[str]:
        if not self._programme_id:
            return []
        initiative = self._bridge.book(self._programme_id).find(Initiative, self._initiative_id)
        return initiative.efforts.split() if initiative else []

    def _flip(self, key: str) -> None:
        ticked = self._ticked()
        kept = [each for each in ticked if each != key] if key in ticked else [*ticked, key]
        self._bridge.run(
            EditFields(
                programme_id=self._programme_id,
                kind=Initiative,
                id=self._initiative_id,
                values={"efforts": " ".join(kept)},
                fold=False,
            )
        )
        self.refresh()


class ToggleChip(QAbstractButton):
    """A chip that is on, with a tick, or off."""

    flipped = Signal(str)

    def __init__(self, key: str, words: str) -> None:
        super().__init__()
        self._key, self._words, self._ring = key, words, False
        self.setCheckable(True)
        self.setText(words.replace("&", "&&"))
        self.setAccessibleName(words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._on_clicked)
        theme.notifier.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        font = theme.current().font("bodyStrong", size=15)
        # As wide ticked as not, so that nothing moves when it is pressed.
        return QSize(round(QFontMetricsF(font).horizontalAdvance(self._words)) + 46, 34)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() not in (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason):
            self._ring = paint.by_keyboard(event)
        super().focusInEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        on, rect = self.isChecked(), QRectF(self.rect())
        if self.hasFocus() and self._ring:
            paint.rounded(painter, rect, rect.height() / 2, "focusGap", "focus", paint.RING)
            rect = rect.adjusted(4, 4, -4, -4)
        fill = "primaryTint" if on else "canvas" if self.underMouse() else "surface"
        paint.rounded(painter, rect, rect.height() / 2, fill, "primary" if on else "lineStrong")
        token = "primaryInk" if on else "ink2"
        words = QRectF(self.rect())
        if on:
            icons.paint(painter, "check", token, QRectF(11, (self.height() - 16) // 2, 16, 16))
            words.adjust(32, 0, -12, 0)
        font = theme.current().font("bodyStrong", size=15)
        align = Qt.AlignmentFlag.AlignLeft if on else Qt.AlignmentFlag.AlignHCenter
        paint.text(painter, words, self._words, font, token, align)

    def _on_clicked(self) -> None:
        self.flipped.emit(self._key)


def two_columns(left: QWidget, right: QWidget) -> QHBoxLayout:
    """Two parts side by side, equally wide, from the top."""
    row = QHBoxLayout()
    row.setSpacing(12)
    row.addWidget(left, 1, Qt.AlignmentFlag.AlignTop)
    row.addWidget(right, 1, Qt.AlignmentFlag.AlignTop)
    return row
