"""The screens of the machine: who they are, and when they come and go."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget


def identity(screen: QScreen) -> str:
    """Who a screen is: not where it stands, which changes from room to room."""
    return "|".join((screen.manufacturer(), screen.model(), screen.serialNumber(), screen.name()))


def words(screen: QScreen) -> str:
    """A screen as people call it, such as »EPSON EB-X06«."""
    maker, model = screen.manufacturer().strip(), screen.model().strip()
    if model.lower().startswith(maker.lower()):
        maker = ""
    return " ".join(each for each in (maker, model) if each) or screen.name()


def resolution(screen: QScreen) -> str:
    """Its size in real px, such as »1920 × 1080«."""
    size, dpr = screen.size(), screen.devicePixelRatio()
    return f"{round(size.width() * dpr)} × {round(size.height() * dpr)}"


class Screens(QObject):
    """Tells what happens to the screens. A screen is handed on by its identity, never kept."""

    came = Signal(str)
    went = Signal(str)
    """It is about to go: whatever stands on it must be put away at once."""
    settled = Signal()
    """After any change, when Qt has moved what it moves."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.screenAdded.connect(self._on_added)
        app.screenRemoved.connect(self._on_removed)
        app.primaryScreenChanged.connect(self._on_other)
        for screen in QGuiApplication.screens():
            screen.geometryChanged.connect(self._on_other)

    def all(self) -> list[QScreen]:
        """Every screen that has a size."""
        return [each for each in QGuiApplication.screens() if not each.geometry().isEmpty()]

    def find(self, wanted: str) -> QScreen | None:
        """The screen with that identity, if it is there."""
        return next((each for each in self.all() if identity(each) == wanted), None)

    def beside(self, console: QWidget) -> list[QScreen]:
        """The screens that the console does not stand on."""
        own = console.screen()
        return [each for each in self.all() if each is not own and each.geometry() != own.geometry()]

    def _on_added(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._on_other)
        self.came.emit(identity(screen))
        self.settled.emit()

    def _on_removed(self, screen: QScreen) -> None:
        self.went.emit(identity(screen))

    def _on_other(self, *_: object) -> None:
        self.settled.emit()
