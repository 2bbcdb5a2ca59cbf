"""One window for each data folder: a second start brings the first one forward.

Only the two programs on this machine talk, over a local socket; nothing goes over a network.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

WAIT_MS = 1500
_ASK = b"forward\n"
_ANSWER = b"here\n"


def name_for(folder: Path) -> str:
    """The socket's name for a data folder, the same however the folder's path is written."""
    import hashlib

    key = str(folder.absolute().resolve())
    return f"trivselsdesk-{hashlib.sha256(key.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"


def bring_forward(folder: Path) -> bool:
    """Ask the program that uses ``folder`` to come forward. False when none answers."""
    try:
        from PySide6.QtNetwork import QLocalSocket
    except ImportError:
        # A machine without a library of Qt's network part: the lock still keeps two programs apart.
        return False
    socket = QLocalSocket()
    socket.connectToServer(name_for(folder))
    if not socket.waitForConnected(WAIT_MS):
        return False
    socket.write(_ASK)
    answer = b""
    while len(answer) < len(_ANSWER) and socket.waitForReadyRead(WAIT_MS):
        answer += bytes(socket.readAll().data())
    socket.disconnectFromServer()
    return answer == _ANSWER


class Doorbell(QObject):
    """Hears when the program is started again. Make it only while holding the lock of the folder."""

    rung = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._guests: list[QLocalSocket] = []
        self._server: QLocalServer | None = None
        try:
            from PySide6.QtNetwork import QLocalServer as Server
        except ImportError:
            return
        self._server = Server(self)
        self._server.setSocketOptions(Server.SocketOption.UserAccessOption)
        name = name_for(folder)
        # Whoever holds the lock is alone; what lies there was left by a program that was cut off.
        Server.removeServer(name)
        self._server.listen(name)
        self._server.newConnection.connect(self._open)

    def close(self) -> None:
        """Hear nothing any more."""
        if self._server is not None:
            self._server.close()
        self.deleteLater()

    def _open(self) -> None:
        while self._server is not None and (guest := self._server.nextPendingConnection()) is not None:
            self._guests.append(guest)
            guest.readyRead.connect(self._hear)
            guest.disconnected.connect(self._forget)
            self._hear()

    def _hear(self) -> None:
        for guest in self._guests:
            if guest.bytesAvailable() >= len(_ASK) and bytes(guest.read(len(_ASK)).data()) == _ASK:
                guest.write(_ANSWER)
                guest.flush()
                self.rung.emit()

    def _forget(self) -> None:
        guest = self.sender()
        self._guests = [each for each in self._guests if each is not guest]
        if guest is not None:
            guest.deleteLater()
