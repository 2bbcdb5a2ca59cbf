"""The theme: tokens in, one look for the whole application out."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication

from trivselsdesk import paths
from trivselsdesk.ui import theme
from trivselsdesk.ui.widgets import icons
from trivselsdesk.ui.widgets.labels import Label

UI = Path(theme.__file__).parent


def test_every_theme_has_every_colour(qapp: QApplication) -> None:
    names = {frozenset(theme.get(name).colors()) for name in theme.NAMES}
    assert len(names) == 1
    assert all(theme.get(name).color(token).isValid() for name in theme.NAMES for token in next(iter(names)))


def test_lato_is_found_in_every_weight(qapp: QApplication) -> None:
    for role in ("body", "bodyStrong", "note", "title", "timer", "projector.instruction"):
        assert QFontInfo(theme.current().font(role)).family().startswith("Lato")
    assert theme.current().font("projector.instruction").pixelSize() == 50


@pytest.mark.parametrize("name", theme.NAMES)
def test_a_theme_reaches_the_application_without_complaints(
    restore_theme: QApplication, name: str, qtlog: object
) -> None:
    theme.apply(restore_theme, name)
    assert theme.current().name == name
    assert restore_theme.palette().color(QPalette.ColorRole.Window) == QColor(theme.get(name).hex("canvas"))
    messages = [record.message for record in qtlog.records]  # type: ignore[attr-defined]
    assert not [text for text in messages if "style" in text.lower()]


def test_labels_change_colour_with_the_theme(restore_theme: QApplication) -> None:
    label = Label("Åbent hus", token="primary")
    theme.apply(restore_theme, "dark")
    assert label.palette().color(QPalette.ColorRole.WindowText) == theme.get("dark").color("primary")


def test_no_motion_when_the_user_wants_none(qapp: QApplication) -> None:
    theme.set_reduced_motion(False)
    assert theme.current().motion("snap") == 160
    theme.set_reduced_motion(True)
    assert theme.current().motion("snap") == 0
    assert theme.current().duration("toastStay") == 8000


def test_shadows_are_read_from_the_tokens(qapp: QApplication) -> None:
    offset, blur, color = theme.current().shadow("lifted")
    assert (offset, blur, color.red()) == (6, 14, 20)
    assert color.alphaF() == pytest.approx(0.28, abs=0.01)


def test_a_misspelt_token_is_an_error() -> None:
    with pytest.raises(KeyError):
        theme.get("light").color("inkk")


def test_every_icon_draws_something_in_the_asked_colour(qapp: QApplication) -> None:
    for path in sorted((paths.resource_dir() / "icons").glob("*.svg")):
        image = icons.pixmap(path.stem, "must", 24, 1.0).toImage()
        drawn = [image.pixelColor(x, y) for x in range(24) for y in range(24)]
        solid = [color for color in drawn if color.alpha() == 255]
        assert solid, path.name
        assert QColor(theme.current().hex("must")) in solid, path.name


def test_an_icon_that_is_not_there_is_a_note(qapp: QApplication) -> None:
    assert icons.pixmap("findes_ikke", "ink").toImage() == icons.pixmap("note", "ink").toImage()


def test_colours_are_typed_in_the_tokens_only() -> None:
    typed = re.compile(r"[\"' :]#[0-9A-Fa-f]{6}\b")
    assert [path.name for path in UI.rglob("*.py") if typed.search(path.read_text(encoding="utf-8"))] == []
