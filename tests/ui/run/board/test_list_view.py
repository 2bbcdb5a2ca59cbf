"""The board as a list: everything that the board can do, in rows."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QModelIndex, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QAccessible, QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.desk import example_desk
from trivselsdesk.domain.board import board_view
from trivselsdesk.ui import actions, theme
from trivselsdesk.ui.run.board.list_places import RowLift, place_now, places
from trivselsdesk.ui.run.board.list_rows import Rows
from trivselsdesk.ui.run.board.list_view import BoardList
from trivselsdesk.ui.surface.model import LOOSE, Group, Tile, ZoneModel
from trivselsdesk.ui.surface.targets import Target
from trivselsdesk.ui.surface.zones import board_zones

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
LONG = "Telefonen ringer midt i samlingen, og så går der en halv time, før vi er tilbage. " * 120


def tile(number: int, text: str = "") -> Tile:
    look, mark = ("pink", "Trio") if number % 4 == 3 else ("yellow", "")
    return Tile(f"n{number}", text or f"Seddel {number} på æøå", look, mark)


def zone(zone_id: str, title: str, *groups: Group) -> ZoneModel:
    return ZoneModel(zone_id, title, "hvad vi vil", "good", "plus", groups, "Skriv den første seddel.")


def group(group_id: str, *numbers: int) -> Group:
    return Group(group_id, f"Tema {group_id}", tuple(tile(n) for n in numbers))


def loose(zone_id: str, *numbers: int, title: str = "Uden tema") -> Group:
    return Group(f"{LOOSE}{zone_id}", title, tuple(tile(n) for n in numbers))


ZONES = (
    zone("godt", "Fungerer godt", group("a", 0, 1, 2), group("b", 3), loose("godt", 4, 5)),
    zone("mindre", "Fungerer mindre godt", loose("mindre", 6, 7, 8, title="")),
    zone("nyt", "Skal vi prøve"),
)


class Heard:
    """What a list has asked for."""

    def __init__(self, made: BoardList) -> None:
        self.said: list[tuple[object, ...]] = []
        made.landed.connect(lambda ids, target: self.said.append(("landed", ids, target)))
        made.group_landed.connect(lambda gid, target: self.said.append(("group", gid, target)))
        made.edit_wanted.connect(lambda each: self.said.append(("edit", each)))
        made.rename_wanted.connect(lambda each: self.said.append(("rename", each)))
        made.menu_wanted.connect(lambda _point: self.said.append(("menu", made.acting())))


@pytest.fixture
def shown(qapp: QApplication, qtbot: QtBot) -> BoardList:
    made = BoardList()
    qtbot.addWidget(made)
    made.resize(900, 640)
    made.show_zones(ZONES)
    made.show()
    made.activateWindow()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    return made


@pytest.fixture
def heard(shown: BoardList) -> Heard:
    return Heard(shown)


def go_to(shown: BoardList, qtbot: QtBot, text: str) -> None:
    """With the arrow keys, as somebody without a mouse."""
    qtbot.keyClick(shown, Qt.Key.Key_Home)
    for _ in range(40):
        if shown.currentIndex().data() == text:
            return
        qtbot.keyClick(shown, Qt.Key.Key_Down)
    raise AssertionError(text)


def lines(shown: BoardList) -> list[str]:
    """The rows from top to bottom as they are read aloud."""
    found, index = [], shown.model().index(0, 0)
    while index.isValid():
        found.append(str(index.data(Qt.ItemDataRole.AccessibleTextRole)))
        index = shown.indexBelow(index)
    return found


def middle(box: QRectF) -> QPoint:
    return box.center().toPoint()


def drag(shown: BoardList, start: QPoint, end: QPoint, *, drop: bool = True) -> None:
    viewport = shown.viewport()

    def send(kind: QEvent.Type, at: QPoint, button: Qt.MouseButton, held: Qt.MouseButton) -> None:
        place = QPointF(at)
        plain = Qt.KeyboardModifier.NoModifier
        event = QMouseEvent(kind, place, viewport.mapToGlobal(place), button, held, plain)
        QApplication.sendEvent(viewport, event)

    send(QEvent.Type.MouseButtonPress, start, LEFT, LEFT)
    for share in (0.3, 0.7, 1.0):
        send(QEvent.Type.MouseMove, start + (end - start) * share, NONE, LEFT)
    if drop:
        send(QEvent.Type.MouseButtonRelease, end, LEFT, NONE)


def test_the_example_is_read_aloud_with_zone_theme_note_and_origin(
    tmp_path: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    desk = example_desk(tmp_path)
    pack = desk.bridge.pack(desk.programme_id)
    made = BoardList()
    qtbot.addWidget(made)
    made.show_zones(board_zones(board_view(desk.book, pack.board("hverdag")), pack))
    read = lines(made)
    assert read[0] == "Felt: Fungerer godt, Noget vi vil bevare · 12 sedler"
    assert read[1] == "Tema: Vi hjælper hinanden, 4 sedler"
    assert "Kolleger springer til, når en stue er presset – Gul" in read
    assert "Samarbejdet scorer højt i målingen – Trio" in read
    assert any(line.endswith("– Trio, kræver handling") for line in read)
    assert len([line for line in read if "– Gul" in line or "– Trio" in line]) == 24
    made.grab()


def test_an_empty_zone_says_what_to_do(shown: BoardList) -> None:
    assert lines(shown)[-1] == "Skriv den første seddel."
    assert shown.acting() == ()


def test_arrows_walk_and_shift_takes_several(shown: BoardList, qtbot: QtBot) -> None:
    go_to(shown, qtbot, "Seddel 1 på æøå")
    assert shown.focused == "n1" and shown.acting() == ("n1",)
    qtbot.keyClick(shown, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert shown.chosen == ("n1", "n2")
    shown.choose_all()
    assert shown.chosen == tuple(f"n{n}" for n in range(9))
    qtbot.keyClick(shown, Qt.Key.Key_Escape)
    assert shown.chosen == ()


def test_ctrl_click_adds_and_keeps_the_order_of_choosing(shown: BoardList, qtbot: QtBot) -> None:
    told: list[tuple[str, ...]] = []
    shown.choice_changed.connect(lambda: told.append(shown.chosen))
    for number, keys in ((5, Qt.KeyboardModifier.NoModifier), (1, Qt.KeyboardModifier.ControlModifier)):
        qtbot.mouseClick(shown.viewport(), LEFT, keys, middle(shown.tile_rect(f"n{number}")))
    assert shown.chosen == ("n5", "n1")
    assert told[-1] == ("n5", "n1")


def test_choice_focus_scroll_and_closed_themes_outlive_a_change(shown: BoardList, qtbot: QtBot) -> None:
    many = zone("godt", "Fungerer godt", group("a", *range(100)), group("b", 200), loose("godt", 201))
    shown.show_zones([many, *ZONES[2:]])
    shown.toggle("group:b")
    shown.choose(["n60", "n61"])
    shown.verticalScrollBar().setValue(2000)
    before = shown.rect_of("tile:n60").top()
    fewer = group("a", *(n for n in range(100) if n not in (3, 61)))
    more = replace(many, groups=(fewer, group("b", 200), loose("godt", 201, 202)))
    shown.show_zones([more, *ZONES[2:]])
    assert shown.chosen == ("n60",)
    assert shown.rect_of("tile:n60").top() == before
    assert "Seddel 200 på æøå – Gul" not in lines(shown)
    assert shown.focused == "n62", "the next one takes over from the note that is gone"


def test_a_note_that_moves_keeps_the_focus(shown: BoardList) -> None:
    shown.choose(["n1"])
    moved = replace(ZONES[0], groups=(group("a", 0, 2), group("b", 3, 1), loose("godt", 4, 5)))
    shown.show_zones([moved, *ZONES[1:]])
    assert shown.focused == "n1" and shown.chosen == ("n1",)
    assert shown.tile_ids()[:4] == ["n0", "n2", "n3", "n1"]


def test_space_and_arrows_move_a_note_and_space_puts_it_down(
    shown: BoardList, heard: Heard, qtbot: QtBot
) -> None:
    actions.on_widget(shown, {"lift": shown.lift_by_key})
    go_to(shown, qtbot, "Seddel 1 på æøå")
    qtbot.keyClick(shown, Qt.Key.Key_Space)
    assert shown.carrying
    qtbot.keyClick(shown, Qt.Key.Key_Down)
    qtbot.keyClick(shown, Qt.Key.Key_Space)
    assert not shown.carrying
    assert heard.said == [("landed", ("n1",), Target("group", "godt", "a", index=2))]


def test_sideways_leads_to_the_next_theme_and_zone(shown: BoardList, heard: Heard, qtbot: QtBot) -> None:
    for steps, place in enumerate(
        (
            Target("group", "godt", "b", index=0),
            Target("zone", "godt", index=0),
            Target("zone", "mindre", index=0),
            Target("zone", "nyt", index=0),
        ),
        start=1,
    ):
        shown.choose(["n0"])
        shown.lift_by_key()
        for _ in range(steps):
            qtbot.keyClick(shown, Qt.Key.Key_Right)
        shown.grab()
        qtbot.keyClick(shown, Qt.Key.Key_Return)
        assert heard.said[-1] == ("landed", ("n0",), place)


def test_escape_and_leaving_put_it_back(shown: BoardList, heard: Heard, qtbot: QtBot) -> None:
    shown.choose(["n0"])
    shown.lift_by_key()
    qtbot.keyClick(shown, Qt.Key.Key_Escape)
    assert not shown.carrying and shown.chosen == ("n0",)
    shown.lift_by_key()
    shown.clearFocus()
    assert not shown.carrying
    shown.setFocus()
    shown.lift_by_key()
    shown.show_zones(ZONES[1:])
    assert not shown.carrying and heard.said == []


def test_letters_are_dead_while_something_is_in_the_air(shown: BoardList, qtbot: QtBot) -> None:
    parked: list[bool] = []
    kept = [lambda: parked.append(True)]
    actions.on_widget(shown, {"park": kept[0], "delete": kept[0]})
    shown.choose(["n0"])
    shown.lift_by_key()
    qtbot.keyClick(shown, Qt.Key.Key_P)
    qtbot.keyClick(shown, Qt.Key.Key_Delete)
    assert not parked and shown.carrying
    qtbot.keyClick(shown, Qt.Key.Key_Escape)
    qtbot.keyClick(shown, Qt.Key.Key_P)
    assert parked


def test_the_p_plads_is_the_last_place(shown: BoardList, heard: Heard, qtbot: QtBot) -> None:
    shown.outside = lambda _point: None
    shown.choose(["n8"])
    shown.lift_by_key()
    for _ in range(9):
        qtbot.keyClick(shown, Qt.Key.Key_Down)
    shown.grab()
    qtbot.keyClick(shown, Qt.Key.Key_Return)
    assert heard.said == [("landed", ("n8",), Target("park"))]


def test_a_theme_is_renamed_parked_moved_and_merged_by_keys(
    shown: BoardList, heard: Heard, qtbot: QtBot
) -> None:
    dead = [lambda: heard.said.append(("page", shown.acting()))]
    actions.on_widget(
        shown,
        {
            "edit_card": dead[0],
            "park": dead[0],
            "delete": dead[0],
            "ungroup": dead[0],
            "lift": shown.lift_by_key,
        },
    )
    go_to(shown, qtbot, "Tema a")
    assert shown.focused_group == "a" and shown.focused == "" and shown.is_group("a")
    qtbot.keyClick(shown, Qt.Key.Key_Return)
    qtbot.keyClick(shown, Qt.Key.Key_P)
    qtbot.keyClick(shown, Qt.Key.Key_G, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(shown, Qt.Key.Key_Delete)
    inside = ("n0", "n1", "n2")
    assert heard.said == [("rename", "a"), ("group", "a", Target("park")), ("page", inside), ("page", inside)]
    heard.said.clear()
    for steps in (1, 2, 4):
        qtbot.keyClick(shown, Qt.Key.Key_Space)
        for _ in range(steps):
            qtbot.keyClick(shown, Qt.Key.Key_Down)
        shown.grab()
        qtbot.keyClick(shown, Qt.Key.Key_Space)
    assert heard.said == [
        ("group", "a", Target("zone", "godt", index=1)),
        ("group", "a", Target("zone", "mindre", index=0)),
        ("group", "a", Target("group", "godt", "b")),
    ]


def test_enter_on_a_note_is_the_pages_and_on_a_zone_closes_it(
    shown: BoardList, heard: Heard, qtbot: QtBot
) -> None:
    edited: list[str] = []
    kept = [lambda: edited.append(shown.focused)]
    actions.on_widget(shown, {"edit_card": kept[0]})
    go_to(shown, qtbot, "Seddel 3 på æøå")
    qtbot.keyClick(shown, Qt.Key.Key_Return)
    assert edited == ["n3"]
    qtbot.keyClick(shown, Qt.Key.Key_Home)
    qtbot.keyClick(shown, Qt.Key.Key_Return)
    assert edited == ["n3"] and lines(shown)[1].startswith("Felt: Fungerer mindre godt")
    assert shown.tile_rect("n3").height() > 0, "a note that somebody asks for is brought to light"
    assert "Tema: Tema b, 1 seddel" in lines(shown)


def test_the_menu_key_and_the_dots_ask_for_a_menu(shown: BoardList, heard: Heard, qtbot: QtBot) -> None:
    actions.on_widget(shown, {"move_menu": shown.open_menu_here})
    go_to(shown, qtbot, "Tema a")
    qtbot.keyClick(shown, Qt.Key.Key_M)
    assert heard.said == [("menu", ("n0", "n1", "n2"))]
    dots = QPoint(shown.viewport().width() - 20, middle(shown.tile_rect("n4")).y())
    qtbot.mouseClick(shown.viewport(), LEFT, pos=dots)
    assert heard.said[-1] == ("menu", ("n4",))


def test_dragging_to_a_theme_and_onto_a_loose_note(shown: BoardList, heard: Heard) -> None:
    drag(shown, middle(shown.tile_rect("n4")), middle(shown.tile_rect("n0")) - QPoint(0, 14))
    assert heard.said[-1] == ("landed", ("n4",), Target("group", "godt", "a", index=0))
    drag(shown, middle(shown.tile_rect("n4")), middle(shown.tile_rect("n5")))
    assert heard.said[-1] == ("landed", ("n4",), Target("tile", "godt", tile="n5"))
    shown.choose(["n0", "n2"])
    drag(shown, middle(shown.tile_rect("n0")), middle(shown.tile_rect("n7")) + QPoint(0, 18))
    assert heard.said[-1] == ("landed", ("n0", "n2"), Target("zone", "mindre", index=2))
    drag(shown, middle(shown.group_rect("a")), middle(shown.group_rect("b")))
    assert heard.said[-1] == ("group", "a", Target("group", "godt", "b"))
    drag(shown, middle(shown.group_rect("b")), shown.group_rect("a").topLeft().toPoint() + QPoint(40, 1))
    assert heard.said[-1] == ("group", "b", Target("zone", "godt", index=0))
    below = middle(shown.tile_rect("n3")) + QPoint(0, 12)
    drag(shown, middle(shown.group_rect("a")), below)
    assert heard.said[-1] == ("group", "a", Target("zone", "godt", index=1))


def test_a_drag_can_be_taken_back_and_a_click_is_no_drag(
    shown: BoardList, heard: Heard, qtbot: QtBot
) -> None:
    drag(shown, middle(shown.tile_rect("n4")), middle(shown.tile_rect("n0")), drop=False)
    assert shown.carrying
    shown.grab()
    qtbot.keyClick(shown, Qt.Key.Key_Escape)
    assert not shown.carrying
    qtbot.mouseClick(shown.viewport(), LEFT, pos=middle(shown.tile_rect("n2")))
    assert heard.said == [] and shown.chosen == ("n2",)
    qtbot.mouseDClick(shown.viewport(), LEFT, pos=middle(shown.tile_rect("n2")))
    assert ("edit", "n2") in heard.said


@pytest.mark.parametrize(
    "text", [LONG, "x" * 10_000, "مرحبا بالعالم " * 60, "🎉 👩🏽‍🏫 " * 80, "en\nto\ntre"]
)
def test_any_text_is_shown_whole(shown: BoardList, restore_theme: QApplication, text: str) -> None:
    one = replace(ZONES[1], groups=(Group(f"{LOOSE}mindre", "", (tile(6, text), tile(7))),))
    shown.show_zones([one])
    assert shown.rect_of("tile:n6").bottom() == shown.rect_of("tile:n7").top()
    height = shown.rect_of("tile:n6").height()
    assert height > 80
    assert QRectF(shown.viewport().rect()).contains(shown.tile_rect("n6")), "room to write in"
    for name in ("dark", "light"):
        theme.apply(restore_theme, name)
        shown.grab()
    shown.zoom_in()
    assert shown.rect_of("tile:n6").height() > height
    shown.reset_zoom()
    assert shown.rect_of("tile:n6").height() == height


def test_rows_are_large_enough_for_a_finger(shown: BoardList) -> None:
    for each in shown.tile_ids():
        assert shown.rect_of(f"tile:{each}").height() >= 40
    assert shown.rect_of("group:a").height() >= 40


def test_five_thousand_notes(shown: BoardList) -> None:
    many = [zone("godt", "Fungerer godt", group("a", *range(2500)), loose("godt", *range(2500, 5000)))]
    shown.show_zones(many)
    shown.choose(["n4999"])
    assert shown.viewport().rect().contains(middle(shown.tile_rect("n4999")))
    shown.choose_all()
    assert len(shown.chosen) == 5000


def test_screen_readers_find_a_tree_with_named_rows(shown: BoardList) -> None:
    found = QAccessible.queryAccessibleInterface(shown)
    assert found.text(QAccessible.Text.Name) == "Tavlen som liste"
    assert found.role() == QAccessible.Role.Tree
    names = {found.child(n).text(QAccessible.Text.Name) for n in range(found.childCount())}
    assert "Seddel 3 på æøå – Trio" in names and "Tema: Tema a, 3 sedler" in names


@st.composite
def boards(draw: st.DrawFn) -> list[ZoneModel]:
    numbers = draw(st.lists(st.integers(0, 14), unique=True))
    lots: dict[tuple[str, str], list[int]] = {}
    for number in numbers:
        where = draw(st.sampled_from([("x", "a"), ("x", "b"), ("x", ""), ("y", "c"), ("y", "")]))
        lots.setdefault(where, []).append(number)
    made = []
    for zone_id in draw(st.permutations(["x", "y"])):
        themes = draw(st.permutations([key[1] for key in lots if key[0] == zone_id and key[1]]))
        groups = [group(each, *lots[zone_id, each]) for each in themes]
        rest = lots.get((zone_id, ""), [])
        if rest:
            groups.append(loose(zone_id, *rest, title="Uden tema" if groups else ""))
        made.append(zone(zone_id, zone_id, *groups))
    return made[: draw(st.integers(0, 2))]


def outline(rows: Rows, parent: QModelIndex) -> list[object]:
    found: list[object] = []
    for number in range(rows.rowCount(parent)):
        index = rows.index(number, 0, parent)
        row = rows.row_at(index)
        assert row is not None and rows.index_of(row.key) == index and index.data() == row.text
        assert index.data(Qt.ItemDataRole.AccessibleTextRole) == row.spoken
        found.append((row.key, row.spoken, outline(rows, index)))
    return found


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150, deadline=None)
@given(st.lists(boards(), min_size=2, max_size=5))
def test_whatever_changes_the_rows_are_those_of_the_board(
    qapp: QApplication, shown_one_after_another: list[list[ZoneModel]]
) -> None:
    kept = Rows()
    for each in shown_one_after_another:
        kept.show_zones(each)
        fresh = Rows()
        fresh.show_zones(each)
        assert outline(kept, QModelIndex()) == outline(fresh, QModelIndex())


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(boards(), st.data())
def test_every_place_can_be_reached_and_no_place_comes_twice(
    made: list[ZoneModel], data: st.DataObject
) -> None:
    ids = [each.id for one in made for lot in one.groups for each in lot.tiles]
    held = set(data.draw(st.lists(st.sampled_from(ids), min_size=1, unique=True))) if ids else set()
    ways = places(made, held, "", park=True)
    assert len(set(ways)) == len(ways)
    start = place_now(made, held, "")
    assert (start in ways) == bool(held)
    lift = RowLift(ways, start)
    for _ in ways:
        lift.step(-1)
    reached = [lift.target]
    for _ in ways[1:]:
        lift.step(1)
        reached.append(lift.target)
    assert reached == ways
    lots = [lift.target]
    for _ in ways:
        lift.jump(-1)
        lots.append(lift.target)
    assert lots[-1] == ways[0]
