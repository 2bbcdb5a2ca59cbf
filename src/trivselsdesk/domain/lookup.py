"""What stands below an entry of a list: its mark, and what it was called before (002: P52, P61)."""

from __future__ import annotations

from trivselsdesk.domain.danish import join_names
from trivselsdesk.domain.pack import ListEntry


def facts_of(entry: ListEntry) -> list[str]:
    """»Anonymt – kræver fem svar«, »Før: Social kapital og Tilfredshed«."""
    before = f"Før: {join_names(list(entry.was))}" if entry.was else ""
    return [each for each in (entry.tag, before) if each]
