"""Why a file cannot be opened: what happened, that nothing is changed, and what to do."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

CONTEXT = "FileWords"

REASONS: dict[str, str] = {
    "unreadable": QT_TRANSLATE_NOOP(
        "FileWords",
        "Vi kan ikke læse »{name}«. Se efter, om filen er flyttet, og prøv igen. Intet er ændret.",
    ),
    "too_large": QT_TRANSLATE_NOOP(
        "FileWords", "»{name}« er for stor til at være et forløb. Intet er ændret. Vælg en anden fil."
    ),
    "not_trivsel": QT_TRANSLATE_NOOP(
        "FileWords",
        "»{name}« er ikke et forløb fra Trivselsdesk. Intet er ændret. Vælg en fil, der ender på .trivsel.",
    ),
    "newer": QT_TRANSLATE_NOOP(
        "FileWords",
        "»{name}« er gemt i en nyere udgave af Trivselsdesk. Intet er ændret. Hent den nye udgave først.",
    ),
    "damaged": QT_TRANSLATE_NOOP(
        "FileWords", "»{name}« er blevet beskadiget på vejen. Intet er ændret. Bed om at få filen sendt igen."
    ),
    "too_many": QT_TRANSLATE_NOOP(
        "FileWords",
        "»{name}« rummer mere, end et forløb kan. Intet er ændret. Bed om at få filen sendt igen.",
    ),
    "text_too_long": QT_TRANSLATE_NOOP(
        "FileWords",
        "En tekst i »{name}« er for lang. Intet er ændret. Gør den kortere, og send filen igen.",
    ),
    "process": QT_TRANSLATE_NOOP(
        "FileWords",
        "Processen i »{name}« kan ikke læses her. Intet er ændret. Hent den nyeste udgave af Trivselsdesk.",
    ),
}
"""Reasons of FileRefused with a sentence of their own; the others mean a file that is not as it was."""


def refused(reason: str, name: str) -> str:
    """The sentence for a reason of FileRefused and the file's name."""
    return QCoreApplication.translate(CONTEXT, REASONS.get(reason, REASONS["damaged"])).format(name=name[:80])
