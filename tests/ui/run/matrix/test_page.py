"""The mulighedsrum as the room uses it: place, choose, mark, lift, undo."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.desk import Desk, example_desk
from tests.ui.run.board.test_page import _move
from trivselsdesk.domain.agenda import slots
from trivselsdesk.domain.board import matrix_view
from trivselsdesk.domain.commands.cards import PlaceCard
from trivselsdesk.domain.commands.notes import ParkCards
from trivselsdesk.domain.commands.rows import EditFields
from trivselsdesk.domain.pack import Lift, Tool
from trivselsdesk.domain.plan import active_initiatives
from trivselsdesk.domain.records import Escalation, Theme
from trivselsdesk.ui.run.matrix.page import MatrixPage
from trivselsdesk.ui.widgets.chips import Chip

MATRIX = "mulighedsrum"


@pytest.fixture
def desk(tmp_path: Path, qapp: QApplication) -> Desk:
    return example_desk(tmp_path, "matrix")


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> MatrixPage:
    made = MatrixPage(desk.bridge)
    qtbot.addWidget(made)
    made.resize(904, 760)
    desk.bridge.changed.connect(made.take)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    slot = slots(desk.book, desk.book.meeting)[2]
    made.show_slot(desk.programme_id, slot, Tool(kind="matrix", params={"matrix": MATRIX}))
    return made


def theme(desk: Desk, name: str) -> Theme:
    return next(each for each in desk.book.of(Theme) if each.name == name)


def where(desk: Desk, card_id: str) -> tuple[float, float] | None:
    pack = desk.bridge.pack(desk.programme_id)
    placed = matrix_view(desk.book, pack, pack.matrix(MATRIX)).placed
    return next(((x, y) for card, x, y in placed if card.id == card_id), None)


def drag(page: MatrixPage, qtbot: QtBot, start: QPoint, end: QPoint) -> None:
    viewport = page.view.viewport()
    qtbot.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
    for part in (0.3, 1.0):
        _move(viewport, start + (end - start) * part)
    qtbot.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=end)


def test_a_card_dragged_from_the_tray_stands_where_it_was_dropped(
    page: MatrixPage, desk: Desk, qtbot: QtBot
) -> None:
    waiting = theme(desk, "Ro til at dokumentere")
    assert where(desk, waiting.id) is None
    field = page.view.field_rect()
    end = QPoint(round(field.x() + field.width() * 0.25), round(field.y() + field.height() * 0.3))
    start = page.view.card_rect(waiting.id).center().toPoint()
    drag(page, qtbot, start, end)
    x, y = where(desk, waiting.id) or (9, 9)
    assert abs(x - 0.25) < 0.08 and abs(y - 0.7) < 0.08
    desk.undo()
    assert where(desk, waiting.id) is None


def test_a_card_that_goes_while_it_is_in_the_air_is_let_go(
    page: MatrixPage, desk: Desk, qtbot: QtBot
) -> None:
    card = next(each for each in page.view.cards() if not each.must_act)
    desk.bridge.run(ParkCards(programme_id=desk.programme_id, ids=(card.id,)))
    desk.bridge.run(ParkCards(programme_id=desk.programme_id, ids=(card.id,), parked=False))
    before = where(desk, card.id)
    at = page.view.card_rect(card.id).center().toPoint()
    viewport = page.view.viewport()
    qtbot.mousePress(viewport, Qt.MouseButton.LeftButton, pos=at)
    _move(viewport, at + QPoint(60, 0))
    desk.undo()
    qtbot.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=at + QPoint(60, 0))
    desk.redo()
    assert where(desk, card.id) == before


def test_a_process_with_other_places_to_lift_to_shows_only_its_own(page: MatrixPage, desk: Desk) -> None:
    pack = desk.bridge.pack(desk.programme_id)
    other = replace(pack, lifts=(Lift(id="hr", title="HR", label="Løftes til HR"),))
    page.inspector.show_pack(other)
    assert [each.text() for each in page.inspector._lift_checks.values()] == ["Løftes til HR"]
    page.inspector.show_pack(pack)
    assert list(page.inspector._lift_checks) == [each.id for each in pack.lifts]


def test_keys_lift_move_and_put_down(page: MatrixPage, desk: Desk, qtbot: QtBot) -> None:
    card = theme(desk, "Hvem gør hvad?")
    before = where(desk, card.id)
    page.view.setFocus()
    page.view.focus_card(card.id)
    qtbot.keyClick(page.view, Qt.Key.Key_Space)
    for _ in range(3):
        qtbot.keyClick(page.view, Qt.Key.Key_Down)
    qtbot.keyClick(page.view, Qt.Key.Key_Space)
    after = where(desk, card.id)
    assert before and after and after[1] < before[1] and after[0] == before[0]


def test_escape_lets_a_lifted_card_fall_back(page: MatrixPage, desk: Desk, qtbot: QtBot) -> None:
    card = theme(desk, "Hvem gør hvad?")
    before = where(desk, card.id)
    page.view.setFocus()
    page.view.focus_card(card.id)
    qtbot.keyClick(page.view, Qt.Key.Key_Space)
    qtbot.keyClick(page.view, Qt.Key.Key_Left)
    qtbot.keyClick(page.view, Qt.Key.Key_Escape)
    assert where(desk, card.id) == before


def test_choosing_makes_the_initiative_and_leaving_out_hides_it(
    page: MatrixPage, desk: Desk, qtbot: QtBot
) -> None:
    card = theme(desk, "Flere ture ud af huset")
    page.view.focus_card(card.id)
    page.inspector.chosen.click()
    assert card.id in {each.card_id for each in active_initiatives(desk.book)}
    page.inspector.chosen.click()
    assert card.id not in {each.card_id for each in active_initiatives(desk.book)}


def test_tab_goes_from_a_lift_to_its_reason_and_its_carrier(page: MatrixPage, desk: Desk) -> None:
    page.view.focus_card(theme(desk, "Nyt system til at skrive i").id)
    inspector = page.inspector
    inspector._lift_checks["ledelse"].click()
    form = inspector.lift_form
    wanted = [*inspector._lift_checks.values(), form.reason, form.carrier]
    met, at = [], inspector.must_act.nextInFocusChain()
    while at is not inspector.must_act:
        met += [at] if at in wanted else []
        at = at.nextInFocusChain()
    assert met == wanted


def test_what_calls_for_action_stays_chosen_until_it_is_lifted(
    page: MatrixPage, desk: Desk, qtbot: QtBot
) -> None:
    card = theme(desk, "Hård tone")
    page.view.focus_card(card.id)
    page.inspector.chosen.click()
    assert theme(desk, "Hård tone").chosen
    assert page.inspector.chosen.isChecked()
    page.view.setFocus()
    qtbot.keyClick(page.view, Qt.Key.Key_P)
    assert not theme(desk, "Hård tone").parked


def test_dots_are_counted_against_what_the_room_has(page: MatrixPage, desk: Desk) -> None:
    page.view.focus_card(theme(desk, "Hvem gør hvad?").id)
    page.inspector.stepper.more.click()
    assert theme(desk, "Hvem gør hvad?").votes == 8
    words = [chip.text() for chip in page.header_widgets()[0].findChildren(Chip)]
    assert "Prikker: 24 af 24" in words


def test_an_empty_mulighedsrum_says_what_to_do(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> None:
    desk = example_desk(tmp_path, "prepare")
    page = MatrixPage(desk.bridge)
    qtbot.addWidget(page)
    page.resize(904, 760)
    page.show()
    slot = slots(desk.book, desk.book.meeting)[2]
    page.show_slot(desk.programme_id, slot, Tool(kind="matrix", params={"matrix": MATRIX}))
    assert not page.view.isVisible()
    assert page._empty.isVisible()


def test_waiting_cards_keep_room_for_their_names(page: MatrixPage, desk: Desk) -> None:
    for name in (
        "Hvem gør hvad?",
        "Travle eftermiddage",
        "Beskeder mellem stuerne",
        "Flere ture ud af huset",
    ):
        page.view.focus_card(theme(desk, name).id)
        page.take_down_focused()
    assert len(page.view.shown.waiting) >= 9  # type: ignore[union-attr]
    for card in page.view.shown.waiting:  # type: ignore[union-attr]
        item = page.view._cards[card.id]
        assert item.size.width() >= min(item.natural_width(), 168)


def test_a_card_just_dropped_can_be_taken_along_at_once(page: MatrixPage, desk: Desk, qtbot: QtBot) -> None:
    waiting = theme(desk, "Ro til at dokumentere")
    field = page.view.field_rect()
    end = QPoint(round(field.x() + field.width() * 0.25), round(field.y() + field.height() * 0.3))
    drag(page, qtbot, page.view.card_rect(waiting.id).center().toPoint(), end)
    assert page.view.focused == waiting.id
    page.inspector.chosen.click()
    assert theme(desk, "Ro til at dokumentere").chosen


@pytest.mark.parametrize("size", [(1002, 640), (904, 760), (1290, 880)])
def test_seven_cards_in_one_quarter_do_not_lie_on_each_other(
    page: MatrixPage, desk: Desk, size: tuple[int, int]
) -> None:
    page.resize(*size)
    for card in page.view.cards()[:7]:
        place = PlaceCard(programme_id=desk.programme_id, surface=MATRIX, card_id=card.id, x=0.7, y=0.7)
        assert desk.bridge.run(place)
    boxes = {
        card.id: page.view.card_rect(card.id).adjusted(1, 1, -1, -1) for card, _, _ in page.view.standing()
    }
    for a, b in combinations(boxes, 2):
        assert not boxes[a].intersects(boxes[b])
    field = page.view.field_rect()
    assert all(field.contains(box) for box in boxes.values())


def test_nine_cards_with_long_names_in_one_quarter_of_a_small_screen_are_all_read(
    page: MatrixPage, desk: Desk
) -> None:
    page.resize(1002, 590)
    names = ("Hvem gør hvad – roller og ansvar?", "Beskeder mellem stuerne", "Ro til at arbejde")
    for number, card in enumerate(page.view.cards()[:9]):
        run = desk.bridge.run
        if card.is_theme:
            values: dict[str, object] = {"name": names[number % 3]}
            assert run(EditFields(programme_id=desk.programme_id, kind=Theme, id=card.id, values=values))
        assert run(PlaceCard(programme_id=desk.programme_id, surface=MATRIX, card_id=card.id, x=0.7, y=0.7))
    standing = [card for card, x, y in page.view.standing() if x > 0.5 and y > 0.5]
    assert len(standing) >= 9
    boxes = [page.view.card_rect(card.id).adjusted(1, 1, -1, -1) for card in standing]
    assert not any(a.intersects(b) for a, b in combinations(boxes, 2))
    shown = [" ".join(page.view._cards[card.id]._lines) for card in standing]
    assert not any(each.endswith("…") for each in shown)


def test_a_long_name_is_whole_in_the_tray_and_in_the_field(page: MatrixPage, desk: Desk) -> None:
    card = theme(desk, "Hvem gør hvad?").id
    name = (
        "Beskeder og overlevering mellem stuerne, især når aftenvagten ikke når at læse det, som nogen skrev"
    )
    values: dict[str, object] = {"name": name}
    assert desk.bridge.run(EditFields(programme_id=desk.programme_id, kind=Theme, id=card, values=values))
    page.resize(1290, 880)
    item = page.view._cards[card]
    assert not any(line.endswith("…") for line in item._lines)
    page.resize(1002, 590)
    page.view.focus_card(card)
    page.take_down_focused()
    item = page.view._cards[card]
    assert item.in_tray and item.size.width() >= item.least_width()
    assert page.view._tray.size.width() >= item.pos().x() + item.size.width()


def test_a_lift_asks_why_and_who_and_is_no_wall(page: MatrixPage, desk: Desk, qtbot: QtBot) -> None:
    card = theme(desk, "Nyt system til at skrive i")
    page.view.focus_card(card.id)
    page._choice_changed(card.id)
    assert page.inspector.lift_form.isHidden()
    page.inspector._lift_checks["ledelse"].click()
    assert desk.book.get(Theme, card.id).lift == "ledelse"
    form = page.inspector.lift_form
    assert not form.isHidden() and form.carrier.value() == ""
    form.reason.setPlainText("Systemet er kommunens")
    form.carrier.setText("Birgit")
    form.carrier.textEdited.emit("Birgit")
    form.flush()
    kept = desk.book.get(Escalation, card.id)
    assert (kept.reason, kept.carrier) == ("Systemet er kommunens", "Birgit")


def test_what_calls_for_action_stays_chosen_until_somebody_carries_it(page: MatrixPage, desk: Desk) -> None:
    hard = theme(desk, "Hård tone")
    page.view.focus_card(hard.id)
    page._choice_changed(hard.id)
    page.inspector._lift_checks["med"].click()
    said: list[str] = []
    desk.bridge.refused.connect(said.append)
    page._choose(False)
    assert len(said) == 1 and "skriv, hvem der bærer det" in said[0]
    assert page.inspector.chosen.isChecked()
    assert hard.name in {each.name for each in active_initiatives(desk.book)}
    page.inspector.lift_form.carrier.setText("Trioen")
    page.inspector.lift_form.carrier.textEdited.emit("Trioen")
    page.inspector.lift_form.flush()
    page._choose(False)
    assert hard.name not in {each.name for each in active_initiatives(desk.book)}
