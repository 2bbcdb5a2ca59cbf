"""What the parts of a process share: ids, tones and ranges."""

from __future__ import annotations

from typing import Protocol, TypeVar

from trivselsdesk.domain.frozen import dataclass

N = TypeVar("N", bound="Named")

TONES = ("good", "less", "primary", "warn", "med", "plain")
"""Colour roles of the design tokens that a zone or a corner may use."""


class Named(Protocol):
    """Anything with an id."""

    @property
    def id(self) -> str: ...


@dataclass(frozen=True, kw_only=True)
class Span:
    """A range of whole numbers, both ends included."""

    least: int
    most: int


def find(things: tuple[N, ...], wanted: str) -> N:
    for thing in things:
        if thing.id == wanted:
            return thing
    raise KeyError(wanted)
