"""The files of a process pack as they lie in their folder, whatever is written in them."""

from __future__ import annotations

from pathlib import Path

from trivselsdesk.packs.errors import PackError, PackErrors, fault

PACK_FILE = "pack.toml"
MEETING_FOLDER = "meetings"
MOST_MEETINGS = 20
LARGEST_FILE = 1_000_000
"""Bytes, or characters of a text that is already read."""


def read_files(folder: Path) -> dict[str, str]:
    """File name to text: ``pack.toml`` and ``meetings/….toml``. Raises PackErrors."""
    names = [PACK_FILE]
    try:
        beside = sorted(each.name for each in (folder / MEETING_FOLDER).glob("*.toml") if each.is_file())
    except OSError:
        beside = []
    names += [f"{MEETING_FOLDER}/{name}" for name in beside[: MOST_MEETINGS + 1]]
    texts: dict[str, str] = {}
    errors: list[PackError] = []
    for name in names:
        try:
            texts[name] = _read(folder / name, name)
        except PackErrors as found:
            errors.extend(found.errors)
    if errors:
        raise PackErrors(errors)
    return texts


def _read(path: Path, name: str) -> str:
    try:
        if not path.is_file():
            raise fault(
                name, None, "Filen mangler.", "En procespakke er en mappe med pack.toml og mindst ét møde."
            )
        if path.stat().st_size > LARGEST_FILE:
            raise fault(name, None, "Filen er for stor.", "En procespakke fylder højst 1 MB.")
        data = path.read_bytes()
    except OSError:
        raise fault(name, None, "Filen kan ikke åbnes.", "Se efter, om du må læse mappen.") from None
    try:
        # Notepad puts a byte order mark first.
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise fault(name, line, "Et tegn kan ikke læses.", "Gem filen som UTF-8.") from None
