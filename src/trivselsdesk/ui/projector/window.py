"""The window that the room sees: no buttons, menus, pointer or messages, only the picture of the wall."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QPoint, QPointF, QRectF, Qt, QTimer, QVariantAnimation, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from trivselsdesk.domain.pack import Pack
from trivselsdesk.domain.wall.model import (
    Arrows,
    Countdown,
    Dark,
    OnBoard,
    OnMatrix,
    PointsChart,
    PulseChart,
    Sheet,
    Sorting,
    Wall,
)
from trivselsdesk.ui import theme
from trivselsdesk.ui.projector.arrows import ArrowsPlate
from trivselsdesk.ui.projector.board import WallBoard, zones_of
from trivselsdesk.ui.projector.countdown import CountdownPlate
from trivselsdesk.ui.projector.edges import FOOT_HIGH, HEAD_HIGH, SIDE, FootPlate, HeadPlate
from trivselsdesk.ui.projector.matrix import MatrixPlate
from trivselsdesk.ui.projector.points import PointsPlate
from trivselsdesk.ui.projector.pulse import PulsePlate
from trivselsdesk.ui.projector.sheet import SheetPlate
from trivselsdesk.ui.projector.strokes import Ground, Words, draw, scale_of, width
from trivselsdesk.ui.surface.model import Aloft

GAP, BOTTOM = 18.0, 24.0
HINT_MS = 5000


_BOARDS = (OnBoard, Sorting)
_FOLLOWING = (WallBoard, MatrixPlate)
_TURNS = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}


class AudienceWindow(QWidget):
    """Shows a ``Wall``. It decides nothing: what is not in the model cannot be seen here."""

    left = Signal()
    turned = Signal(int)
    """A clicker asks for the next (1) or the one before (-1), where the wall has the keyboard."""
    """Somebody wants the wall away: Esc, or the window was closed from outside."""

    def __init__(self) -> None:
        super().__init__()
        self.setWindowFlags(Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self.setWindowTitle(self.tr("Trivselsdesk – tavlen"))
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.wall: Wall | None = None
        self.head, self.foot = HeadPlate(self), FootPlate(self)
        self.board, self.matrix = WallBoard(self), MatrixPlate(self)
        self.sheet, self.countdown = SheetPlate(self), CountdownPlate(self)
        self.arrows, self.pulse = ArrowsPlate(self), PulsePlate(self)
        self.points = PointsPlate(self)
        self.floating, self._hint, self._veil = _Floating(self), _Hint(self), _Veil(self)
        self._middles = (self.board, self.matrix, self.sheet, self.arrows, self.pulse, self.points)
        self._screen_key: object = None
        self._grip = QPointF()
        self._aloft = ""

    # What is shown

    def show_wall(self, wall: Wall, pack: Pack) -> None:
        """Show this; to another screen it fades."""
        if wall == self.wall:
            return
        key = _screen(wall)
        if self.wall is not None and key != self._screen_key:
            self._veil.cover(self)
        self._screen_key = key
        timed = self.wall is not None and _but_for_time(wall) == _but_for_time(self.wall)
        self.wall = wall
        if isinstance(wall.content, Countdown):
            self.countdown.show_countdown(wall.content)
        self.head.show_head(wall.caption, wall.instruction, wall.clock)
        if not timed:
            self.foot.show_foot(wall.foot)
            self._show_content(wall, pack)
        self._veil.fade()

    def _show_content(self, wall: Wall, pack: Pack) -> None:
        content = wall.content
        self._arrange()
        if isinstance(content, OnBoard | Sorting):
            self.board.show_board(zones_of(content.view, pack))
        elif isinstance(content, OnMatrix):
            self.matrix.show_matrix(content)
        elif isinstance(content, Sheet):
            self.sheet.show_sheet(content)
        elif isinstance(content, Arrows):
            self.arrows.show_arrows(content)
        elif isinstance(content, PulseChart):
            self.pulse.show_result(content.result)
        elif isinstance(content, PointsChart):
            self.points.show_result(content.result)
        self.update()

    @property
    def middle(self) -> WallBoard | MatrixPlate | SheetPlate | ArrowsPlate | PulsePlate | PointsPlate | None:
        """What stands between the edges, if anything does."""
        content = self.wall.content if self.wall is not None else None
        if isinstance(content, _BOARDS):
            return self.board
        if isinstance(content, OnMatrix):
            return self.matrix
        if isinstance(content, Arrows):
            return self.arrows
        if isinstance(content, PulseChart):
            return self.pulse
        if isinstance(content, PointsChart):
            return self.points
        return self.sheet if isinstance(content, Sheet) else None

    @property
    def scale(self) -> float:
        """Screen px for one px of a picture 1080 px high."""
        return scale_of(self.width(), self.height())

    def say_how_back(self, words: str) -> None:
        """Where the wall covers the facilitator's own screen: for a moment, how to come back."""
        self._hint.say(words)

    def _arrange(self) -> None:
        s, middle = self.scale, self.middle
        wide, high = float(self.width()), float(self.height())
        middles = (self.matrix, self.sheet, self.arrows, self.pulse, self.points)
        for plate in (self.head, self.foot, *middles, self.countdown):
            plate.scale = s
        self.board.set_scale(s)
        for each in self._middles:
            each.setVisible(each is middle)
        self.head.setVisible(middle is not None)
        foot = middle is not None and not self.foot.empty
        self.foot.setVisible(foot)
        counting = self.wall is not None and isinstance(self.wall.content, Countdown)
        self.countdown.setVisible(counting)
        self.countdown.setGeometry(0, 0, self.width(), self.height())
        self.head.setGeometry(0, 0, self.width(), round(HEAD_HIGH * s))
        below = (FOOT_HIGH + BOTTOM) * s
        self.foot.setGeometry(0, round(high - below), self.width(), round(FOOT_HIGH * s))
        if middle is not None:
            top = (HEAD_HIGH + GAP) * s
            end = high - (below + GAP * s if foot else BOTTOM * s)
            middle.setGeometry(
                round(SIDE * s), round(top), round(wide - 2 * SIDE * s), max(1, round(end - top))
            )

    # Following a drag

    def follow(self, aloft: Aloft) -> None:
        """Show what is carried on the console in the air at the same place here."""
        name = aloft.group or (aloft.ids[0] if aloft.ids else "")
        middle = self.middle
        if not isinstance(middle, _FOLLOWING):
            if name:
                return
            middle = self.board
        if name != self._aloft:
            self._aloft = name
            # Both: the room may have been led to another screen while something was in the air.
            self.board.put_down()
            self.matrix.put_down()
            self.floating.hide()
            for edge in (self.head, self.foot):
                edge.set_carried_over(bool(name))
            lifted = middle.lift(aloft.ids[0] if aloft.ids else "", aloft.group) if name else None
            if lifted is not None:
                picture, box = lifted
                place = QRectF(box.translated(QPointF(middle.pos())))
                self.floating.take(picture, place, 1 if aloft.group else len(aloft.ids))
        if not name or self.floating.picture is None:
            return
        at = middle.point(aloft.zone, aloft.u, aloft.v)
        if at is not None:
            self.floating.hold_at(at + QPointF(middle.pos()))

    # Window

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        dark = self.wall is None or isinstance(self.wall.content, Dark)
        look = theme.get("projector")
        painter.fillRect(self.rect(), Qt.GlobalColor.black if dark else look.color("canvas"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.floating.hide()
        self._arrange()
        self._hint.place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in _TURNS:
            self.turned.emit(_TURNS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
        self.left.emit()


class _Floating(QWidget):
    """What is in the air: a picture that is only moved."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.picture: QPixmap | None = None
        self.count = 1
        """How many are carried; the others lie beneath the one that is seen."""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def take(self, picture: QPixmap, box: QRectF, count: int = 1) -> None:
        """Hold this, taken up at that place."""
        self.picture, self.count = picture, count
        self.setGeometry(box.toAlignedRect())

    def hold_at(self, middle: QPointF) -> None:
        """Show it with its middle there, wholly inside the window."""
        window = self.parentWidget()
        x = min(max(0, round(middle.x() - self.width() / 2)), max(0, window.width() - self.width()))
        y = min(max(0, round(middle.y() - self.height() / 2)), max(0, window.height() - self.height()))
        self.move(QPoint(x, y))
        if not self.isVisible():
            self.raise_()
            self.show()

    def hide(self) -> None:
        self.picture = None
        super().hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.picture is None:
            return
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self.picture)
        if self.count > 1:
            s = scale_of(self.window().width(), self.window().height())
            side = 64.0
            with theme.painted_as("projector"):
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.scale(s, s)
                box = QRectF(self.width() / s - side - 2, 2, side, side)
                words = Words(str(self.count), box, 36, 800, "onPrimary", Qt.AlignmentFlag.AlignHCenter)
                draw(painter, [Ground(box, "primary", "surface", 3, side / 2), words])
        painter.end()


class _Veil(QWidget):
    """The screen before, fading away over the new one."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._picture = QPixmap()
        self._opacity = 1.0
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._motion = QVariantAnimation(self)
        self._motion.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._motion.setStartValue(1.0)
        self._motion.setEndValue(0.0)
        self._motion.valueChanged.connect(self._on)
        self._motion.finished.connect(self.hide)
        self.hide()

    def cover(self, window: QWidget) -> None:
        """Keep what the window shows now."""
        self._motion.stop()
        self.hide()
        if theme.current().motion("snap") and window.isVisible():
            self._picture = window.grab()
            self._opacity = 1.0
            self.setGeometry(window.rect())
            self.raise_()
            self.show()

    def fade(self) -> None:
        """Let it go, if something is kept."""
        if self.isVisible() and self._motion.state() != QVariantAnimation.State.Running:
            self.raise_()
            self._motion.setDuration(theme.current().motion("snap"))
            self._motion.start()

    def _on(self, opacity: object) -> None:
        self._opacity = float(opacity)  # type: ignore[arg-type]
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setOpacity(self._opacity)
        painter.drawPixmap(self.rect(), self._picture)


class _Hint(QWidget):
    """Some words at the lower edge that go by themselves."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._stay = QTimer(self)
        self._stay.setSingleShot(True)
        self._stay.setInterval(HINT_MS)
        self._stay.timeout.connect(self.hide)
        self.hide()

    def text(self) -> str:
        """What stands there."""
        return self._words if self.isVisible() else ""

    def say(self, words: str) -> None:
        """Show the words for some seconds."""
        self._words = words
        self.place()
        self.raise_()
        self.show()
        self._stay.start()

    def place(self) -> None:
        """In the middle of the lower edge."""
        s = scale_of(self.parentWidget().width(), self.parentWidget().height())
        wide, high = round((width(self._words, 30) + 64) * s), round(72 * s)
        window = self.parentWidget()
        self.setGeometry((window.width() - wide) // 2, window.height() - high - round(110 * s), wide, high)

    def paintEvent(self, event: QPaintEvent) -> None:
        s = scale_of(self.parentWidget().width(), self.parentWidget().height())
        with theme.painted_as("projector"):
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.scale(s, s)
            box = QRectF(0, 0, self.width() / s, self.height() / s)
            words = Words(self._words, box, 30, 600, "surface", Qt.AlignmentFlag.AlignHCenter)
            draw(painter, [Ground(box, "ink", radius=16), words])
            painter.end()


def _screen(wall: Wall) -> object:
    """What makes two pictures different screens, between which the wall fades."""
    content = wall.content
    about = content.question if isinstance(content, Sheet) else ""
    return (type(content), wall.caption, wall.instruction, about)


def _but_for_time(wall: Wall) -> object:
    content = wall.content
    same = "countdown" if isinstance(content, Countdown) else content
    return (wall.caption, wall.instruction, wall.foot, same)
