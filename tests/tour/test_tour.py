"""The tour shows everything at the size asked for, the same each time, and leaves the user's data alone."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

import trivselsdesk
from tests.cli.conftest import Ask, ask  # noqa: F401
from trivselsdesk import paths, tour
from trivselsdesk.documents.catalogue import DOCUMENTS
from trivselsdesk.tour.walk import PICTURES, WALL_SIZES
from trivselsdesk.ui import theme

SIZE = (1366, 768)
ROOMS = ("01-start-tom", "01-start", "02-forbered", "03-tavle", "03-sortering", "03b-tavle-moerk")
ROOMS += ("17-processen", "17-processen-egne-ord", "17-gem-som-egen")
ROOMS += ("04-mulighedsrum", "07-handleplan", "08-statuspil", "09-smtte", "13-hjaelp", "14-indstillinger")
EMPTY = ("15-tom-forbered", "15-tom-tavle", "15-tom-matrix", "15-tom-handleplan", "15-tom-statuspil")


def is_blank(picture: QImage) -> bool:
    """Whether a picture shows nothing."""
    small = picture.scaled(64, 64)
    return len({small.pixel(x, y) for x in range(64) for y in range(64)}) < 8


@pytest.fixture(scope="module")
def walked(tmp_path_factory: pytest.TempPathFactory, qapp: QApplication) -> Path:
    """A whole tour at one size."""
    folder = tmp_path_factory.mktemp("tour")
    said: list[str] = []
    tour.draw(folder, said.append, sizes=[SIZE])
    assert sorted(said) == sorted(str(each) for each in folder.rglob("*.*"))
    return folder


@pytest.mark.parametrize("size", WALL_SIZES)
def test_what_the_room_sees_is_shown(walked: Path, size: tuple[int, int]) -> None:
    pictures = [QImage(str(each)) for each in (walked / f"projektor-{size[0]}x{size[1]}").iterdir()]
    assert len(pictures) > 20
    assert {(each.width(), each.height()) for each in pictures} == {size}
    assert not any(is_blank(each) for each in pictures)


@pytest.mark.parametrize("name", [*ROOMS, *EMPTY])
def test_every_room_is_shown(walked: Path, name: str) -> None:
    picture = QImage(str(walked / f"{SIZE[0]}x{SIZE[1]}" / f"{name}.png"))
    assert (picture.width(), picture.height()) == SIZE
    assert not is_blank(picture)


def test_no_two_screens_look_alike(walked: Path) -> None:
    pictures = [each.read_bytes() for each in (walked / "1366x768").iterdir()]
    assert len(set(pictures)) == len(pictures)


def test_every_document_is_printed(walked: Path) -> None:
    # What the process of the example does not have is drawn in the walk of its own.
    made = [each for each in DOCUMENTS if (walked / "documents" / f"{each.id}.pdf").exists()]
    assert {each.id for each in made} >= {
        "drejebog",
        "invitation",
        "procesguide",
        "referat",
        "statuspil",
        "apv",
    }
    for each in made:
        pages = PdfReader(walked / "documents" / f"{each.id}.pdf").pages
        assert "Børnehuset Kastanjen" in pages[0].extract_text()
        for number in range(1, len(pages) + 1):
            assert not is_blank(QImage(str(walked / "documents" / f"{each.id}-{number}.png")))


def test_it_leaves_no_trace(qapp: QApplication, tmp_path: Path, data_folder: Path) -> None:
    tour.draw(tmp_path / "out", str, sizes=[SIZE], theme_name="dark", only=["08-statuspil"])
    assert not data_folder.exists()
    assert paths.data_dir() == data_folder
    assert theme.current().name == "light"
    assert [each for each in QApplication.topLevelWidgets() if each.isVisible()] == []


def test_the_dark_tour_is_dark(qapp: QApplication, tmp_path: Path) -> None:
    tour.draw(tmp_path, str, sizes=[(1440, 900)], theme_name="dark", only=["02-forbered"])
    picture = QImage(str(tmp_path / "1440x900" / "02-forbered.png"))
    assert picture.pixelColor(20, 890).lightness() < 80
    assert not (tmp_path / "documents").exists()


def test_a_process_that_is_not_here(qapp: QApplication, tmp_path: Path) -> None:
    with pytest.raises(tour.NoSuchPack):
        tour.draw_pack(tmp_path, str, "findes-ikke")


def start(folder: Path, *words: str, **more: str) -> subprocess.CompletedProcess[str]:
    """The real program, as a user without a screen starts it."""
    kept = {key: value for key, value in os.environ.items() if key not in ("DISPLAY", "QT_QPA_PLATFORM")}
    more |= {
        "PYTHONPATH": str(Path(trivselsdesk.__file__).parents[1]),
        "TRIVSELSDESK_DATA": str(folder / "data"),
    }
    command = [sys.executable, "-m", "trivselsdesk", *words]
    return subprocess.run(command, capture_output=True, text=True, env=kept | more)


def test_the_same_each_time_and_silent_beside_its_lines(tmp_path: Path) -> None:
    seen = []
    # Python gives words another order in each process, and so might we.
    for seed in ("1", "2"):
        folder = tmp_path / seed
        ran = start(tmp_path, "tour", "--pictures", str(folder), PYTHONHASHSEED=seed)
        assert (ran.returncode, ran.stderr) == (0, "")
        assert len(ran.stdout.splitlines()) == len(PICTURES)
        seen.append({each.name: each.read_bytes() for each in folder.iterdir()})
    assert set(seen[0]) == {f"{name}.png" for name in PICTURES.values()}
    assert seen[0] == seen[1]


def test_a_folder_that_cannot_be_made(ask: Ask, qapp: QApplication, tmp_path: Path) -> None:  # noqa: F811
    (tmp_path / "file").write_text("")
    answer = ask("tour", "--out", str(tmp_path / "file" / "out"), "--sizes", "800x600")
    assert answer.code == 1 and "Vælg en anden mappe" in answer.err and "Traceback" not in answer.err
