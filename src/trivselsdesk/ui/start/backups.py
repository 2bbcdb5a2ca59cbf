"""Choosing a backup to put in the place of the database."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from trivselsdesk.domain.danish import format_clock, format_date
from trivselsdesk.store import backup
from trivselsdesk.ui.widgets.dialog import Dialog

ROW = 40


def _tr(text: str) -> str:
    return QCoreApplication.translate("Backups", text)


def moment_words(path: Path) -> str:
    """When a backup was taken: »fredag 20. november 2026 kl. 13.20«."""
    when = backup.taken_at(path)
    clock = format_clock(when.hour * 60 + when.minute)
    return _tr("{day} kl. {time}").format(day=format_date(when.date(), weekday=True), time=clock)


class BackupDialog(Dialog):
    """The backups of a database, newest first. ``value`` is the one that was chosen."""

    def __init__(self, database: Path, parent: QWidget | None = None) -> None:
        super().__init__(_tr("Gendan fra en sikkerhedskopi"), parent, width=520)
        self.found = backup.listed(database)
        if not self.found:
            self.add_text(
                _tr("Der er ingen sikkerhedskopier endnu. Der bliver taget en, hver gang I åbner programmet.")
            )
            self.add_button(_tr("Luk"), "primary", accepts=False, default=True)
            return
        self.add_text(
            _tr(
                "Alle forløb bliver, som de var på det tidspunkt. "
                "Det, I har nu, bliver gemt ved siden af i datamappen, så intet er tabt."
            )
        )
        self.list = QListWidget()
        self.list.setAccessibleName(_tr("Sikkerhedskopier"))
        self.list.setMinimumHeight(240)
        for path in self.found:
            item = QListWidgetItem(moment_words(path))
            item.setSizeHint(QSize(0, ROW))
            item.setData(Qt.ItemDataRole.UserRole, str(path))
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.list.itemActivated.connect(self.accept)
        self.body.addWidget(self.list)
        self.add_button(_tr("Annullér"))
        self.add_button(_tr("Gendan"), "primary", accepts=True, default=True)
        self.list.setFocus()

    def value(self) -> str:
        """The path of the chosen backup; empty when there is none."""
        item = self.list.currentItem() if self.found else None
        return str(item.data(Qt.ItemDataRole.UserRole)) if item else ""


def choose(database: Path, parent: QWidget | None) -> str:
    """Ask for a backup. Returns its path, or nothing."""
    dialog = BackupDialog(database, parent)
    chosen = dialog.value() if dialog.exec() == Dialog.DialogCode.Accepted else ""
    dialog.deleteLater()
    return chosen
