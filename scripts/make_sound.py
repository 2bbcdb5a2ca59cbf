"""Makes the soft sound of the clock, two low notes that fade: resources/sounds/tid.wav, always the same."""

from __future__ import annotations

import math
import sys
import wave
from array import array
from pathlib import Path

RATE = 22050
SECONDS = 1.8
NOTES = ((0.0, 523.25), (0.32, 392.0))
"""When each note begins, in seconds, and its pitch in Hz: C5, then G4 below it."""
LOUD = 0.42
"""Share of the full range that each note has at most."""


def samples() -> array[int]:
    """The sound as 16 bit numbers."""
    found = array("h")
    for place in range(int(RATE * SECONDS)):
        at, value = place / RATE, 0.0
        for start, pitch in NOTES:
            since = at - start
            if since >= 0:
                rise = min(1.0, since / 0.02)
                fade = math.exp(-3.2 * since)
                tone = math.sin(math.tau * pitch * since) + 0.18 * math.sin(2 * math.tau * pitch * since)
                value += LOUD * rise * fade * tone
        # The last tenth runs out to nothing, so that it does not click.
        value *= min(1.0, (SECONDS - at) / 0.1)
        found.append(round(max(-1.0, min(1.0, value)) * 32000))
    if sys.byteorder == "big":
        found.byteswap()
    return found


def write(path: Path) -> None:
    """Write the file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with wave.open(str(path), "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(RATE)
        out.writeframes(samples().tobytes())


if __name__ == "__main__":
    write(Path(__file__).resolve().parents[1] / "resources" / "sounds" / "tid.wav")
