"""Theme and place of the window as they were last, known before the store is open.

The store's settings decide; this copy only spares people a white flash and a window that jumps.
"""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path

from trivselsdesk.domain.frozen import dataclass

FILE = "window.json"


@dataclass(frozen=True)
class FirstLook:
    """Geometry is base64 text as the window's settings have it."""

    theme: str = ""
    still: bool = False
    geometry: str = ""


def read(folder: Path) -> FirstLook:
    """The last look; the plain one when there is none that can be read."""
    try:
        found = json.loads((folder / FILE).read_text(encoding="utf-8"))
        return FirstLook(str(found["theme"]), bool(found["still"]), str(found["geometry"]))
    except (OSError, ValueError, TypeError, KeyError):
        return FirstLook()


def keep(folder: Path, look: FirstLook) -> None:
    """Keep the look for the next start, where that can be done."""
    if look != read(folder):
        with suppress(OSError):
            (folder / FILE).write_text(json.dumps(asdict(look)), encoding="utf-8")
