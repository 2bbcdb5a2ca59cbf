"""The start of the window and the one place that wires it up: the window first, then the store behind it."""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QLibraryInfo, QLocale, QObject, QRectF, Qt, QTimer, QTranslator
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap, QPixmapCache
from PySide6.QtWidgets import QApplication

from trivselsdesk import __version__, paths
from trivselsdesk.ui import appearance, first_look, theme
from trivselsdesk.ui.faults import Faults
from trivselsdesk.ui.main_window import MainWindow
from trivselsdesk.ui.single import Doorbell, bring_forward
from trivselsdesk.ui.start.bar import paint_logo
from trivselsdesk.ui.warm import Warm

if TYPE_CHECKING:
    from trivselsdesk.store.lock import InstanceLock
    from trivselsdesk.store.store import Store
    from trivselsdesk.ui.bridge import Bridge

STYLE_VARIABLE = "QT_STYLE_OVERRIDE"
CACHE_KB = 128 * 1024
PAINT_PATIENCE_MS = 1000
"""A window that nobody sees is never painted; then the store is opened all the same."""
CHECK_AFTER_MS = 100
"""Long enough for the first picture to be painted."""
BACKUP_AFTER_MS = 400


def main(argv: Sequence[str] | None = None) -> int:
    """Run the window. Returns the exit code: 0 also when a window that is open already came forward."""
    if _without_screen():
        print(
            "Der er ingen skærm her. Skriv »trivselsdesk --help« for at se, hvad der går uden.",
            file=sys.stderr,
        )
        return 1
    os.environ.setdefault("QT_NO_GUI_THREADPOOL", "1")
    # What is made at the start stays: looking through it for garbage again and again only delays it.
    gc.disable()
    # Asking for the style afterwards, only to set another, takes longer than all of the first picture.
    os.environ[STYLE_VARIABLE] = theme.STYLE
    app = QApplication(list(argv) if argv is not None else sys.argv[:1])
    # A program that is opened from here has a style of its own.
    del os.environ[STYLE_VARIABLE]
    theme.has_style()
    if _is_used(paths.data_dir()) and bring_forward(paths.data_dir()):
        return 0
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    prepare(app)
    program = Program(app)
    program.show()
    return app.exec()


def _is_used(folder: Path) -> bool:
    """Whether another program has the folder. Asking the lock is quicker than loading Qt's network part."""
    from trivselsdesk.store.errors import StoreError
    from trivselsdesk.store.lock import InstanceLock

    lock = InstanceLock(folder)
    try:
        mine = not folder.is_dir() or lock.acquire()
    except (StoreError, OSError):
        return False
    lock.release()
    return not mine


def _without_screen() -> bool:
    wanted = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform.startswith("linux") and not any(os.environ.get(name) for name in wanted)


def prepare(app: QApplication) -> None:
    """Name, language, type and caches of the application."""
    app.setApplicationName(paths.APP_NAME)
    app.setApplicationVersion(__version__)
    QGuiApplication.setDesktopFileName("trivselsdesk")
    QLocale.setDefault(QLocale(QLocale.Language.Danish, QLocale.Country.Denmark))
    translator = QTranslator(app)
    if translator.load("qtbase_da", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(translator)
    QPixmapCache.setCacheLimit(CACHE_KB)
    theme.load_fonts()
    app.setWindowIcon(_icon())


def _icon() -> QIcon:
    icon = QIcon()
    for side in (32, 128):
        picture = QPixmap(side, side)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        paint_logo(painter, QRectF(0, 0, side, side))
        painter.end()
        icon.addPixmap(picture)
    return icon


def _is_there(file: Path) -> bool:
    try:
        return file.is_file()
    except OSError:
        return False


class Program(QObject):
    """The window, the lock and the store of one run."""

    def __init__(self, app: QApplication) -> None:
        super().__init__()
        self._app = app
        self.lock: InstanceLock | None = None
        self.store: Store | None = None
        self.bridge: Bridge | None = None
        self._doorbell: Doorbell | None = None
        self._look = first_look.read(paths.data_dir())
        appearance.use(app, self._look.theme, still=self._look.still)
        self.window = MainWindow()
        self.window.restore_wanted.connect(self.restore)
        self.faults = Faults(paths.log_dir(), self.window.show_fault)
        self._begun = False
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self._begin)
        self._check = QTimer(self)
        self._check.setSingleShot(True)
        self._check.setInterval(CHECK_AFTER_MS)
        self._check.timeout.connect(self._check_file)
        self._backup = QTimer(self)
        self._backup.setSingleShot(True)
        self._backup.setInterval(BACKUP_AFTER_MS)
        self._backup.timeout.connect(self._back_up)
        self._warm = Warm(self, (self.window.make_shell_ready, self.window.make_meeting_ready))
        app.aboutToQuit.connect(self.close)

    # The window, then the store

    def show(self) -> None:
        """Show the window; the store follows when it has been painted."""
        self.window.installEventFilter(self)
        if self._look.geometry:
            self.window.restoreGeometry(QByteArray.fromBase64(self._look.geometry.encode("ascii", "replace")))
            self.window.show()
        else:
            room = self.window.screen().availableGeometry()
            if room.width() < self.window.width() or room.height() < self.window.height():
                self.window.showMaximized()
            else:
                self.window.show()
        self._patience.start(PAINT_PATIENCE_MS)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.window and event.type() == QEvent.Type.Paint:
            self.window.removeEventFilter(self)
            self._patience.start(0)
        return False

    def _begin(self) -> None:
        if not self._begun:
            self.open()
            gc.freeze()
            gc.enable()

    def open(self, *, only_look: bool = False) -> bool:
        """Open the store and fill the window; what stands in the way gets a page of its own."""
        from trivselsdesk.packs.library import Library
        from trivselsdesk.store.errors import StoreError
        from trivselsdesk.store.store import Store
        from trivselsdesk.ui.bridge import Bridge

        self._begun = True
        database = paths.database_file()
        try:
            if only_look:
                self.store = Store.open_to_look(database)
            else:
                if not self._hold(database.parent):
                    return False
                self.store = Store.open(database)
            self.bridge = Bridge(self.store, Library(paths.pack_dirs(), paths.kept_pack_dir()))
            appearance.use_remembered(self._app, self.bridge.setting)
            self.window.begin(self.bridge)
        except StoreError as error:
            self._let_go()
            self._show_trouble(error.kind)
            return False
        self._check.start()
        self._backup.start()
        return True

    def _check_file(self) -> None:
        """Read the whole file, now that its programmes are on the screen. Nothing is written before."""
        from trivselsdesk.store.errors import StoreError

        if self.store is None:
            return
        try:
            if not self.store.readonly and not self.store.checked:
                self.store.verify()
        except StoreError as error:
            self._let_go()
            self._show_trouble(error.kind)
            return
        self._warm.start()

    def _hold(self, folder: Path) -> bool:
        """Be the one program of the folder, or leave it to the one that is."""
        from trivselsdesk.store.lock import InstanceLock

        if self.lock is None:
            lock = InstanceLock(folder)
            if not lock.acquire():
                if bring_forward(folder):
                    self._app.exit(0)
                else:
                    self._show_trouble("running")
                return False
            self.lock = lock
            self._doorbell = Doorbell(folder, self)
            self._doorbell.rung.connect(self.come_forward)
        return True

    def come_forward(self) -> None:
        """Somebody started the program again."""
        window = self.window
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()

    def _back_up(self) -> None:
        if self.bridge is not None and not self.bridge.store.readonly:
            self.bridge.back_up("start")

    # When it cannot be opened

    def _show_trouble(self, kind: str) -> None:
        from trivselsdesk.ui.start.trouble_page import TroublePage

        page = TroublePage(kind, paths.data_dir(), something_there=_is_there(paths.database_file()))
        page.wanted.connect(self._help)
        self.window.show_page(page)

    def _help(self, wanted: str) -> None:
        if wanted == "again":
            self.open()
        elif wanted == "look":
            self.open(only_look=True)
        elif wanted == "restore":
            self._ask_for_backup()
        else:
            self._choose_folder()

    def _ask_for_backup(self) -> None:
        from trivselsdesk.ui.start import backups

        chosen = backups.choose(paths.database_file(), self.window)
        if chosen:
            self.restore(chosen)

    def _choose_folder(self) -> None:
        from trivselsdesk.ui.start import folder

        chosen = folder.choose(self.window)
        if chosen is not None:
            self.move_to(chosen)

    def move_to(self, folder: Path) -> None:
        """Use another data folder from now on."""
        from trivselsdesk.ui.widgets.dialog import tell

        try:
            paths.choose_data_dir(folder)
        except OSError as error:
            self.faults.write(type(error).__name__, "choose_data_dir")
            title = self.tr("Vi kan ikke huske den mappe")
            tell(
                self.window,
                title,
                self.tr("Intet er ændret. Spørg jeres it om lov til at skrive i jeres hjemmemappe."),
            )
            return
        self._release()
        self.open()

    def restore(self, backup_path: str) -> None:
        """Close, put the backup in the place of the database, and open again."""
        from trivselsdesk.store import backup
        from trivselsdesk.store.errors import StoreError
        from trivselsdesk.ui.start.backups import moment_words
        from trivselsdesk.ui.widgets.dialog import tell

        self._let_go()
        failure = ""
        try:
            if self._hold(paths.database_file().parent):
                backup.put_back(paths.database_file(), Path(backup_path))
        except StoreError as error:
            failure = error.kind
        opened = self.open()
        if failure == "damaged":
            title = self.tr("Den sikkerhedskopi er også beskadiget")
            tell(self.window, title, self.tr("Intet er ændret. Vælg en ældre sikkerhedskopi."))
        elif failure:
            title = self.tr("Vi kunne ikke gendanne")
            sentence = self.tr("Intet er ændret. Se efter, om der er plads på disken, og prøv igen.")
            tell(self.window, title, sentence)
        elif opened:
            words = self.tr("Gendannet, som det var {moment}. Det gamle ligger ved siden af i datamappen.")
            self.window.toast.say(words.format(moment=moment_words(Path(backup_path))), "check")

    # Ending

    def close(self) -> None:
        """Let go of everything; the program is about to end."""
        self._keep_look()
        self._warm.stop()
        self._let_go()
        self._release()
        self.faults.stop()

    def _keep_look(self) -> None:
        if self.bridge is None or self.bridge.store.readonly:
            return
        setting = self.bridge.setting
        look = first_look.FirstLook(
            setting(appearance.THEME), setting(appearance.MOTION) == appearance.STILL, setting("geometry")
        )
        first_look.keep(paths.data_dir(), look)

    def _let_go(self) -> None:
        self._check.stop()
        self._backup.stop()
        self.window.end()
        self.bridge = None
        if self.store is not None:
            store, self.store = self.store, None
            store.close()

    def _release(self) -> None:
        if self._doorbell is not None:
            self._doorbell.close()
            self._doorbell = None
        if self.lock is not None:
            self.lock.release()
            self.lock = None
