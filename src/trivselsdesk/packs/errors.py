"""What is wrong with a process pack: file, line, problem and how to mend it, in Danish."""

from __future__ import annotations

from collections.abc import Iterable

from trivselsdesk.domain.frozen import dataclass


@dataclass(frozen=True)
class PackError:
    """One fault. ``line`` is 1-based; None when the fault is not on any line."""

    file: str
    line: int | None
    problem: str
    mend: str

    def __str__(self) -> str:
        place = self.file if self.line is None else f"{self.file}, linje {self.line}"
        return f"{place}: {self.problem} {self.mend}".rstrip()


class PackErrors(Exception):
    """A pack that cannot be used, with every fault that was found (never none)."""

    def __init__(self, errors: Iterable[PackError]) -> None:
        self.errors = tuple(errors)
        super().__init__("\n".join(str(each) for each in self.errors))


def fault(file: str, line: int | None, problem: str, mend: str) -> PackErrors:
    """The exception for a single fault."""
    return PackErrors([PackError(file, line, problem, mend)])
