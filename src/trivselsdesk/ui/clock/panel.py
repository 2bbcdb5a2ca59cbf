"""The clock at the top of the right panel: time left, and the buttons that move the meeting on."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal, SignalInstance
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from trivselsdesk.ui import actions
from trivselsdesk.ui.clock.disc import Digits, Disc
from trivselsdesk.ui.clock.face import Face
from trivselsdesk.ui.widgets.buttons import Button, IconButton
from trivselsdesk.ui.widgets.labels import ElidedLabel, Label

_CORNER = 36
"""Side of the two small buttons in the corner."""
_EDGE = 16


class TightButton(Button):
    """A button with little air at its ends, so that three stand side by side in the panel."""

    _tight = False

    def set_arrow(self, shown: bool) -> None:
        wanted = "arrow-r" if shown else None
        if wanted != self._icon_after:
            self._icon_after = wanted
            self.updateGeometry()
            self.update()

    def set_tight(self, tight: bool) -> None:
        """With hardly any air at all, where even that does not fit."""
        if tight != self._tight:
            self._tight = tight
            self.updateGeometry()
            self.update()

    def _pad(self) -> int:
        return 4 if self._tight else 8


class ClockPanel(QWidget):
    """Shows a face; says what somebody wants done."""

    toggle = Signal()
    forward = Signal()
    """Start the meeting, next part, or end it."""
    back = Signal()
    add = Signal(float)
    """Minutes to add; negative takes some."""
    plan_wanted = Signal()
    """Go on to what was agreed, after the meeting."""
    catch_up = Signal()
    """See how time can be won back."""
    reopen = Signal()
    """Open the meeting again after its end."""
    not_begun = Signal()
    """Set the meeting back to before its start."""
    sound_wanted = Signal()
    """Choose the sound."""
    sound_turned = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(_EDGE, 14, _EDGE, 14)
        column.setSpacing(12)
        row = QHBoxLayout()
        row.setSpacing(12)
        self.disc = Disc()
        row.addWidget(self.disc, 0, Qt.AlignmentFlag.AlignVCenter)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.setContentsMargins(0, 0, _CORNER - 10, 0)
        self.digits = Digits()
        self.caption = Label("", "caption", "ink2", wrap=True)
        words.addStretch(1)
        words.addWidget(self.digits)
        words.addWidget(self.caption)
        words.addStretch(1)
        row.addLayout(words, 1)
        column.addLayout(row)
        self._buttons = buttons = QHBoxLayout()
        buttons.setSpacing(8)
        self.pause = IconButton("pause", "", ghost=False)
        self.more = TightButton("", small=True)
        self.five = TightButton(self.tr("+5 min"), small=True)
        self.next = TightButton("", "tint", small=True)
        for button, stretch in ((self.pause, 0), (self.more, 10), (self.five, 10), (self.next, 17)):
            buttons.addWidget(button, stretch)
        column.addLayout(buttons)
        below = QHBoxLayout()
        below.setSpacing(8)
        self.following = ElidedLabel("", "caption", "ink2", lines=2)
        below.addWidget(self.following, 1)
        self.mute = IconButton("sound", self.tr("Slå lyden fra"))
        self.mute.hide()
        below.addWidget(self.mute, 0, Qt.AlignmentFlag.AlignRight)
        column.addLayout(below)
        self.fixed = ElidedLabel("", "caption", "ink2", weight=600, lines=2)
        self.fixed.hide()
        column.addWidget(self.fixed)
        # Out of the row, in the corner: they are wanted seldom, and the row is full.
        self.back_button = IconButton("arrow-l", "", side=_CORNER, size=18, parent=self)
        self.menu_button = IconButton("more", "", side=_CORNER, size=18, parent=self)
        self._name(self.back_button, "step_back")
        self.menu_button.set_tooltip(self.tr("Mere om tiden"))
        self.menu = QMenu(self)
        self.choices = [
            self._choice(action_id, minutes)
            for action_id, minutes in (
                ("minute_more", 1.0),
                ("minute_less", -1.0),
                ("five_more", 5.0),
                ("five_less", -5.0),
            )
        ]
        self._line = self.menu.addSeparator()
        self.catch_up_choice = self._extra(actions.text("catch_up"), self.catch_up)
        self.catch_up_choice.setText(f"{actions.text('catch_up')}\t{actions.key_words('catch_up')[0]}")
        self.reopen_choice = self._extra(self.tr("Åbn mødet igen"), self.reopen)
        self.sound_choice = self.menu.addAction(self.tr("Lyd, når tiden er gået"))
        self.sound_choice.setCheckable(True)
        self.sound_choice.toggled.connect(self.sound_turned)
        self._extra(self.tr("Lydstyrke …"), self.sound_wanted)
        self.menu.addSeparator()
        self.not_begun_choice = self._extra(self.tr("Sæt mødet til ikke begyndt …"), self.not_begun)
        self.pause.clicked.connect(self.toggle)
        self.next.clicked.connect(self._next_clicked)
        self.more.clicked.connect(self._more_clicked)
        self.five.clicked.connect(self._five_clicked)
        self.back_button.clicked.connect(self.back)
        self.menu_button.clicked.connect(self._open_menu)
        self._face: Face | None = None
        self._sound = False
        """Whether the sound is chosen, heard or muted."""
        self.setTabOrder(self.pause, self.more)
        self.setTabOrder(self.more, self.five)
        self.setTabOrder(self.five, self.next)
        self.setTabOrder(self.next, self.menu_button)
        self.setTabOrder(self.menu_button, self.back_button)
        self.setTabOrder(self.back_button, self.mute)

    def show_face(self, face: Face, *, startable: bool = True, plan: bool = True) -> None:
        """Draw a face. ``startable`` is False without a drejebog, ``plan`` False without a room for it."""
        before, self._face = self._face, face
        self.disc.set_share(face.share, amber=face.amber)
        self.digits.set_text(face.digits, face.token)
        self.caption.set_text(face.words)
        self.following.set_text(face.following)
        self.following.setVisible(bool(face.following))
        self.following.set_token("primaryInk" if face.revisit else "ink2")
        self.fixed.set_text(face.fixed)
        self.fixed.set_token("warnInk" if face.fixed_late else "ink2")
        self.fixed.setVisible(bool(face.fixed))
        if before is not None and (
            before.state,
            before.over,
            before.last,
            before.can_back,
            before.revisit,
            before.next_words,
        ) == (
            face.state,
            face.over,
            face.last,
            face.can_back,
            face.revisit,
            face.next_words,
        ):
            return
        live = face.state in ("running", "paused")
        self._show_mute()
        self.disc.setVisible(live)
        self.pause.setVisible(live and (not face.over or face.state == "paused"))
        self.pause.set_icon("pause" if face.state == "running" else "play")
        words = self.tr("Sæt tiden på pause") if face.state == "running" else self.tr("Lad tiden gå videre")
        self.pause.set_tooltip(f"{words} ({actions.key_words('toggle_clock')[0]})")
        self.more.setVisible(live)
        self.more.setText(self.tr("+2 min") if face.over else self.tr("+1 min"))
        for choice in (*self.choices, self.catch_up_choice):
            choice.setVisible(live)
        self._line.setVisible(live)
        self.reopen_choice.setVisible(face.state == "ended")
        self.not_begun_choice.setVisible(face.state != "ready")
        self.back_button.setVisible(face.state != "ready")
        self.back_button.setEnabled(face.can_back)
        self.next.setText(self._next_words(face))
        self.next.set_kind("tint" if live and not face.over else "primary")
        self.next.setEnabled(startable)
        self.next.setVisible(plan or face.state != "ended")
        self._fit_buttons()

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        left = self.width() - _CORNER - 6
        self.menu_button.move(left, 12)
        self.back_button.move(left, 54)
        # Beside the handleplan the panel is narrow, and the words go before the picture.
        side = 84 if self.width() >= 272 else 64 if self.width() >= 250 else 48
        self.disc.setFixedSize(side, side)
        self._fit_buttons()

    def _fit_buttons(self) -> None:
        """First the arrow gives way, then the air, and last the button that the menu has too."""
        face = self._face
        if face is None:
            return
        live = face.state in ("running", "paused")
        arrow = live and not face.over and not face.last
        five = live and face.over and face.state == "running"
        room = self.width() - 2 * _EDGE
        for shown, tight, extra in ((arrow, False, five), (False, False, five), (False, True, five)):
            self._set_buttons(shown, tight, extra)
            if self._buttons_wide() <= room:
                return
        self._set_buttons(False, True, False)

    def _set_buttons(self, arrow: bool, tight: bool, five: bool) -> None:
        self.next.set_arrow(arrow)
        for button in (self.more, self.five, self.next):
            button.set_tight(tight)
        self._buttons.setSpacing(4 if tight else 8)
        self.five.setVisible(five)

    def _buttons_wide(self) -> int:
        shown = [each for each in (self.pause, self.more, self.five, self.next) if not each.isHidden()]
        wide = sum(each.sizeHint().width() for each in shown)
        return wide + self._buttons.spacing() * max(0, len(shown) - 1)

    def _next_words(self, face: Face) -> str:
        if face.next_words:
            return face.next_words
        if face.state == "ready":
            return self.tr("Start mødet")
        if face.state == "ended":
            return self.tr("Åbn handleplanen")
        if face.last:
            return self.tr("Slut mødet")
        return self.tr("Tilbage igen") if face.revisit else self.tr("Næste trin")

    def _next_clicked(self) -> None:
        if self._face is not None and self._face.state == "ended":
            self.plan_wanted.emit()
        else:
            self.forward.emit()

    def _more_clicked(self) -> None:
        self.add.emit(2.0 if self._face is not None and self._face.over else 1.0)

    def _five_clicked(self) -> None:
        self.add.emit(5.0)

    def _choice(self, action_id: str, minutes: float) -> QAction:
        choice = self.menu.addAction(f"{actions.text(action_id)}\t{actions.key_words(action_id)[0]}")
        choice.setData(minutes)
        choice.triggered.connect(self._choice_made)
        return choice

    def _extra(self, words: str, signal: SignalInstance) -> QAction:
        choice = self.menu.addAction(words)
        choice.triggered.connect(signal)
        return choice

    def show_sound(self, on: bool, muted: bool) -> None:
        """Whether the sound is heard, or is chosen and silent for now."""
        self.sound_choice.blockSignals(True)
        self.sound_choice.setChecked(on)
        self.sound_choice.blockSignals(False)
        self._sound = on or muted
        self.mute.set_icon("sound" if on else "sound-off")
        self.mute.set_tooltip(self.tr("Slå lyden fra") if on else self.tr("Slå lyden til"))
        self._show_mute()

    def _show_mute(self) -> None:
        live = self._face is not None and self._face.state in ("running", "paused")
        self.mute.setVisible(live and self._sound)

    def pulse(self) -> None:
        """Let it be seen that time is up, where nothing can be heard."""
        self.disc.pulse()

    def _choice_made(self) -> None:
        choice = self.sender()
        if isinstance(choice, QAction):
            self.add.emit(float(choice.data()))

    def _open_menu(self) -> None:
        corner = QPoint(self.menu_button.width() - self.menu.sizeHint().width(), self.menu_button.height())
        self.menu.popup(self.menu_button.mapToGlobal(corner))

    @staticmethod
    def _name(button: IconButton, action_id: str) -> None:
        button.set_tooltip(f"{actions.text(action_id)} ({actions.key_words(action_id)[0]})")
