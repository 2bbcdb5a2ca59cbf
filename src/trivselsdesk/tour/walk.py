"""Walks through the scenes at every size and keeps what is seen."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from trivselsdesk.paths import DATA_VARIABLE
from trivselsdesk.tour.camera import Camera, studio
from trivselsdesk.tour.desks import Desks
from trivselsdesk.tour.pack_walk import PackWalk
from trivselsdesk.tour.papers import draw_all, draw_papers
from trivselsdesk.tour.screens import Scene, scenes
from trivselsdesk.tour.walls import wall_scenes

SIZES = ((1366, 768), (1440, 900), (1920, 1080))
WALL_SIZES = ((1920, 1080), (1024, 768))
"""Projectors: what most rooms have, and the old one that hangs in the ceiling."""
PICTURE_SIZE = (1440, 900)
PICTURES = {
    "01-start": "start",
    "02-forbered": "forbered",
    "03-tavle": "tavle",
    "04-mulighedsrum": "mulighedsrum",
    "07-handleplan": "handleplan",
    "16-tavle": "projektor",
}
"""Screens that the README shows, and their names there."""

Say = Callable[[str], object]


def draw(
    folder: Path,
    say: Say,
    *,
    sizes: Sequence[tuple[int, int]] = SIZES,
    theme_name: str = "",
    only: Iterable[str] = (),
) -> None:
    """Draw the screens to ``folder/WxH/name.png`` and the documents to ``folder/documents``.

    ``only``: names of the screens that are wanted; none stands for all of them, and for the
    documents. Raises OSError, and NotHere when the example is not installed.
    """
    wanted = tuple(only)
    chosen = list(sizes) or list(SIZES)
    with _studio(chosen) as (app, desks):
        for scene in _with(scenes(theme_name), wanted):
            for size in chosen:
                for name, picture in _seen(app, desks, scene, size, theme_name or "light", wanted):
                    _keep(picture, folder / f"{size[0]}x{size[1]}" / f"{name}.png", say)
        for wall in _with(wall_scenes(), wanted):
            for size in WALL_SIZES:
                for name, picture in _seen(app, desks, wall, size, "light", wanted):
                    _keep(picture, folder / f"projektor-{size[0]}x{size[1]}" / f"{name}.png", say)
        if not wanted:
            draw_papers(desks, folder / "documents", say)


def draw_pack(
    folder: Path, say: Say, wanted: str, *, sizes: Sequence[tuple[int, int]] = SIZES, theme_name: str = ""
) -> None:
    """Draw each step of a process, from a new programme to its last step, on the console and on the wall.

    ``wanted`` is the id of a process that comes along, or the folder of one's own. The pictures come to
    ``folder/WxH/name.png`` and ``folder/projektor-WxH/name.png``, the documents to ``folder/documents``.
    Raises OSError, NotHere, NoSuchPack, and PackErrors for a folder that cannot be read.
    """
    chosen = list(sizes) or list(SIZES)
    with _studio(chosen) as (app, desks):
        for number, size in enumerate(chosen):
            camera = Camera(app, desks.fresh_of(wanted), theme_name or "light")
            camera.window.resize(*size)
            key = camera.bridge.programmes()[0].id
            try:
                for stop in PackWalk(camera.window, camera.bridge, key).stops():
                    _keep(camera.look(size), folder / f"{size[0]}x{size[1]}" / f"{stop.name}.png", say)
                    if number == 0 and stop.room in ("run", "follow"):
                        wall = WALL_SIZES[0]
                        path = folder / f"projektor-{wall[0]}x{wall[1]}" / f"{stop.name}.png"
                        _keep(camera.look_at_wall(wall), path, say)
                        camera.window.resize(*size)
                if number == 0:
                    draw_all(camera.bridge, key, folder / "documents", say)
            finally:
                camera.close()


def draw_pictures(folder: Path, say: Say) -> None:
    """Draw the few pictures that the README shows. Raises as ``draw`` does."""
    wanted = tuple(PICTURES)
    with _studio([PICTURE_SIZE]) as (app, desks):
        for scene in _with(scenes("light"), wanted):
            for name, picture in _seen(app, desks, scene, PICTURE_SIZE, "light", wanted):
                _keep(picture, folder / f"{PICTURES[name]}.png", say)
        for wall in _with(wall_scenes(), wanted):
            for name, picture in _seen(app, desks, wall, WALL_SIZES[0], "light", wanted):
                _keep(picture, folder / f"{PICTURES[name]}.png", say)


def _with(every: list[Scene], wanted: tuple[str, ...]) -> list[Scene]:
    """The scenes in which a wanted screen may be seen."""
    if not wanted:
        return every
    return [
        scene for scene in every if any(name.startswith(start) for name in wanted for start in scene.names)
    ]


@contextmanager
def _studio(sizes: Sequence[tuple[int, int]]) -> Iterator[tuple[QApplication, Desks]]:
    """An application and databases that are gone afterwards; the user's own are never touched."""
    before = os.environ.get(DATA_VARIABLE)
    with tempfile.TemporaryDirectory(prefix="trivselsdesk-tour-") as name:
        os.environ[DATA_VARIABLE] = name
        desks = Desks(Path(name))
        try:
            with studio(Path(name), sizes) as app:
                yield app, desks
        finally:
            desks.close()
            if before is None:
                del os.environ[DATA_VARIABLE]
            else:
                os.environ[DATA_VARIABLE] = before


def _seen(
    app: QApplication,
    desks: Desks,
    scene: Scene,
    size: tuple[int, int],
    theme_name: str,
    wanted: tuple[str, ...],
) -> Iterator[tuple[str, QImage]]:
    """The screens of a scene. Each size has a fresh database: a walk leaves traces in it."""
    camera = Camera(app, scene.make(desks), scene.theme or theme_name)
    camera.window.resize(*size)
    try:
        for name, make_dialog in scene.play(camera):
            if not wanted or name in wanted:
                yield name, camera.look_at_wall(size) if scene.wall else camera.look(size, make_dialog)
    finally:
        camera.close()


def _keep(picture: QImage, path: Path, say: Say) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    if not picture.save(str(path)):
        raise OSError(path)
    say(str(path))
