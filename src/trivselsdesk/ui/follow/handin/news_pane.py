"""The short news for the staff: made of what was agreed, changed by hand where wanted, copied and printed."""

from __future__ import annotations

from typing import Any

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from trivselsdesk.domain.commands.base import Command
from trivselsdesk.domain.commands.handing import WriteSheet
from trivselsdesk.domain.copying import digest
from trivselsdesk.domain.news import is_behind, made_news, news_text
from trivselsdesk.domain.records import StaffNews
from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.follow.handin.pane import Pane
from trivselsdesk.ui.widgets.bound import Bound
from trivselsdesk.ui.widgets.buttons import Button
from trivselsdesk.ui.widgets.checkbox import Check
from trivselsdesk.ui.widgets.fields import TextField, flush_all
from trivselsdesk.ui.widgets.labels import Label


class NewsPane(Pane):
    """The text as it goes out. Until somebody changes it, it follows the plan by itself."""

    DOCUMENT = "nyt"

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        row = QHBoxLayout()
        row.setSpacing(12)
        self.names = Check(self.tr("Med navne"))
        self.names.clicked.connect(self._set_names)
        self.copy_button = Button(self.tr("Kopiér teksten"), icon="copy")
        self.copy_button.clicked.connect(self.copy)
        self.again_button = Button(self.tr("Lav teksten igen"), icon="undo")
        self.again_button.clicked.connect(self.make_again)
        row.addWidget(self.names)
        row.addStretch(1)
        row.addWidget(self.again_button)
        row.addWidget(self.copy_button)
        self.body.addLayout(row)
        self.field = TextField("", min_lines=14, max_lines=60, name=self.tr("Kort nyt til personalet"))
        self.field.left_empty.connect(self.refresh)
        self.body.addWidget(self.field)
        self.body.addWidget(
            Label(
                self.tr(
                    "Uden navne står der kun hvad og hvornår. Navne i jeres egne tekster bliver stående."
                ),
                "caption",
                "ink3",
                wrap=True,
            )
        )
        self.body.addStretch(1)
        self._bound = _Text(bridge, self.field, StaffNews, "text", make=self._command)

    def aim(self, programme_id: str) -> None:
        self.programme_id = programme_id
        self._bound.aim(programme_id, programme_id)
        self.refresh()

    def refresh(self) -> None:
        if self.pack.news is None:
            return
        self._bound.show()
        written = self.book.find(StaffNews, self.programme_id)
        own = written is not None and bool(written.text.strip())
        self.names.setChecked(written is None or not written.anonymous)
        self.names.setEnabled(not own)
        self.names.setToolTip(self.tr("Lav teksten igen for at vælge navne til eller fra") if own else "")
        self.again_button.setVisible(own)
        if is_behind(self.book, self.pack):
            words = self.tr(
                "Handleplanen er ændret, siden I rettede teksten. Ret den til, eller lav den igen."
            )
            self.state.show_state("changed", words)
        elif own:
            self.state.show_state("ready", self.tr("I har selv rettet teksten"))
        else:
            self.state.show_state("ready", self.tr("Teksten følger det, I har aftalt. Ret frit i den."))

    def copy(self) -> None:
        """Put the text on the clipboard."""
        flush_all()
        QGuiApplication.clipboard().setText(news_text(self.book, self.pack))
        self.toast.emit("copy", self.tr("Teksten er kopieret. Sæt den ind i en mail eller på intra."))

    def make_again(self) -> None:
        """Let go of what was written by hand; undo brings it back."""
        flush_all()
        self._run({"text": "", "digest": ""})

    def _set_names(self) -> None:
        flush_all()
        self._run({"anonymous": not self.names.isChecked()})

    def _run(self, values: dict[str, Any]) -> None:
        command = WriteSheet(programme_id=self.programme_id, kind=StaffNews, values=values, fold=False)
        if not self.bridge.run(command):
            self.refresh()

    def _command(self, programme_id: str, record_id: str, values: dict[str, Any]) -> Command:
        made = made_news(self.book, self.pack)
        # Typed back to what the program makes, it follows the plan again.
        text = "" if values["text"].strip() == made.strip() else values["text"]
        return WriteSheet(
            programme_id=programme_id,
            kind=StaffNews,
            values={"text": text, "digest": digest(made) if text else ""},
        )


class _Text(Bound):
    """Shows the text that the program makes until somebody has written another."""

    def show(self) -> None:
        # Whoever empties the field to write it anew does not find the old text in it again until it is left.
        if not self.field.hasFocus() or self.field.value().strip():
            super().show()

    def stored(self) -> str:
        if not self.programme_id:
            return ""
        pane = self._pane()
        return news_text(pane.book, pane.pack)

    def _pane(self) -> NewsPane:
        widget: QWidget | None = self.field
        while widget is not None and not isinstance(widget, NewsPane):
            widget = widget.parentWidget()
        assert widget is not None
        return widget
