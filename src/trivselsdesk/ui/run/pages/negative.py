"""The page for the negative brainstorm: turn the question round, collect, turn each, send some on."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from trivselsdesk.domain import part
from trivselsdesk.domain.agenda import Slot
from trivselsdesk.domain.commands.rows import EditFields, PutRecord, RemoveRow
from trivselsdesk.domain.commands.tools import AddLines, SendIdea, SetToolState
from trivselsdesk.domain.danish import plural, shortened
from trivselsdesk.domain.pack import Tool
from trivselsdesk.domain.plan import active_initiatives
from trivselsdesk.domain.records import Idea, Initiative, ToolState, new_id
from trivselsdesk.domain.tools import BRAINSTORM, ideas_of, own_record, own_text, sent_to, state_of
from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.run.page import Page
from trivselsdesk.ui.run.pages.idea_rows import IdeaRow, SendRow, TurnRow
from trivselsdesk.ui.run.pages.line_bar import LineBar
from trivselsdesk.ui.run.pages.turn_round import TurnRound
from trivselsdesk.ui.widgets.buttons import Button, Segmented
from trivselsdesk.ui.widgets.card import Card, ScrollArea
from trivselsdesk.ui.widgets.empty import EmptyState
from trivselsdesk.ui.widgets.fields import ChoiceField
from trivselsdesk.ui.widgets.labels import Label
from trivselsdesk.ui.widgets.row_list import ListRow, RowList, bring_into_view

_WHOLE = "whole"
"""The choice that stands for the meeting as a whole, not for one initiative."""
_SIGNS = 60


class NegativePage(Page):
    """Four separated steps, kept where they were left; the ideas belong to one initiative at a time."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        self.steps = Segmented(
            [
                ("turn", self.tr("1 Vend om"), None),
                ("collect", self.tr("2 Saml"), None),
                ("instead", self.tr("3 I stedet"), None),
                ("send", self.tr("4 Send videre"), None),
            ],
            name=self.tr("Trin i den negative brainstorm"),
        )
        self.count = Label("", "bodyStrong", "ink2")
        self.next = Button("", "tint", small=True, icon_after="arrow-r")
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.steps)
        row.addWidget(self.count)
        row.addStretch(1)
        row.addWidget(self.next)
        column.addLayout(row)
        self._stack = QStackedWidget()
        column.addWidget(self._stack, 1)
        self.turn = TurnRound()
        self.ideas, self.turned, self.measures = RowList(spacing=0), RowList(spacing=0), RowList(spacing=0)
        self._places: dict[str, QWidget] = {
            "turn": self.turn,
            "collect": _in_card(self.ideas),
            "instead": _in_card(self.turned),
            "send": _in_card(self.measures),
        }
        self.empty = EmptyState("", "", icon="bulb")
        for each in (*self._places.values(), self.empty):
            self._stack.addWidget(each)
        self.bar = LineBar(
            bridge,
            self.tr("Skriv en dårlig idé, og tryk Enter"),
            self.tr("Ny dårlig idé"),
            self.tr("Sæt på listen"),
        )
        column.addWidget(self.bar)
        self.about = ChoiceField(name=self.tr("Hvad det handler om"))
        self.about.setMinimumWidth(220)
        self._about_box = QWidget()
        about = QHBoxLayout(self._about_box)
        about.setContentsMargins(0, 0, 0, 0)
        about.addWidget(Label(self.tr("Det handler om"), "body", "ink2"))
        about.addWidget(self.about)
        self._connect()

    def _connect(self) -> None:
        self.steps.chosen.connect(self._go_to)
        self.next.clicked.connect(self._go_on)
        self.turn.written.connect(self._write_words)
        self.bar.added.connect(self.add)
        self.bar.field.left.connect(self._to_steps)
        self.about.edited.connect(self._choose_initiative)

    # Page

    def show_slot(self, programme_id: str, slot: Slot, tool: Tool) -> None:
        super().show_slot(programme_id, slot, tool)
        self.bar.open(f"draft/{programme_id}/negative")
        self._focus()

    def refresh(self) -> None:
        if self.slot is None:
            return
        book, state, step = self.book, self._state(), self.step
        self.steps.set_value(step)
        self._show_choices(state)
        ideas = ideas_of(book, book.meeting.id, state.initiative_id)
        written = [each for each in ideas if each.text.strip()]
        measures = [each for each in written if each.turned.strip()]
        about = book.find(Initiative, state.initiative_id)
        self.turn.show_questions(
            about.name.strip() if about else "",
            (self._own("question"), str(self.tool.params.get("question", ""))),
            (self._own("turned"), str(self.tool.params.get("turned", ""))),
        )
        # Only the list that is looked at: a long one takes its time.
        if step == "collect":
            self.ideas.sync([each.id for each in ideas], self._make_idea)
        elif step == "instead":
            self.turned.sync([each.id for each in written], self._make_turned)
        elif step == "send":
            self.measures.sync([each.id for each in measures], self._make_measure)
        for number, each in enumerate(ideas, start=1):
            self._show_idea(step, number, each)
        nothing = {"collect": not ideas, "instead": not written, "send": not measures}.get(step, False)
        self._stack.setCurrentWidget(self.empty if nothing else self._places[step])
        if nothing:
            self.empty.set_texts(*self._empty_words(step))
        self.bar.setVisible(step == "collect")
        self.next.setVisible(step != "send")
        self.next.set_text(self._next_words(step))
        self.count.set_text(self._count_words(step, written, measures))

    def leave(self) -> None:
        self.bar.keep_draft()

    def keep_clear(self) -> QWidget | None:
        return self.bar if self.bar.isVisible() else None

    def header_widgets(self) -> list[QWidget]:
        return [self._about_box]

    @property
    def step(self) -> str:
        """The step that is open, one of ``BRAINSTORM``."""
        return BRAINSTORM[max(0, min(self._state().shown, len(BRAINSTORM) - 1))]

    # What the user does

    def add(self, texts: list[str]) -> None:
        """Put ideas last on the list; a line that could not be saved keeps its text."""
        about = self._state().initiative_id
        records = tuple(
            Idea(
                id=new_id(),
                programme_id=self.programme_id,
                meeting_id=self.book.meeting.id,
                text=text,
                initiative_id=about,
            )
            for text in texts
        )
        if not self.bridge.run(AddLines(programme_id=self.programme_id, records=records)):
            return
        self.bar.done()
        last = self.ideas.row(records[-1].id)
        if last is not None:
            bring_into_view(last)
        if len(records) > 1:
            self.undo_toast.emit("list", self.tr("{n} linjer sat på listen").format(n=len(records)))

    def _go_to(self, step: str) -> None:
        self._store(shown=BRAINSTORM.index(step))
        self._focus()

    def _go_on(self) -> None:
        place = BRAINSTORM.index(self.step) + 1
        if place < len(BRAINSTORM):
            self._go_to(BRAINSTORM[place])

    def _choose_initiative(self, chosen: str) -> None:
        self._store(initiative_id="" if chosen == _WHOLE else chosen)

    def _store(self, **values: Any) -> None:
        state = replace(self._state(), **values)
        if not self.bridge.run(SetToolState(programme_id=self.programme_id, state=state)):
            self.refresh()

    def _write_words(self, name: str, text: str) -> None:
        record = own_record(self.programme_id, str(self.tool.params.get(name, "")), text)
        self.bridge.run(PutRecord(programme_id=self.programme_id, record=record, field="text"))

    def _write(self, idea_id: str, text: str) -> None:
        self._edit(idea_id, "text", text)

    def _write_turned(self, idea_id: str, text: str) -> None:
        self._edit(idea_id, "turned", text)

    def _edit(self, idea_id: str, field: str, value: str) -> None:
        if self.book.find(Idea, idea_id) is not None:
            self.bridge.run(
                EditFields(programme_id=self.programme_id, kind=Idea, id=idea_id, values={field: value})
            )

    def _remove(self, idea_id: str) -> None:
        found = self.book.find(Idea, idea_id)
        if found and self.bridge.run(RemoveRow(programme_id=self.programme_id, kind=Idea, id=idea_id)):
            text = shortened(found.text.strip(), _SIGNS)
            words = self.tr("Slettet: »{text}«").format(text=text) if text else self.tr("Linjen er slettet")
            self.undo_toast.emit("trash", words)

    def _send(self, idea_id: str) -> None:
        about, initiatives = self._state().initiative_id, active_initiatives(self.book)
        if about:
            self._send_to(idea_id, about)
        elif len(initiatives) == 1:
            self._send_to(idea_id, initiatives[0].id)
        elif initiatives:
            self._ask_where(idea_id, initiatives)
        else:
            self.toast.emit(
                "info",
                self.tr("Der er ingen temaer i handleplanen endnu. Vælg dem i mulighedsrummet først."),
            )

    def _ask_where(self, idea_id: str, initiatives: list[Initiative]) -> None:
        menu = QMenu(self)
        menu.setAccessibleName(self.tr("Hvilket tema?"))
        names: dict[QAction, str] = {}
        for each in initiatives:
            words = shortened(each.name.strip(), _SIGNS) or self.tr("Uden navn")
            names[menu.addAction(words.replace("&", "&&"))] = each.id
        row = self.measures.row(idea_id)
        at = row.button.mapToGlobal(QPoint(0, row.button.height())) if isinstance(row, SendRow) else None
        chosen = menu.exec(at) if at is not None else None
        menu.deleteLater()
        if chosen in names:
            self._send_to(idea_id, names[chosen])

    def _send_to(self, idea_id: str, initiative_id: str) -> None:
        idea = self.book.find(Idea, idea_id)
        sent = SendIdea(
            programme_id=self.programme_id, id=idea_id, initiative_id=initiative_id, action_id=new_id()
        )
        if idea and self.bridge.run(sent):
            text = shortened(idea.turned.strip(), _SIGNS)
            self.undo_toast.emit("flag", self.tr("Sat på handleplanen: »{text}«").format(text=text))

    # Inside

    def _state(self) -> ToolState:
        return state_of(self.book, self.book.meeting, self.tool.kind)

    def _own(self, name: str) -> str:
        return own_text(self.book, str(self.tool.params.get(name, "")))

    def _instead(self) -> str:
        return part.fill(self.book, self.pack, str(self.tool.params.get("instead", "")))

    def _show_choices(self, state: ToolState) -> None:
        initiatives = active_initiatives(self.book)
        known = {each.id for each in initiatives}
        gone = self.book.find(Initiative, state.initiative_id)
        if gone is not None and gone.id not in known:
            # A theme that is no longer chosen keeps what was thought about it.
            initiatives.append(gone)
        options = [(_WHOLE, self.tr("Det hele"))]
        options += [
            (each.id, shortened(each.name.strip(), _SIGNS) or self.tr("Uden navn")) for each in initiatives
        ]
        self.about.set_options(options)
        self.about.set_value(state.initiative_id or _WHOLE)
        self._about_box.setEnabled(len(options) > 1)

    def _show_idea(self, step: str, number: int, idea: Idea) -> None:
        lists = {"collect": self.ideas, "instead": self.turned, "send": self.measures}
        row = lists[step].row(idea.id) if step in lists else None
        if isinstance(row, IdeaRow):
            row.show_text(number, idea.text)
        elif isinstance(row, TurnRow):
            row.show_idea(idea, self._instead())
        elif isinstance(row, SendRow):
            initiative = sent_to(self.book, idea)
            row.show_idea(idea, initiative.name if initiative else None)

    def _make_idea(self, idea_id: str) -> ListRow:
        row = IdeaRow(idea_id)
        row.written.connect(self._write)
        row.removed.connect(self._remove)
        row.entered.connect(self._focus)
        return row

    def _make_turned(self, idea_id: str) -> ListRow:
        row = TurnRow(idea_id)
        row.written.connect(self._write_turned)
        row.entered.connect(self._to_next_turned)
        return row

    def _make_measure(self, idea_id: str) -> ListRow:
        row = SendRow(idea_id)
        row.sent.connect(self._send)
        return row

    def _focus(self) -> None:
        """The cursor goes where the step is worked on."""
        if self.step == "collect":
            self.bar.field.setFocus()
        elif self.step == "instead":
            rows = [row for row in self.turned.rows() if isinstance(row, TurnRow)]
            first = next((row for row in rows if not row.text.value().strip()), rows[0] if rows else None)
            if first is not None:
                first.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _to_next_turned(self, idea_id: str) -> None:
        ids = self.turned.ids()
        place = ids.index(idea_id) + 1
        row = self.turned.row(ids[place]) if place < len(ids) else None
        if isinstance(row, TurnRow):
            row.text.setFocus(Qt.FocusReason.OtherFocusReason)
            bring_into_view(row)
        else:
            self.next.setFocus(Qt.FocusReason.OtherFocusReason)

    def _to_steps(self) -> None:
        self.next.setFocus(Qt.FocusReason.TabFocusReason)

    def _next_words(self, step: str) -> str:
        return {
            "turn": self.tr("Saml dårlige idéer"),
            "collect": self.tr("Vend dem om"),
            "instead": self.tr("Send videre"),
        }.get(step, "")

    def _empty_words(self, step: str) -> tuple[str, str]:
        if step == "collect":
            return (
                self.tr("Alle dårlige idéer er gode"),
                self.tr("Skriv den første nedenfor, og tryk Enter. Vend dem først, når I har samlet."),
            )
        if step == "instead":
            return (
                self.tr("Ingen idéer at vende endnu"),
                self.tr("Saml de dårlige idéer i trin 2 først."),
            )
        return (
            self.tr("Intet at sende videre endnu"),
            self.tr("Skriv i trin 3, hvad I gør i stedet. Så kan det komme på handleplanen."),
        )

    def _count_words(self, step: str, written: list[Idea], measures: list[Idea]) -> str:
        if step == "collect" and written:
            return plural(len(written), self.tr("dårlig idé"), self.tr("dårlige idéer"))
        if step == "instead" and written:
            return self.tr("{n} af {total} vendt").format(n=len(measures), total=len(written))
        if step == "send" and measures:
            sent = sum(1 for each in measures if sent_to(self.book, each))
            return self.tr("{n} af {total} sendt").format(n=sent, total=len(measures))
        return ""


def _in_card(rows: RowList) -> QWidget:
    area = ScrollArea()
    card = Card(padding=5)
    card.body.addWidget(rows)
    area.body.addWidget(card)
    area.body.addStretch(1)
    return area
