"""A process written down as a folder of TOML, as somebody would have written it by hand."""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from trivselsdesk.packs.files import MEETING_FOLDER, PACK_FILE
from trivselsdesk.packs.loader import HEAD
from trivselsdesk.packs.rules import ID

_LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "é": "e", "ü": "u", "ö": "o", "ä": "a"})
_LONGEST_ID = 40
_DEVICE = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)")
_FIRST = ("id", "version", "schema", "title", "short_title", "kind")


def texts_of(tables: Mapping[str, Mapping[str, Any]]) -> dict[str, str]:
    """File name to TOML text."""
    import tomli_w

    return {name: tomli_w.dumps(_in_order(table)) for name, table in tables.items()}


def named(tables: Mapping[str, dict[str, Any]], pack_id: str, title: str, version: str) -> dict[str, Any]:
    """The tables under another id, title and version."""
    head = {**tables[PACK_FILE][HEAD], "id": pack_id, "title": title, "version": version}
    return {**tables, PACK_FILE: {**tables[PACK_FILE], HEAD: head}}


def id_from(title: str) -> str:
    """An id made of a title: »Vores udgave 2« becomes ``vores-udgave-2``."""
    plain = re.sub(r"[^a-z0-9]+", "-", title.casefold().translate(_LETTERS)).strip("-")
    found = re.sub(r"^[^a-z]+", "", plain)[:_LONGEST_ID].rstrip("-") or "proces"
    if _DEVICE.fullmatch(found):
        # Windows makes no folder of that name.
        found = f"proces-{found}"
    assert re.fullmatch(ID, found)
    return found


def write_folder(folder: Path, texts: Mapping[str, str]) -> None:
    """Write a pack into a folder, whole or not at all; what stood there before makes way. Raises OSError."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    draft = Path(tempfile.mkdtemp(prefix=".", suffix=".part", dir=folder.parent))
    old = draft.with_suffix(".old")
    try:
        for name, text in texts.items():
            path = draft / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        (draft / MEETING_FOLDER).mkdir(exist_ok=True)
        draft.chmod(0o755)
        if folder.exists():
            folder.replace(old)
        try:
            draft.replace(folder)
        except OSError:
            if old.exists():
                old.replace(folder)
            raise
    finally:
        with suppress(OSError):
            shutil.rmtree(draft, ignore_errors=True)
            shutil.rmtree(old, ignore_errors=True)


def _in_order(value: Any) -> Any:
    """Tables with what names them first, plain values before tables, as one reads them."""
    if isinstance(value, Mapping):
        keys = [*(key for key in _FIRST if key in value), *(key for key in value if key not in _FIRST)]
        if HEAD in value:
            keys = [HEAD, *(key for key in keys if key != HEAD)]
        return {key: _in_order(value[key]) for key in keys}
    if isinstance(value, list | tuple):
        return [_in_order(each) for each in value]
    return value
