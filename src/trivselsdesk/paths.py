"""Where the program's own files and the user's files live; the one place that knows it."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import platformdirs

APP_NAME = "Trivselsdesk"
DATA_VARIABLE = "TRIVSELSDESK_DATA"


def resource_dir() -> Path:
    """The folder with packs, fonts, icons and themes: inside the package when installed or frozen,
    else the repository's own folder."""
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen:
        return Path(frozen) / "trivselsdesk" / "resources"
    package = Path(__file__).resolve().parent
    installed = package / "resources"
    return installed if installed.is_dir() else package.parents[1] / "resources"


def data_dir() -> Path:
    """The folder of the live database. Local, never roaming: a synchronised folder can damage it."""
    chosen = os.environ.get(DATA_VARIABLE) or _chosen()
    if chosen:
        return Path(chosen)
    return Path(platformdirs.user_data_dir(APP_NAME, appauthor=False, roaming=False))


def choose_data_dir(folder: Path) -> None:
    """Use another data folder from now on, also at the next start. Raises OSError.

    Where the variable of the environment rules, it is changed for this run only.
    """
    if os.environ.get(DATA_VARIABLE):
        os.environ[DATA_VARIABLE] = str(folder)
        return
    note = _note_of_choice()
    note.parent.mkdir(parents=True, exist_ok=True)
    note.write_text(str(folder), encoding="utf-8")


def database_file() -> Path:
    """The live database. Its backups lie beside it, where store/backup.py puts them."""
    return data_dir() / "trivselsdesk.db"


def log_dir() -> Path:
    """The folder of the log, which never holds what people wrote."""
    return data_dir() / "log"


def user_pack_dir() -> Path:
    """The folder where a workplace can put process packs of its own."""
    return data_dir() / "packs"


def kept_pack_dir() -> Path:
    """The folder where processes of the program are kept as they were read. It can be deleted at any time."""
    return data_dir() / "read"


def example_file() -> Path:
    """The text of the example programme."""
    return resource_dir() / "examples" / "kastanjen.toml"


def pack_dirs() -> list[Path]:
    """The folders of process packs; later ones win."""
    return [resource_dir() / "packs", user_pack_dir()]


def _note_of_choice() -> Path:
    return Path(platformdirs.user_config_dir(APP_NAME, appauthor=False, roaming=False)) / "data-folder.txt"


def _chosen() -> str:
    try:
        text = _note_of_choice().read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return ""
    return text if text and Path(text).is_absolute() else ""
