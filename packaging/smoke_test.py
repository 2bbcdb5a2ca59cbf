"""Proves that a packed program runs by itself: its version and its whole tour, every screen and document."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

PATIENCE = 300  # seconds for one start; a program that hangs must not hang the packaging


def main(folder: Path) -> int:
    """Starts the program in `folder` without the developer's environment. Returns the exit code."""
    program = folder.resolve() / ("trivselsdesk.exe" if os.name == "nt" else "trivselsdesk")
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        pictures = home / "tour"
        for arguments in (["--version"], ["tour", "--out", str(pictures)]):
            started = subprocess.run(
                [program, *arguments],
                cwd=home,
                env=_bare_environment(home),
                stdin=subprocess.DEVNULL,
                timeout=PATIENCE,
            )
            if started.returncode:
                print(f"{program.name} {arguments[0]} ended with {started.returncode}", file=sys.stderr)
                return 1
        made = {suffix: len(list(pictures.rglob(f"*{suffix}"))) for suffix in (".png", ".pdf")}
    size = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file() and not file.is_symlink())
    print(f"{folder}: {size / 1e6:.0f} MB, tour drew {made['.png']} pictures and {made['.pdf']} PDF files")
    return 0 if all(made.values()) else 1


def _bare_environment(home: Path) -> dict[str, str]:
    """No PATH to a Python, no data folder of this user, no screen; Windows needs its own few."""
    kept = {key: os.environ[key] for key in ("SYSTEMROOT", "TEMP", "TMP") if key in os.environ}
    homes = {key: str(home) for key in ("HOME", "USERPROFILE", "LOCALAPPDATA", "TRIVSELSDESK_DATA")}
    return {**kept, **homes, "QT_QPA_PLATFORM": "offscreen", "LANG": "C.UTF-8"}


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
