"""Dialogs: a title, what it is about, and buttons that say what they do."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from trivselsdesk.ui import theme
from trivselsdesk.ui.widgets.buttons import Button
from trivselsdesk.ui.widgets.fields.line import LineField
from trivselsdesk.ui.widgets.labels import Label


class Dialog(QDialog):
    """Put widgets into .body and buttons in with add_button. Esc closes it as »no«."""

    def __init__(self, title: str, parent: QWidget | None = None, *, width: int = 480) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setModal(True)
        self.setMinimumWidth(width)
        look = theme.current()
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(look.space(5), look.space(4), look.space(5), look.space(5))
        column.setSpacing(0)
        self.title = Label(title, "title", wrap=True)
        column.addWidget(self.title)
        column.addSpacing(look.space(1))
        self.body = QVBoxLayout()
        self.body.setSpacing(look.space(3))
        column.addLayout(self.body, 1)
        column.addSpacing(look.space(5))
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(look.space(2))
        self._buttons.addStretch(1)
        column.addLayout(self._buttons)

    def sizeHint(self) -> QSize:
        # Wrapped text guesses a narrow shape; ask for the height it has at the real width.
        width = max(super().sizeHint().width(), self.minimumWidth())
        return QSize(width, self._column.totalHeightForWidth(width))

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            # A sentence that came below a field must not lie over it.
            needed = self._column.totalHeightForWidth(self.width())
            if needed > self.height():
                self.resize(self.width(), min(needed, self.screen().availableGeometry().height()))
        return done

    def done(self, result: int) -> None:
        super().done(result)
        owner = self.parentWidget()
        if owner is not None:
            # Where no window manager does it, the keyboard would be left with nobody.
            owner.window().activateWindow()

    def add_text(self, sentence: str) -> Label:
        label = Label(sentence, "body", "ink2", wrap=True)
        self.body.addWidget(label)
        return label

    def add_button(
        self, text: str, kind: str = "plain", *, accepts: bool = False, default: bool = False
    ) -> Button:
        """A button at the right end of the row. It closes the dialog, as »yes« when it accepts."""
        button = Button(text, kind)
        button.setAutoDefault(default)
        button.setDefault(default)
        button.clicked.connect(self.accept if accepts else self.reject)
        self._buttons.addWidget(button)
        return button


class Writing(Dialog):
    """A dialog that somebody writes in: closed without »yes« it asks first. What was typed is never dropped
    without a word."""

    _begun: object = None
    """What the fields held when the dialog was shown."""

    def answer_now(self) -> object:
        """What the fields hold, to tell whether anything was changed."""
        raise NotImplementedError

    def half_typed(self) -> bool:
        """Whether something stands there that no answer can hold yet, such as half a date."""
        return False

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._begun is None:
            self._begun = self.answer_now()

    def reject(self) -> None:
        # Asked first: it may read the fields, and what can be read is an answer then.
        half = self.half_typed()
        if self._begun is not None and (half or self.answer_now() != self._begun):
            title = _tr("Skal det, du har skrevet, ikke gemmes?")
            sentence = _tr("Så er det væk. Du kan også gå tilbage og gøre det færdigt.")
            if not ask(self, title, sentence, _tr("Gem ikke"), _tr("Gå tilbage"), danger=True):
                return
        super().reject()


def ask(
    parent: QWidget | None, title: str, sentence: str, yes: str, no: str = "", *, danger: bool = False
) -> bool:
    """A question with two answers. Enter is yes, or no when the yes cannot be taken back (danger)."""
    dialog = Dialog(title, parent)
    dialog.add_text(sentence)
    dialog.add_button(no or _tr("Annullér"), default=danger)
    dialog.add_button(yes, "danger" if danger else "primary", accepts=True, default=not danger)
    answer = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return answer


def tell(parent: QWidget | None, title: str, sentence: str) -> None:
    """Something the user must have seen. Prefer a toast or a banner."""
    dialog = Dialog(title, parent)
    dialog.add_text(sentence)
    dialog.add_button(_tr("OK"), "primary", accepts=True, default=True)
    dialog.exec()
    dialog.deleteLater()


class TextPrompt(Dialog):
    """Asks for one line of text. TextPrompt.ask returns None when the user gives up."""

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        sentence: str = "",
        text: str = "",
        yes: str = "",
        *,
        max_length: int = 0,
        may_be_empty: bool = False,
    ) -> None:
        super().__init__(title, parent)
        self._may_be_empty = may_be_empty
        if sentence:
            self.add_text(sentence)
        self.field = LineField(text, name=title, max_length=max_length)
        self.body.addWidget(self.field)
        self.add_button(self.tr("Annullér"))
        self._yes = self.add_button(yes or self.tr("OK"), "primary", accepts=True, default=True)
        self.field.textChanged.connect(self._check)
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._check()

    def text(self) -> str:
        return self.field.value().strip()

    @staticmethod
    def ask(
        parent: QWidget | None,
        title: str,
        sentence: str = "",
        text: str = "",
        yes: str = "",
        *,
        max_length: int = 0,
        may_be_empty: bool = False,
    ) -> str | None:
        prompt = TextPrompt(
            parent, title, sentence, text, yes, max_length=max_length, may_be_empty=may_be_empty
        )
        answer = prompt.text() if prompt.exec() == QDialog.DialogCode.Accepted else None
        prompt.deleteLater()
        return answer

    def _check(self) -> None:
        self._yes.setEnabled(self._may_be_empty or bool(self.text()))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Dialog", text)
