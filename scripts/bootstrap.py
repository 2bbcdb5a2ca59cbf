"""Makes .venv ready for `make run`, `make test` or `make package`, and does nothing when it already is.

Standard library only, and syntax that an old Python can read, so that it can say what is missing.
The words are Danish: the one who meets them may be a user who has only been given `make run`.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "trivselsdesk-ready"
OLDEST = (3, 11)

EXTRAS = {"run": ".", "test": ".[dev]", "package": ".[package]"}

# What Qt opens on Debian and Ubuntu, measured on a bare system: always, and for a window under X11.
QT_PACKAGES = ["libgl1", "libegl1", "libxkbcommon0", "libdbus-1-3", "libglib2.0-0", "libfontconfig1"]
WINDOW_PACKAGES = ["libxcb-cursor0", "libxkbcommon-x11-0", "libxcb-icccm4", "libxcb-keysyms1"]
WINDOW_PACKAGES += ["libxcb-shape0", "libxcb-randr0"]
# QtNetwork, by which a second start brings the first window forward.
WINDOW_PACKAGES += ["libgssapi-krb5-2"]

# Trying says more than looking for files: the loader names the library that it misses.
QT_PROBE = "from PySide6.QtWidgets import QApplication; QApplication([])"
WINDOW_PROBE = """
import ctypes, pathlib
import PySide6.QtGui, PySide6.QtNetwork
from PySide6.QtCore import QLibraryInfo
plugins = pathlib.Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath))
ctypes.CDLL(str(plugins / "platforms" / "libqxcb.so"))
"""


class CannotGoOn(Exception):
    """One sentence that says what to do, and what the tool said, if that helps."""

    def __init__(self, sentence: str, details: str = "") -> None:
        super().__init__(sentence)
        self.details = "\n".join(details.strip().splitlines()[-12:])


def main(purpose: str) -> int:
    """Makes .venv ready for `purpose`, a key of EXTRAS. Returns the exit code."""
    try:
        if sys.version_info < OLDEST:
            raise CannotGoOn("Trivselsdesk kræver Python 3.11 eller nyere. Installér det, og prøv igen.")
        if purpose not in EXTRAS:
            raise CannotGoOn("Skriv, hvad der skal gøres klar: " + ", ".join(EXTRAS) + ".")
        lock = _wait_for_turn()
        prepare(purpose)
        del lock
    except CannotGoOn as problem:
        print(problem.details + "\n" + str(problem) if problem.details else problem, file=sys.stderr)
        return 1
    except OSError as problem:
        print(f"Mappen kan ikke gøres klar. Giv plads og skriveadgang: {problem}", file=sys.stderr)
        return 1
    return 0


def prepare(purpose: str) -> None:
    """Does the steps that the stamp in .venv does not tell of. Raises CannotGoOn."""
    place, dependencies = _place(), _dependencies()
    lines = STAMP.read_text(encoding="utf-8").splitlines() if STAMP.is_file() and PYTHON.exists() else []
    same_place = lines[:1] == [place]
    done = set(lines[2:]) if lines[:2] == [place, dependencies] else set()

    def note(step: str) -> None:
        done.add(step)
        STAMP.write_text("\n".join([place, dependencies, *sorted(done)]), encoding="utf-8")

    # The other two bring the program along, so after them there is nothing more to install for a run.
    if purpose not in done and not (purpose == "run" and done & {"test", "package"}):
        if not same_place:
            _say("Første gang: henter det, programmet bygger på. Det tager et par minutter …")
            _make_venv()
        else:
            _say("Henter det, der mangler …")
        _install(EXTRAS[purpose])
        note(purpose)
    if "qt" not in done:
        _make_qt_start(QT_PROBE, QT_PACKAGES)
        note("qt")
    if purpose == "run" and _has_x11() and "window" not in done:
        _make_qt_start(WINDOW_PROBE, WINDOW_PACKAGES)
        note("window")


def _place() -> str:
    """A venv holds absolute paths and one Python: after a move, or under another Python, it is made anew."""
    return f"{ROOT} {sys.version_info[0]}.{sys.version_info[1]}"


def _dependencies() -> str:
    """The part of pyproject.toml that decides what is installed: a new lint rule costs no new set-up."""
    import tomllib

    pyproject = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    decisive = [pyproject["build-system"], pyproject["project"], pyproject["tool"]["hatch"]]
    return hashlib.sha256(repr([decisive, QT_PACKAGES, WINDOW_PACKAGES]).encode()).hexdigest()


def _wait_for_turn() -> object:
    """Two `make` at once must not build the same folder. Held as long as the answer is kept."""
    held = open(ROOT / "pyproject.toml", "rb")  # noqa: SIM115, PTH123
    if os.name == "posix":
        import fcntl

        fcntl.flock(held, fcntl.LOCK_EX)
    return held


def _make_venv() -> None:
    # Debian and Ubuntu keep this part of Python in a package of its own.
    if importlib.util.find_spec("ensurepip") is None:
        package = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
        if not _apt_install([package]):
            raise CannotGoOn(f"Python mangler venv. Kør »sudo apt-get install {package}«, og prøv igen.")
    made = _run([sys.executable, "-m", "venv", "--clear", str(VENV)])
    if made.returncode:
        raise CannotGoOn("Python kunne ikke lave mappen .venv.", made.stdout)


def _install(what: str) -> None:
    pip = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", "--no-input", "install", "--quiet"]
    installed = _run([*pip, "--editable", what])
    if installed.returncode:
        sentence = "Pakkerne kunne ikke hentes. Tjek internetforbindelsen, og prøv igen."
        raise CannotGoOn(sentence, installed.stdout)


def _make_qt_start(probe: str, packages: list[str]) -> None:
    if _try(probe).returncode == 0:
        return
    _apt_install(packages)
    tried = _try(probe)
    if tried.returncode == 0:
        return
    missing = re.search(r"lib[\w+.-]+\.so[.\d]*", tried.stdout)
    if not missing:
        raise CannotGoOn("Qt kan ikke starte på denne maskine.", tried.stdout)
    how = "Installér det med systemets pakkestyring"
    if shutil.which("apt-get"):
        how = f"Kør »sudo apt-get install {' '.join(packages)}«"
    raise CannotGoOn(f"Qt mangler {missing[0]}. {how}, og prøv igen.")


def _try(probe: str) -> subprocess.CompletedProcess[str]:
    return _run([str(PYTHON), "-c", probe], QT_QPA_PLATFORM="offscreen")


def _has_x11() -> bool:
    return sys.platform.startswith("linux") and bool(os.environ.get("DISPLAY"))


def _apt_install(packages: list[str]) -> bool:
    """Whether the packages could be installed: as root, or with a sudo that asks for no password."""
    if not shutil.which("apt-get"):
        return False
    if os.geteuid() == 0:
        rights = []
    elif shutil.which("sudo") and _run(["sudo", "-n", "true"]).returncode == 0:
        rights = ["sudo", "-n"]
    else:
        return False
    apt = [*rights, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq", "-oDPkg::Lock::Timeout=120"]
    _say("Installerer systempakker: " + " ".join(packages) + " …")
    # A fresh machine knows no packages yet; if this fails, the install says why.
    _run([*apt, "update"])
    installed = _run([*apt, "install", "--yes", "--no-install-recommends", *packages])
    importlib.invalidate_caches()
    return installed.returncode == 0


def _run(command: list[str], **variables: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        cwd=ROOT,
        env={**os.environ, **variables},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    )


def _say(sentence: str) -> None:
    print(sentence, flush=True)


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else ""))
