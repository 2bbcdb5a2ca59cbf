"""»Ny udgave af processen«: offered quietly, shown before it is taken, and undone like anything else."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from trivselsdesk.domain.commands.own_texts import TakeEdition
from trivselsdesk.domain.in_use import in_use
from trivselsdesk.packs.editions import Change, changes, gone_rows, is_newer, row_words
from trivselsdesk.packs.library import ShelfPack
from trivselsdesk.store.errors import StoreError
from trivselsdesk.ui import theme
from trivselsdesk.ui.process.texts import Texts
from trivselsdesk.ui.widgets.buttons import Button
from trivselsdesk.ui.widgets.card import Panel, ScrollArea
from trivselsdesk.ui.widgets.dialog import Dialog
from trivselsdesk.ui.widgets.labels import Label

_MOST = 60
_MOST_HELD = 6


class EditionBar(Panel):
    """Hidden while the shelf holds no newer edition of the programme's process."""

    undo_toast = Signal(str, str)

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(
            "primaryTint", radius=theme.current().radius("control"), own_layout=True, parent=parent
        )
        self._texts = texts
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 10, 8)
        row.setSpacing(12)
        self.words = Label("", "body", wrap=True)
        row.addWidget(self.words, 1)
        self.show_changes = Button(self.tr("Se, hvad der er nyt"), "plain", "eye", small=True)
        self.show_changes.clicked.connect(self.look)
        row.addWidget(self.show_changes)
        self.hide()

    def newer(self) -> ShelfPack | None:
        """The newer edition, if there is one."""
        bridge = self._texts.bridge
        programme = bridge.book(self._texts.programme_id).programme
        shelf = bridge.library.find(programme.pack_id)
        if shelf is None or bridge.store.readonly:
            return None
        return shelf if is_newer(shelf.pack.version, programme.pack_version) else None

    def refresh(self) -> None:
        """Show the offer where there is one."""
        found = self.newer()
        self.setVisible(found is not None)
        if found is not None:
            programme = self._texts.bridge.book(self._texts.programme_id).programme
            self.words.set_text(
                self.tr(
                    "Ny udgave af processen: {new}. Forløbet bruger {old} og bliver ved det, "
                    "til I vælger andet."
                ).format(new=found.pack.version, old=programme.pack_version.partition("+")[0])
            )

    def look(self) -> None:
        """Show what would change, and take it when somebody says so."""
        found = self.newer()
        if found is None:
            return
        told = changes(self._texts.files, found.files, self._texts.own)
        dialog = EditionDialog(found, told, self.held(found), self.window())
        if dialog.exec() == Dialog.DialogCode.Accepted:
            self.take(found)
        dialog.deleteLater()

    def held(self, found: ShelfPack) -> list[str]:
        """Where the rows stand that the edition no longer has, though somebody has written under them."""
        files, own = self._texts.files, self._texts.own
        book = self._texts.bridge.book(self._texts.programme_id)
        used = [each for each in gone_rows(files, found.files, own) if in_use(book, *each)]
        return row_words(files, own, used)

    def take(self, found: ShelfPack) -> None:
        """Go over to the edition."""
        bridge, programme_id = self._texts.bridge, self._texts.programme_id
        try:
            bridge.keep_pack(found.pack, found.files)
        except StoreError as error:
            bridge.failed.emit(error.kind)
            return
        gone = gone_rows(self._texts.files, found.files, self._texts.own)
        command = TakeEdition(programme_id=programme_id, version=found.pack.version, taken_out=gone)
        if bridge.run(command):
            words = self.tr("Forløbet bruger nu udgave {version}").format(version=found.pack.version)
            self.undo_toast.emit("check", words)


class EditionDialog(Dialog):
    """What changes, place by place. ``held``: the places that keep the edition from being taken."""

    def __init__(
        self, found: ShelfPack, told: list[Change], held: Sequence[str] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(self.tr("Ny udgave af processen"), parent, width=720)
        self.add_text(
            self.tr(
                "Jeres egne ord bliver stående. Drejebogen, spillereglerne og tjeklisten er jeres "
                "og ændres ikke. I kan fortryde bagefter."
            )
        )
        if held:
            self._say_held(held)
        area = ScrollArea(margins=(0, 0, 8, 0), spacing=2)
        for each in told[:_MOST]:
            area.body.addWidget(Label(each.where, "caption", "ink3", weight=600, wrap=True))
            if each.before:
                area.body.addWidget(
                    Label(self.tr("Før: {words}").format(words=each.before), "body", "ink2", wrap=True)
                )
            if each.after:
                area.body.addWidget(Label(self.tr("Nu: {words}").format(words=each.after), "body", wrap=True))
            if each.own:
                kept = self.tr("I har jeres egne ord her, og de bliver.")
                area.body.addWidget(Label(kept, "caption", "primaryInk", wrap=True))
            area.body.addSpacing(10)
        if not told:
            area.body.addWidget(
                Label(self.tr("Ingen af de ord, I ser, er ændret."), "body", "ink2", wrap=True)
            )
        if len(told) > _MOST:
            rest = self.tr("Og {count} steder mere.").format(count=len(told) - _MOST)
            area.body.addWidget(Label(rest, "body", "ink2"))
        area.body.addStretch(1)
        area.setMinimumHeight(min(420, 60 + 84 * len(told)))
        self.body.addWidget(area)
        if held:
            self.add_button(self.tr("Behold den gamle"), "primary", default=True)
            return
        self.add_button(self.tr("Behold den gamle"))
        self.add_button(self.tr("Tag den nye udgave"), "primary", accepts=True, default=True)

    def _say_held(self, held: Sequence[str]) -> None:
        """What has to be moved or deleted first, before anybody has pressed anything."""
        self.held = Label(
            self.tr(
                "Den nye udgave har ikke længere det her, men I har skrevet i det. "
                "Flyt eller slet det først, så kan I tage udgaven:"
            ),
            "body",
            "warnInk",
            weight=600,
            wrap=True,
        )
        self.body.addWidget(self.held)
        self.held_places = [Label(f"• {each}", "body", wrap=True) for each in held[:_MOST_HELD]]
        if len(held) > _MOST_HELD:
            rest = self.tr("• og {count} steder mere").format(count=len(held) - _MOST_HELD)
            self.held_places.append(Label(rest, "body", "ink2"))
        for each in self.held_places:
            self.body.addWidget(each)
