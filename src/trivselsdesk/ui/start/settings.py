"""The few choices of this machine, where the data lie, and what the program is made of."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QWidget

from trivselsdesk import __version__
from trivselsdesk.ui import appearance
from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.clock.sound_box import SoundBox
from trivselsdesk.ui.start import backups
from trivselsdesk.ui.widgets.buttons import Button
from trivselsdesk.ui.widgets.card import ScrollArea, hline
from trivselsdesk.ui.widgets.checkbox import Check
from trivselsdesk.ui.widgets.dialog import Dialog
from trivselsdesk.ui.widgets.labels import Label
from trivselsdesk.ui.widgets.segmented import Segmented

LICENCES = (
    ("Qt og PySide6", "LGPL-3.0"),
    ("SQLAlchemy", "MIT"),
    ("reportlab", "BSD-3-Clause"),
    ("platformdirs", "MIT"),
    ("pypdfium2 og PDFium", "Apache-2.0 / BSD-3-Clause"),
    ("icalendar", "BSD-2-Clause"),
    ("pyphen", "LGPL-2.1"),
    ("Python", "PSF-2.0"),
    ("SQLite", "fri for ophavsret"),
    ("Lato", "SIL Open Font License 1.1"),
)


class SettingsDialog(Dialog):
    """Choices take effect at once and are remembered at once."""

    restore_wanted = Signal(str)

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__("", parent, width=560)
        self.setWindowTitle(self.tr("Indstillinger"))
        self.title.set_text(self.tr("Indstillinger"))
        self._bridge = bridge
        self._heading(self.tr("Farver"))
        self.theme = Segmented(
            (("light", self.tr("Lys"), None), ("dark", self.tr("Mørk – høj kontrast"), None)),
            name=self.tr("Farver"),
        )
        self.theme.set_value(bridge.setting(appearance.THEME, "light"))
        self.theme.chosen.connect(self._choose_theme)
        row = QHBoxLayout()
        row.addWidget(self.theme)
        row.addStretch(1)
        self.body.addLayout(row)
        self.still = Check(self.tr("Uden bevægelse"))
        self.still.setChecked(bridge.setting(appearance.MOTION) == appearance.STILL)
        self.still.toggled.connect(self._choose_motion)
        self.body.addWidget(self.still)
        self.body.addWidget(hline())
        self._heading(self.tr("Lyd"))
        self.sound = SoundBox(bridge)
        self.body.addWidget(self.sound)
        self.body.addWidget(hline())
        self._heading(self.tr("Jeres data"))
        self.add_text(self.tr("Alt ligger i den her mappe på denne computer. Intet sendes over nettet."))
        self.folder = QLineEdit(str(bridge.store.path.parent))
        self.folder.setReadOnly(True)
        self.folder.setAccessibleName(self.tr("Mappen med jeres data"))
        self.body.addWidget(self.folder)
        self.restore = Button(self.tr("Gendan fra en sikkerhedskopi …"), icon="undo")
        self.restore.clicked.connect(self._restore)
        self.restore.setEnabled(bridge.store.closed_to_writing != "newer")
        row = QHBoxLayout()
        row.addWidget(self.restore)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addWidget(hline())
        row = QHBoxLayout()
        words = self.tr("Trivselsdesk {version} · fri software under MPL-2.0").format(version=__version__)
        row.addWidget(Label(words, "caption", "ink3"), 1)
        self.licences = Button(self.tr("Licenser"), "link", small=True)
        self.licences.clicked.connect(self._show_licences)
        row.addWidget(self.licences)
        self.body.addLayout(row)
        self.add_button(self.tr("Luk"), "primary", accepts=True, default=True)

    def _heading(self, words: str) -> None:
        self.body.addWidget(Label(words, "section"))

    def _choose_theme(self, name: str) -> None:
        self._bridge.remember(appearance.THEME, name)
        self._show_look(name, self.still.isChecked())

    def _choose_motion(self, still: bool) -> None:
        self._bridge.remember(appearance.MOTION, appearance.STILL if still else "")
        self._show_look(self.theme.value(), still)

    def _show_look(self, name: str, still: bool) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            appearance.use(app, name, still=still)

    def _restore(self) -> None:
        chosen = backups.choose(self._bridge.store.path, self)
        if chosen:
            self.accept()
            self.restore_wanted.emit(chosen)

    def _show_licences(self) -> None:
        dialog = LicencesDialog(self)
        dialog.exec()
        dialog.deleteLater()


class LicencesDialog(Dialog):
    """What others have made, and under which terms."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent, width=480)
        self.setWindowTitle(self.tr("Licenser"))
        self.title.set_text(self.tr("Licenser"))
        self.add_text(
            self.tr(
                "Trivselsdesk er fri software under Mozilla Public License 2.0. "
                "I må bruge, dele og ændre det. Det bygger på andres arbejde:"
            )
        )
        area = ScrollArea(spacing=2)
        for name, licence in LICENCES:
            row = QHBoxLayout()
            row.addWidget(Label(name, "bodyStrong"), 1)
            row.addWidget(Label(licence, "body", "ink2"), 0, Qt.AlignmentFlag.AlignRight)
            area.body.addLayout(row)
        area.body.addStretch(1)
        area.setMinimumHeight(250)
        self.body.addWidget(area)
        self.add_button(self.tr("Luk"), "primary", accepts=True, default=True)
