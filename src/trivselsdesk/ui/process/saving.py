"""A programme's process saved as one of the unit's own: in its folder of processes, or in any other."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from trivselsdesk import paths
from trivselsdesk.packs.errors import PackErrors
from trivselsdesk.packs.from_programme import tables_of
from trivselsdesk.packs.loader import parse_pack
from trivselsdesk.packs.own import own_pack
from trivselsdesk.packs.writing import id_from, named, texts_of, write_folder
from trivselsdesk.ui.process.texts import Texts
from trivselsdesk.ui.widgets.dialog import Dialog, tell
from trivselsdesk.ui.widgets.fields import Labelled, LineField

_VERSION = "1.0"
_TITLE = 60


class OwnDialog(Dialog):
    """The title and the version. The name of its folder follows from the title."""

    def __init__(self, title: str, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Gem som egen proces"), parent, width=540)
        self._folder = folder
        self.add_text(
            self.tr(
                "Processen gemmes med jeres egne ord, drejebog, spilleregler og tjekliste, så andre forløb "
                "kan begynde på den. Sedler, navne og svar følger ikke med."
            )
        )
        self.title_field = LineField(title, name=self.tr("Titel"), max_length=_TITLE)
        self._title = Labelled(self.tr("Titel"), self.title_field)
        self.body.addWidget(self._title)
        self.version = LineField(_VERSION, name=self.tr("Udgave"), max_length=14)
        self._version = Labelled(self.tr("Udgave"), self.version)
        self.body.addWidget(self._version)
        self.add_button(self.tr("Annullér"))
        self._yes = self.add_button(self.tr("Gem processen"), "primary", accepts=True, default=True)
        self.title_field.textChanged.connect(self._check)
        self.version.textChanged.connect(self._check)
        self._check()

    @property
    def pack_id(self) -> str:
        """What the process is known by."""
        return id_from(self.title_field.value())

    def _check(self) -> None:
        title, version = self.title_field.value().strip(), self.version.value().strip()
        sound = _is_version(version)
        self._version.show_error("" if sound else self.tr("Skriv tal med punktum imellem, fx 1.0."))
        there = (self._folder / self.pack_id).exists() if title else False
        words = self.tr(
            "Den ligger der allerede og får en ny udgave. Forløb, der er i gang, beholder deres egen."
        )
        new = self.tr("Den får mappen {name}.").format(name=self.pack_id)
        self._title.set_help((words if there else new) if title else "")
        self._yes.setEnabled(bool(title) and len(title) <= _TITLE and sound)


def save_as_own(parent: QWidget, texts: Texts, folder: Path | None = None) -> str:
    """Ask for a title, and save. Returns the sentence that says so; nothing when somebody gave up or it
    could not be saved, which has been said then.
    """
    target = folder or paths.user_pack_dir()
    dialog = OwnDialog(_proposed(texts), target, parent)
    accepted = dialog.exec() == Dialog.DialogCode.Accepted
    title, version = dialog.title_field.value().strip(), dialog.version.value().strip()
    dialog.deleteLater()
    return write_own(parent, texts, target, title, version) if accepted else ""


def write_own(parent: QWidget, texts: Texts, target: Path, title: str, version: str) -> str:
    """Save under that title and version. Returns as ``save_as_own`` does."""
    pack_id, bridge = id_from(title), texts.bridge
    shelf = bridge.library.find(pack_id)
    if shelf is not None and shelf.folder.parent != paths.user_pack_dir() and target == paths.user_pack_dir():
        tell(
            parent,
            _tr("Den titel er taget"),
            _tr("Der følger en proces med programmet, som hedder det samme. Giv jeres en anden titel."),
        )
        return ""
    book = bridge.book(texts.programme_id)
    try:
        tables = named(tables_of(own_pack(texts.files, texts.own), book), pack_id, title, version)
        written = texts_of(tables)
        parse_pack(written)
        write_folder(target / pack_id, written)
    except PackErrors as errors:
        first = errors.errors[0]
        tell(parent, _tr("Processen kan ikke gemmes endnu"), f"{first.problem} {first.mend}")
        return ""
    except OSError:
        tell(
            parent,
            _tr("Processen kan ikke gemmes"),
            _tr("Vi kan ikke skrive i mappen {folder}. Intet er ændret.").format(folder=target),
        )
        return ""
    bridge.library.refresh()
    if target != paths.user_pack_dir():
        return _tr("Gemt i mappen {folder}").format(folder=target / pack_id)
    return _tr("Gemt som »{title}«, udgave {version}. Den står på forsiden under »Nyt forløb«.").format(
        title=title, version=version
    )


def _proposed(texts: Texts) -> str:
    title = own_pack(texts.files, texts.own).pack.title
    book = texts.bridge.book(texts.programme_id)
    return _tr("{title} – {name}").format(title=title, name=book.programme.name)[:_TITLE]


def _is_version(text: str) -> bool:
    parts = text.split(".")
    return 1 <= len(parts) <= 3 and all(
        each.isascii() and each.isdigit() and len(each) <= 4 for each in parts
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("OwnProcess", text)
