"""Keeps a confidential form open for as long as somebody works on it, and nothing of it on the clipboard."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QClipboard, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from trivselsdesk.domain.commands.sealing import ChangePhrase, LockForms
from trivselsdesk.domain.records import FormLock
from trivselsdesk.domain.sealed import lock_of
from trivselsdesk.store.sealing import Key, WrongPhrase, new_keys, open_lock, relock
from trivselsdesk.ui.bridge import Bridge

IDLE_MS = 5 * 60 * 1000
"""The forms lock themselves when nobody has touched them for this long. Ours."""
_TOUCHED = (
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.FocusIn,
)
_TAKING = (QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.Cut)


class Answer(Enum):
    """What came of changing the passphrase."""

    CHANGED = "changed"
    WRONG = "wrong"
    """The phrase that is used now is another."""
    UNWRITTEN = "unwritten"
    """It could not be written; the phrase is as it was."""


class Vault(QObject):
    """The key itself lies with the bridge, so that paper can be made of what is open.

    Stretching a phrase takes a second or two, in which the window stands still. A thread would not help: the
    library holds the interpreter all the while.
    """

    timed_out = Signal()
    copy_refused = Signal()

    def __init__(self, bridge: Bridge, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._programme_id = ""
        self._public = ""
        """Of the lock that was opened: undo can put another in its place."""
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(IDLE_MS)
        self._idle.timeout.connect(self.timed_out)

    def is_open(self, programme_id: str) -> bool:
        """Whether this vault holds the programme's forms open."""
        return self._holds(programme_id) and self._fits(programme_id)

    def outlived(self, programme_id: str) -> bool:
        """Whether the lock that was opened is gone, so that the key at hand neither seals nor opens."""
        return self._holds(programme_id) and not self._fits(programme_id)

    def _holds(self, programme_id: str) -> bool:
        return self._programme_id == programme_id and self._bridge.key_of(programme_id) is not None

    def _fits(self, programme_id: str) -> bool:
        lock = lock_of(self._bridge.book(programme_id))
        return lock is not None and lock.public == self._public

    def begin(self, programme_id: str, phrase: str) -> bool:
        """Choose the passphrase, and open with it."""
        lock, key = new_keys(programme_id, phrase, self._bridge.today())
        if not self._bridge.run(LockForms(programme_id=programme_id, lock=lock)):
            return False
        self._take(lock, key)
        return True

    def open(self, programme_id: str, phrase: str) -> bool:
        """Open with the passphrase; False when it is the wrong one."""
        lock = lock_of(self._bridge.book(programme_id))
        if lock is None:
            return False
        try:
            key = open_lock(lock, phrase)
        except WrongPhrase:
            return False
        self._take(lock, key)
        return True

    def _take(self, lock: FormLock, key: Key) -> None:
        self.close()
        self._programme_id, self._public = lock.programme_id, lock.public
        self._bridge.keep_key(lock.programme_id, key)
        self._idle.start()

    def change(self, programme_id: str, phrase: str, wanted: str) -> Answer:
        """Put the forms under another passphrase."""
        lock = lock_of(self._bridge.book(programme_id))
        if lock is None:
            return Answer.WRONG
        try:
            fresh = relock(lock, phrase, wanted)
        except WrongPhrase:
            return Answer.WRONG
        command = ChangePhrase(programme_id=programme_id, lock=fresh)
        if self._bridge.run(command):
            return Answer.CHANGED
        # Written later, it would put another phrase in the place of the one that was said to hold.
        self._bridge.let_go(command)
        return Answer.UNWRITTEN

    def close(self) -> None:
        """Let go of the key."""
        self._idle.stop()
        if self._programme_id:
            self._bridge.keep_key(self._programme_id, None)
            self._programme_id = self._public = ""
            clipboard = QGuiApplication.clipboard()
            # Where marking text is enough to copy it, what was marked in a form goes with the form.
            if clipboard.supportsSelection() and clipboard.ownsSelection():
                clipboard.clear(QClipboard.Mode.Selection)

    def watch(self, form: QWidget) -> None:
        """Notice that somebody works in ``form``, and keep its words off the clipboard."""
        for child in (form, *form.findChildren(QWidget)):
            if not child.property("vaultWatched"):
                child.setProperty("vaultWatched", True)
                child.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in _TOUCHED and self._idle.isActive():
            self._idle.start()
        if kind == QEvent.Type.ContextMenu:
            return True
        typed = kind in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride) and isinstance(event, QKeyEvent)
        if typed and any(event.matches(each) for each in _TAKING):  # type: ignore[attr-defined]
            if kind == QEvent.Type.KeyPress:
                self.copy_refused.emit()
            event.accept()
            return True
        return super().eventFilter(watched, event)
