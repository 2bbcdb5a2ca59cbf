"""A widget for each thing that is listed, kept in step with what there is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

Shown = TypeVar("Shown", bound=QWidget)


def bring_into_line(
    held: dict[str, Shown],
    wanted: Sequence[str],
    column: QVBoxLayout,
    make: Callable[[str], Shown],
    first: int = 0,
) -> None:
    """Have one widget for each key of ``wanted`` in ``column``, in that order, ``first`` places from its top.

    Widgets that are there already stay, with the keyboard and what is typed in them.
    """
    for key in set(held) - set(wanted):
        gone = held.pop(key)
        column.removeWidget(gone)
        gone.hide()
        gone.deleteLater()
    for place, key in enumerate(wanted, start=first):
        if key not in held:
            held[key] = make(key)
        if column.indexOf(held[key]) != place:
            column.removeWidget(held[key])
            column.insertWidget(place, held[key])
