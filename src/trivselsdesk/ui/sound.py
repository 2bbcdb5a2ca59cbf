"""The soft sound when time is up, played by what the machine has; nothing breaks where it has nothing."""

from __future__ import annotations

import importlib
import sys
import wave
from array import array
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QStandardPaths, QTemporaryDir, QTimer, Signal

from trivselsdesk import paths

SOUND, ON = "sound", "on"
"""Whether this machine plays it: off until somebody chooses it."""
MUTED = "muted"
"""Chosen, but silent until somebody turns it on again."""
VOLUME, USUAL = "sound_volume", 60
"""How loud, in percent of the file."""
FILE = "tid.wav"
_LONGEST_MS = 8000
"""A player that takes longer hangs."""
_LINUX = (("pw-play", ()), ("paplay", ()), ("aplay", ("-q",)))
_MAC = (("afplay", ()),)


def is_on(setting: Callable[[str], str]) -> bool:
    """Whether the sound is chosen on this machine."""
    return setting(SOUND) == ON


def is_muted(setting: Callable[[str], str]) -> bool:
    """Whether the sound is chosen and has been silenced."""
    return setting(SOUND) == MUTED


def volume(setting: Callable[[str], str]) -> int:
    """How loud it is chosen, 1 to 100 percent."""
    text = setting(VOLUME)
    return min(100, max(1, int(text))) if text.isdecimal() else USUAL


class Chime(QObject):
    """Plays the sound without waiting for it. Give it a parent and keep it while it plays."""

    failed = Signal()
    """The machine could not play it: show something instead."""
    played = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder: QTemporaryDir | None = None
        self._process: QProcess | None = None
        self._left: list[tuple[str, list[str]]] = []
        self._limit = QTimer(self)
        self._limit.setSingleShot(True)
        self._limit.setInterval(_LONGEST_MS)
        self._limit.timeout.connect(self._give_up)

    @staticmethod
    def players() -> list[tuple[str, tuple[str, ...]]]:
        """The programs of this machine that can play a sound, with what they are told before the file."""
        known = _MAC if sys.platform == "darwin" else _LINUX
        found = [(QStandardPaths.findExecutable(name), words) for name, words in known]
        return [(path, words) for path, words in found if path]

    @staticmethod
    def possible() -> bool:
        """Whether the machine seems to have anything to play with."""
        return sys.platform == "win32" or bool(Chime.players())

    def play(self, percent: int) -> None:
        """Play it so loud, 1 to 100. Ends in ``played`` or ``failed``, at the earliest when this returns."""
        self._stop()
        path = self._scaled(percent)
        if path is None:
            QTimer.singleShot(0, self, self.failed.emit)
        elif sys.platform == "win32":
            QTimer.singleShot(0, self, self.played.emit if _play_on_windows(path) else self.failed.emit)
        else:
            self._left = [(program, [*words, str(path)]) for program, words in self.players()]
            self._next()

    def _scaled(self, percent: int) -> Path | None:
        """The file at that loudness, in a folder that goes when the program does."""
        if self._folder is None:
            self._folder = QTemporaryDir()
        path = Path(self._folder.path()) / f"tid-{percent}.wav"
        try:
            if not path.exists():
                path.write_bytes(b"")
                scale(paths.resource_dir() / "sounds" / FILE, path, percent)
        except (OSError, wave.Error, EOFError):
            return None
        return path

    def _next(self) -> None:
        if not self._left:
            QTimer.singleShot(0, self, self.failed.emit)
            return
        program, words = self._left.pop(0)
        process = QProcess(self)
        process.setStandardOutputFile(QProcess.nullDevice())
        process.setStandardErrorFile(QProcess.nullDevice())
        process.finished.connect(self._finished)
        process.errorOccurred.connect(self._not_started)
        self._process = process
        self._limit.start()
        process.start(program, words)

    def _finished(self, code: int, status: QProcess.ExitStatus) -> None:
        if self.sender() is not self._process:
            return
        fine = code == 0 and status == QProcess.ExitStatus.NormalExit
        self._let_go()
        if fine:
            self._left.clear()
            self.played.emit()
        else:
            self._next()

    def _not_started(self, error: QProcess.ProcessError) -> None:
        if self.sender() is self._process and error == QProcess.ProcessError.FailedToStart:
            self._let_go()
            self._next()

    def _give_up(self) -> None:
        self._stop()
        self.failed.emit()

    def _stop(self) -> None:
        self._left.clear()
        process = self._process
        self._let_go()
        if process is not None and process.state() != QProcess.ProcessState.NotRunning:
            process.kill()
            process.waitForFinished(500)

    def _let_go(self) -> None:
        self._limit.stop()
        if self._process is not None:
            self._process.deleteLater()
            self._process = None


def scale(source: Path, target: Path, percent: int) -> None:
    """Write a 16 bit wav file that is ``percent`` as loud. Raises OSError, wave.Error or EOFError."""
    with wave.open(str(source), "rb") as sound:
        shape, frames = sound.getparams(), sound.readframes(sound.getnframes())
    samples = array("h", frames)
    if sys.byteorder == "big":
        samples.byteswap()
    # The ear hears in steps of shares: half as loud is far less than half the numbers.
    factor = (percent / 100) ** 1.6
    samples = array("h", (round(each * factor) for each in samples))
    if sys.byteorder == "big":
        samples.byteswap()
    with wave.open(str(target), "wb") as out:
        out.setparams(shape)
        out.writeframes(samples.tobytes())


def _play_on_windows(path: Path) -> bool:
    try:
        winsound = importlib.import_module("winsound")
        winsound.PlaySound(str(path), winsound.SND_FILENAME | winsound.SND_ASYNC | winsound.SND_NODEFAULT)
    except (ImportError, RuntimeError):
        return False
    return True
