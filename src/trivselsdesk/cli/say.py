"""What the command line says when it cannot go on, and the exit code that goes with it."""

from __future__ import annotations

import sys
from collections.abc import Iterable

FAILED = 1
"""Something is wrong with the data, a file or the disk."""
MISUSED = 2
"""What was asked for is not there, or was not understood."""
TOO_LONG = 3
"""The document does not fit on the one page it may fill."""


class Stop(Exception):
    """Ends the command with a Danish sentence on stderr and an exit code."""

    def __init__(self, sentence: str, code: int = MISUSED) -> None:
        super().__init__(sentence)
        self.code = code


def out(line: str = "") -> None:
    """A line of the answer."""
    print(line)


def err(line: str) -> None:
    """A sentence beside the answer."""
    print(line, file=sys.stderr)


def plain(text: str, most: int = 60) -> str:
    """What a user wrote, on one line and without signs that would move the cursor."""
    line = " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
    return line if len(line) <= most else f"{line[: most - 1]}…"


def table(rows: Iterable[tuple[str, ...]]) -> list[str]:
    """Rows below each other, each column as wide as its widest cell."""
    cells = list(rows)
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    lines = ("  ".join(cell.ljust(wide) for cell, wide in zip(row, widths, strict=True)) for row in cells)
    return [line.rstrip() for line in lines]


READING = {
    "damaged": "Filen med jeres forløb er beskadiget. Vi rører den ikke. "
    "Åbn programmet, og hent den seneste sikkerhedskopi.",
    "readonly": "Vi må ikke læse datamappen. Intet er ændret. Se efter, hvem der ejer mappen, og prøv igen.",
    "full": "Der er ikke plads på disken til at læse forløbene. Intet er ændret. "
    "Slet noget fra disken, og prøv igen.",
    "folder": "Vi kan ikke finde datamappen. Intet er ændret. Se efter, om den er flyttet, og prøv igen.",
}
READING_FAILED = "Vi kunne ikke læse forløbene. Intet er ændret. Prøv igen om lidt."
"""For a kind that has no sentence in ``READING``."""

WRITING = {
    "damaged": READING["damaged"],
    "newer": "Forløbene er lavet i en nyere udgave af Trivselsdesk. Intet er ændret. Hent den nye udgave.",
    "readonly": "Vi må ikke skrive i datamappen. Intet er ændret. Se efter, hvem der ejer den, og prøv igen.",
    "full": "Der er ikke plads på disken. Intet er ændret. Slet noget fra disken, og prøv igen.",
    "folder": "Vi kan ikke finde eller lave datamappen. Intet er ændret. Vælg en anden mappe, og prøv igen.",
    "busy": "Et andet program holder filen med forløb. Intet er ændret. Luk det, og prøv igen.",
    "pragma": "Disken kan ikke gemme sikkert nok. Intet er ændret. "
    "Læg datamappen på computerens egen disk, og prøv igen.",
}
WRITING_FAILED = "Vi kunne ikke gemme. Intet er ændret. Prøv igen om lidt."
"""For a kind that has no sentence in ``WRITING``."""

WINDOW_OPEN = "Trivselsdesk er åbent i et vindue. Intet er ændret. Luk vinduet, og prøv igen."

SAVING = {
    "folder": "Mappen »{folder}« findes ikke. Intet er gemt. Lav mappen, eller vælg en anden.",
    "readonly": "Vi må ikke skrive i »{folder}«. Intet er gemt. Vælg en anden mappe.",
    "full": "Der er ikke plads på disken. Intet er gemt. Vælg et andet sted.",
}
SAVING_FAILED = "Vi kunne ikke skrive »{name}«. Intet er gemt. Vælg et andet sted, og prøv igen."
"""For a kind that has no sentence in ``SAVING``."""

REFUSED = {
    "too_large": "»{name}« er for stor til at være et forløb. Intet er ændret. Vælg en anden fil.",
    "not_trivsel": "»{name}« er ikke et forløb fra Trivselsdesk. Intet er ændret. "
    "Vælg en fil, der ender på .trivsel.",
    "newer": "»{name}« er gemt i en nyere udgave af Trivselsdesk. Intet er ændret. Hent den nye udgave.",
    "too_many": "»{name}« rummer mere, end et forløb kan. Intet er ændret. Bed om at få filen sendt igen.",
    "text_too_long": "En tekst i »{name}« er for lang til, at vi kan åbne den. Intet er ændret. "
    "Bed om at få filen sendt igen med en kortere tekst.",
    "process": "Processen i »{name}« kan ikke læses her. Intet er ændret. "
    "Hent den nyeste udgave af Trivselsdesk, og prøv igen.",
}
REFUSED_DAMAGED = "»{name}« er blevet beskadiget på vejen. Intet er ændret. Bed om at få filen sendt igen."
"""For a reason that has no sentence in ``REFUSED``: the file is not what was written."""
