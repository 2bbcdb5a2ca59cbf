"""The status round of a staff meeting: one action after the other, and what came of it (003: F06, F44)."""

from __future__ import annotations

from dataclasses import replace

from trivselsdesk.domain.book import Book
from trivselsdesk.domain.follow import Followed, step_index
from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.pack import Pack
from trivselsdesk.domain.records import Action
from trivselsdesk.domain.status import history


@dataclass(frozen=True)
class StatusRound:
    """The actions that are gone through, and which one it is at; past the last it is over."""

    ids: tuple[str, ...]
    started: float
    """Seconds since 1970."""
    place: int = 0

    @property
    def over(self) -> bool:
        """Whether all have been talked about."""
        return self.place >= len(self.ids)

    @property
    def current(self) -> str:
        """Id of the action that is talked about; empty when the round is over."""
        return "" if self.over else self.ids[self.place]

    def moved(self, steps: int) -> StatusRound:
        """The same, so many places on; it stops at the first and at the summary."""
        return replace(self, place=min(max(0, self.place + steps), len(self.ids)))


def to_text(going: StatusRound | None) -> str:
    """The round as it is remembered; empty for none."""
    return "" if going is None else " ".join((str(going.started), str(going.place), *going.ids))


def from_text(book: Book, text: str) -> StatusRound | None:
    """A remembered round, without what is gone since; None where nothing is left of it."""
    try:
        started, place, *ids = text.split()
        going = StatusRound(tuple(ids), float(started), int(place))
    except ValueError:
        return None
    left = without_gone(book, going)
    return left.moved(0) if left.ids else None


@dataclass(frozen=True)
class Outcome:
    """What came of one action in a round."""

    action: Action
    before: int
    after: int
    """Indexes of the steps it stood on."""
    kind: str
    """``done``, ``moved`` or ``still``."""
    note: str
    """What was said last in the round."""


def begin(lines: list[Followed], started: float) -> StatusRound:
    """A round through everything that is not done, in the order of the lines."""
    return StatusRound(tuple(each.action.id for each in lines if not each.done), started)


def without_gone(book: Book, going: StatusRound) -> StatusRound:
    """The round without actions that have been deleted since; it stays at the one it was at."""
    ids = tuple(each for each in going.ids if book.find(Action, each) is not None)
    if ids == going.ids:
        return going
    before = sum(1 for each in going.ids[: going.place] if each in ids)
    return replace(going, ids=ids, place=before)


def outcomes(book: Book, pack: Pack, going: StatusRound) -> list[Outcome]:
    """What came of each action: finished, moved, or still where it stood."""
    found = []
    for each in going.ids:
        action = book.find(Action, each)
        if action is None:
            continue
        said = [line for line in history(book, each) if line.at >= going.started]
        after = step_index(pack, action.status)
        before = step_index(pack, said[-1].before) if said else after
        done = bool(pack.status_steps) and pack.status_steps[after].done
        kind = "still" if before == after else "done" if done else "moved"
        note = next((line.note for line in said if line.note), "")
        found.append(Outcome(action, before, after, kind, note))
    return found
