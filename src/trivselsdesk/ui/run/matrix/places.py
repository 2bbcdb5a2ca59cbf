"""The places of the mulighedsrum in words: the four corners, or the two ends of one axis."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from trivselsdesk.domain.board import corner_of
from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.pack import Axis, Matrix

_CENTRES = {"tl": (0.25, 0.75), "tr": (0.75, 0.75), "bl": (0.25, 0.25), "br": (0.75, 0.25)}
_ENDS = {"l": (0.25, 0.5), "r": (0.75, 0.5), "b": (0.5, 0.25), "t": (0.5, 0.75)}


def _tr(text: str) -> str:
    return QCoreApplication.translate("MatrixPlaces", text)


@dataclass(frozen=True)
class Spot:
    """One of the places. ``key`` is a corner ``tl tr bl br`` or an end ``l r b t``."""

    key: str
    title: str
    text: str
    centre: tuple[float, float]


def spots(matrix: Matrix, line: str) -> list[Spot]:
    """The corners that the pack names; with ``line`` the two ends of that axis."""
    if not line:
        return [Spot(key, each.title, each.text, _CENTRES[key]) for key, each in matrix.corners.items()]
    return [_end(matrix, line, key) for key in ("lr" if line == "x" else "bt")]


def spot_at(matrix: Matrix, x: float, y: float, line: str) -> Spot:
    """The place that a point lies in. A corner without meaning has no words."""
    key = spot_key(x, y, line)
    found = next((each for each in spots(matrix, line) if each.key == key), None)
    return found or Spot(key, "", "", _CENTRES.get(key, (0.5, 0.5)))


def spot_key(x: float, y: float, line: str) -> str:
    """Its key alone."""
    if line == "x":
        return "r" if x >= 0.5 else "l"
    if line == "y":
        return "t" if y >= 0.5 else "b"
    return corner_of(x, y)


def axis_named(matrix: Matrix, axis: str) -> Axis:
    """The axis ``x`` or ``y``."""
    return matrix.x if axis == "x" else matrix.y


def _end(matrix: Matrix, line: str, key: str) -> Spot:
    axis = axis_named(matrix, line)
    words = _tr("{axis}: {end}").format(axis=axis.title, end=axis.last if key in "rt" else axis.first)
    return Spot(key, words, "", _ENDS[key])
