"""The mulighedsrum in the middle of the meeting: place themes, count dots, choose what goes on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from trivselsdesk.domain.agenda import Slot
from trivselsdesk.domain.board import MatrixView, links_of, matrix_view, parked_cards
from trivselsdesk.domain.board import card as card_view
from trivselsdesk.domain.commands.cards import ChooseCard, MarkCard, PlaceCard, Unplace
from trivselsdesk.domain.commands.lifts import LiftCard
from trivselsdesk.domain.commands.notes import ParkCards
from trivselsdesk.domain.commands.rows import EditFields
from trivselsdesk.domain.danish import plural
from trivselsdesk.domain.pack import Matrix, Tool
from trivselsdesk.domain.passes import Said, asked, pass_now, said, value
from trivselsdesk.domain.people import participants
from trivselsdesk.domain.records import new_id
from trivselsdesk.ui import actions
from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.run import strength
from trivselsdesk.ui.run.editing import Editing
from trivselsdesk.ui.run.matrix.inspector import Inspector
from trivselsdesk.ui.run.matrix.places import axis_named, spots
from trivselsdesk.ui.run.matrix.view import MatrixBoard
from trivselsdesk.ui.run.page import Page
from trivselsdesk.ui.widgets.chips import Chip
from trivselsdesk.ui.widgets.empty import EmptyState
from trivselsdesk.ui.widgets.segmented import Segmented

WHOLE = "whole"
NOTHING: Said = (None, None)


class MatrixPage(Page):
    """Theme cards between two axes."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.view = MatrixBoard()
        self.view.setAccessibleName(self.tr("Mulighedsrum"))
        self.view.aloft.connect(self.aloft)
        self._empty = EmptyState(
            self.tr("Ingen temaer endnu"), self.tr("Saml sedler på tavlen først, så står de klar her.")
        )
        self._empty.hide()
        column.addWidget(self.view, 1)
        column.addWidget(self._empty, 1)
        self.inspector = Inspector(bridge)
        # In a box of its own: the room shows what it is given, and the inspector comes and goes.
        self._side = QWidget(self)
        self._side.hide()
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.addWidget(self.inspector)
        self._chosen_chip = Chip("", "ok")
        self._votes_chip = Chip("", "plain")
        self.passes = Segmented([("", "", None)], name=self.tr("Hvad taler vi om?"))
        self.passes.hide()
        self.passes.chosen.connect(self._pick_pass)
        self._picked: str | None = None
        """The pass that somebody went to; None follows the cards."""
        self._due = ""
        self._steps: list[str] = []
        self._axis = ""
        self._counts = QWidget()
        counts = QHBoxLayout(self._counts)
        counts.setContentsMargins(0, 0, 0, 0)
        counts.setSpacing(8)
        counts.addWidget(self.passes)
        counts.addWidget(self._chosen_chip)
        counts.addWidget(self._votes_chip)
        self.editing = Editing(self)
        self._slots()
        actions.on_widget(
            self.view,
            {
                "edit_card": self.edit_focused,
                "park": self.park_focused,
                "delete": self.take_down_focused,
                "move_menu": self.view.open_menu_at_focus,
                "lift": self.view.lift_by_key,
                "choose": self.toggle_chosen,
                "vote_more": self._vote_more,
                "vote_less": self._vote_less,
                "must_act": self.toggle_must_act,
            },
        )

    def _slots(self) -> None:
        self.view.placed.connect(self._placed)
        self.view.taken_down.connect(self._taken_down)
        self.view.parked.connect(self._park)
        self.view.edit_wanted.connect(self.edit_card)
        self.view.menu_wanted.connect(self.open_menu)
        self.view.choice_changed.connect(self._choice_changed)
        self.view.park_opened.connect(self._open_park)
        self.inspector.votes_changed.connect(self._set_votes)
        self.inspector.chosen_changed.connect(self._choose)
        self.inspector.must_act_changed.connect(self._mark)
        self.inspector.lift_changed.connect(self._lift)

    # Page

    @property
    def matrix(self) -> Matrix:
        """The matrix that the tool names."""
        return self.pack.matrix(str(self.tool.params["matrix"]))

    def show_slot(self, programme_id: str, slot: Slot, tool: Tool) -> None:
        self.inspector.show_pack(self.bridge.pack(programme_id))
        super().show_slot(programme_id, slot, tool)
        if not self.view.focused and self.view.cards():
            self.view.focus_card(self.view.cards()[0].id)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        view = matrix_view(self.book, self.pack, self.matrix)
        self._follow_passes(view)
        parked = parked_cards(self.book, self.pack)
        count = plural(len(parked), self.tr("seddel"), self.tr("sedler"))
        words = self.tr("{n} · vis").format(n=count) if parked else self.tr("Træk et kort herhen")
        self.view.show_view(
            view,
            {lift.id: lift.label for lift in self.pack.lifts},
            self.pack.always_act,
            (self.pack.parking_title, words),
            self._axis,
        )
        empty = not view.waiting and not view.placed
        self._empty.setVisible(empty)
        self.view.setVisible(not empty)
        self._show_counts()
        self._choice_changed(self.view.focused)

    def _follow_passes(self, view: MatrixView) -> None:
        """One axis at a time where the pack asks for it: on to the next when every card has its place."""
        due = pass_now(view)
        if due != self._due:
            self._due, self._picked = due, None
        self._axis = due if self._picked is None else self._picked
        self.passes.setVisible(bool(self.matrix.passes))
        if not self.matrix.passes:
            self._axis = ""
            return
        steps: list[tuple[str, str, str | None]] = [
            (axis, f"{number}. {axis_named(self.matrix, axis).title}", None)
            for number, axis in enumerate(self.matrix.passes, start=1)
        ]
        steps.append((WHOLE, self.tr("Hele feltet"), None))
        if [key for key, _, _ in steps] != self._steps:
            self.passes.set_options(steps)
            self._steps = [key for key, _, _ in steps]
        self.passes.set_value(self._axis or WHOLE)

    def _pick_pass(self, key: str) -> None:
        self._picked = "" if key == WHOLE else key
        self.refresh()

    def _show_counts(self) -> None:
        cards = self.view.cards()
        chosen = sum(1 for card in cards if card.chosen or card.stays)
        span = self.pack.themes
        fits = span.least <= chosen <= span.most
        self._chosen_chip.set_text(
            self.tr("{n} valgt · mål {a}–{b}").format(n=chosen, a=span.least, b=span.most)
        )
        self._chosen_chip.set_tone("prim" if fits else "warn")
        self._chosen_chip.set_icon("check" if fits else None)
        most = self.pack.votes_per_person * len(participants(self.book))
        self._votes_chip.setVisible(most > 0)
        if most:
            given = sum(card.votes for card in cards)
            self._votes_chip.set_text(self.tr("Prikker: {n} af {most}").format(n=given, most=most))
            self._votes_chip.set_tone("warn" if given > most else "sunken")

    def leave(self) -> None:
        self.editing.finish()

    def header_widgets(self) -> list[QWidget]:
        return [self._counts]

    def side_widget(self) -> QWidget | None:
        return self._side

    # What the user does

    def edit_focused(self) -> None:
        """Enter or F2: put down what is in the air, else edit the name."""
        if not self.view.drop_by_key() and self.view.focused:
            self.edit_card(self.view.focused)

    def edit_card(self, card_id: str) -> None:
        """Write a card's name."""
        self.editing.open(self.view, card_id, self.view.card_rect(card_id), 16)

    def toggle_chosen(self) -> None:
        """V: take along, or leave out."""
        if self.view.focused:
            self._choose(not self.book.card(self.view.focused).chosen)

    def toggle_must_act(self) -> None:
        """K: calls for action, or no longer."""
        if self.view.focused:
            self._mark(not card_view(self.book, self.pack, self.view.focused).must_act)

    def park_focused(self) -> None:
        """P: to the P-plads."""
        if self.view.focused:
            self._park(self.view.focused)

    def take_down_focused(self) -> None:
        """Delete: out of the field, back to the tray. Nothing is thrown away here."""
        if self.view.focused:
            self._taken_down(self.view.focused)

    def open_menu(self, card_id: str, point: QPoint) -> None:
        """Everything that can be done to a card."""
        menu = QMenu(self)
        places: dict[QAction, tuple[float, float]] = {}
        # Of a card that has its place on one axis, only the other is spoken of.
        other = "y" if self._axis == "x" else "x"
        view = self.view.shown
        known = value(said(view).get(card_id, NOTHING), other) if view is not None else None
        one = self.view.line or (self._axis if known is not None else "")
        for spot in spots(self.matrix, one):
            places[menu.addAction(self.tr("Flyt til »{place}«").format(place=spot.title))] = spot.centre
        slots: dict[QAction, Callable[[], object]] = {}
        slots[menu.addAction(self.tr("Flyt til »Ikke placeret«"))] = self.take_down_focused
        slots[menu.addAction(actions.text("park"))] = self.park_focused
        menu.addSeparator()
        choose = strength.words() if strength.offered(self, card_id) else actions.text("choose")
        slots[menu.addAction(choose)] = self.toggle_chosen
        if self.pack.always_act is not None:
            slots[menu.addAction(self.pack.always_act.label)] = self.toggle_must_act
        slots[menu.addAction(self.tr("Ret navnet"))] = self.edit_focused
        chosen = menu.exec(point)
        if chosen in places:
            self._placed(card_id, *places[chosen])
        elif chosen in slots:
            slots[chosen]()
        menu.deleteLater()

    # Inside

    def _placed(self, card_id: str, x: float, y: float) -> None:
        view = self.view.shown
        across, up = asked(view, self._axis, x, y, said(view).get(card_id, NOTHING)) if view else (x, y)
        self.bridge.run(
            PlaceCard(programme_id=self.programme_id, surface=self.matrix.id, card_id=card_id, x=across, y=up)
        )

    def _taken_down(self, card_id: str) -> None:
        self.bridge.run(
            Unplace(programme_id=self.programme_id, surface=self.matrix.id, card_id=card_id, axis=self._axis)
        )

    def _park(self, card_id: str) -> None:
        park = ParkCards(programme_id=self.programme_id, ids=(card_id,), day=self.bridge.today())
        if self.bridge.run(park):
            self.undo_toast.emit("park", self.tr("Lagt på {place}").format(place=self.pack.parking_title))

    def _choose(self, chosen: bool) -> None:
        if self.view.focused:
            done = self.bridge.run(
                ChooseCard(
                    programme_id=self.programme_id,
                    card_id=self.view.focused,
                    chosen=chosen,
                    initiative_id=new_id(),
                )
            )
            if not done:
                self._choice_changed(self.view.focused)

    def _mark(self, must_act: bool) -> None:
        card_id = self.view.focused
        if not card_id:
            return
        self.bridge.run(
            MarkCard(
                programme_id=self.programme_id, card_id=card_id, always_act=must_act, initiative_id=new_id()
            )
        )
        self._choice_changed(card_id)

    def _lift(self, lift: str) -> None:
        card = self.book.card(self.view.focused)
        if self.bridge.run(LiftCard(programme_id=self.programme_id, card_id=card.id, lift=lift)) and lift:
            self.inspector.lift_form.reason.setFocus(Qt.FocusReason.OtherFocusReason)
        self._choice_changed(card.id)

    def _set_votes(self, votes: int) -> None:
        card = self.book.card(self.view.focused)
        self.bridge.run(
            EditFields(programme_id=self.programme_id, kind=type(card), id=card.id, values={"votes": votes})
        )

    def _vote_more(self) -> None:
        if self.view.focused:
            self._set_votes(self.book.card(self.view.focused).votes + 1)

    def _vote_less(self) -> None:
        if self.view.focused:
            self._set_votes(max(0, self.book.card(self.view.focused).votes - 1))

    def _open_park(self, point: QPoint) -> None:
        cards = parked_cards(self.book, self.pack)
        if not cards:
            return
        menu = QMenu(self)
        menu.addSection(self.tr("Læg tilbage"))
        for each in cards:
            menu.addAction(each.title).setData(each.id)
        chosen = menu.exec(point)
        if chosen is not None and chosen.data():
            self.bridge.run(
                ParkCards(programme_id=self.programme_id, ids=(str(chosen.data()),), parked=False)
            )
        menu.deleteLater()

    def _choice_changed(self, card_id: str) -> None:
        self.inspector.setVisible(bool(card_id))
        if card_id:
            ways = [note.text for note in links_of(self.book, card_id)]
            self.inspector.show_card(
                self.programme_id, card_view(self.book, self.pack, card_id), self.pack, ways
            )
