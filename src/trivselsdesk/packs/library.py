"""The packs at hand: those that come with the program and those that a workplace has added."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from functools import cached_property, lru_cache
from pathlib import Path

from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.pack import Pack
from trivselsdesk.packs import kept
from trivselsdesk.packs.errors import PackError, PackErrors, fault
from trivselsdesk.packs.files import PACK_FILE, read_files


@dataclass(frozen=True)
class ShelfPack:
    """A pack that can be used, with the texts that a programme keeps of it."""

    folder: Path
    pack: Pack
    files: dict[str, str]


@dataclass(frozen=True)
class FaultyPack:
    """A folder that is meant to be a pack and cannot be used."""

    folder: Path
    errors: tuple[PackError, ...]


class Library:
    """Packs from several folders, read when somebody first asks.

    Each folder holds one folder for each pack. A pack in a later folder takes the place of one
    with the same id in an earlier folder, so a workplace can put its own edition over ours.
    The first folder has those that come with the program: in ``keep`` they are kept as they were read.
    """

    def __init__(self, folders: Sequence[Path], keep: Path | None = None) -> None:
        self._folders = tuple(folders)
        self._keep = keep
        self._read: dict[Path, tuple[dict[str, str], Pack]] = {}
        """Texts and pack of each folder as they were last read; the same texts give the same pack."""

    @property
    def packs(self) -> list[ShelfPack]:
        """The usable packs, by title."""
        return self._shelf[0]

    @property
    def faulty(self) -> list[FaultyPack]:
        """The folders that cannot be used, and why."""
        return self._shelf[1]

    def find(self, pack_id: str) -> ShelfPack | None:
        """The usable pack with that id."""
        return next((each for each in self.packs if each.pack.id == pack_id), None)

    def refresh(self) -> None:
        """Forget what was read; the next question reads the folders again."""
        self.__dict__.pop("_shelf", None)

    def same_pack(self, files: dict[str, str]) -> Pack:
        """The pack that these texts hold, read once however often it is asked for. Raises PackErrors."""
        with_program = self._folders[0] if self._folders else None
        return _read_once(tuple(sorted(files.items())), self._keep, with_program)

    def read_ahead(self) -> bool:
        """Read one pack more, so that ``packs`` need not read them all at once. Whether there are others."""
        for folder in self._folders:
            for each in _pack_folders(folder):
                if each not in self._read:
                    with suppress(PackErrors):
                        self._parsed(each, read_files(each))
                        return True
        return False

    @cached_property
    def _shelf(self) -> tuple[list[ShelfPack], list[FaultyPack]]:
        found: dict[str, ShelfPack] = {}
        faulty: list[FaultyPack] = []
        for folder in self._folders:
            here: dict[str, Path] = {}
            for each in _pack_folders(folder):
                try:
                    files = read_files(each)
                    pack = self._parsed(each, files)
                    if pack.id in here:
                        problem = f"Pakken i mappen {here[pack.id].name} har samme id: »{pack.id}«."
                        raise fault(PACK_FILE, None, problem, "Giv dem hver sit id.")
                except PackErrors as errors:
                    faulty.append(FaultyPack(each, errors.errors))
                    continue
                here[pack.id] = each
                found[pack.id] = ShelfPack(each, pack, files)
        return sorted(found.values(), key=lambda each: each.pack.title.casefold()), faulty

    def _parsed(self, folder: Path, files: dict[str, str]) -> Pack:
        known = self._read.get(folder)
        if known is None or known[0] != files:
            known = self._read[folder] = (files, self.same_pack(files))
        return known[1]


@lru_cache(maxsize=16)
def _read_once(files: tuple[tuple[str, str], ...], keep: Path | None, with_program: Path | None) -> Pack:
    """The same texts give the same pack, whichever library reads them: packs are never changed."""
    texts = dict(files)
    found = kept.find(keep, texts) if keep is not None else None
    if found is not None:
        return found
    from trivselsdesk.packs.loader import parse_pack

    pack = parse_pack(texts)
    if keep is not None and with_program is not None and _lies_in(with_program, texts):
        kept.keep(keep, texts, pack)
    return pack


def _lies_in(folder: Path, texts: dict[str, str]) -> bool:
    for each in _pack_folders(folder):
        with suppress(PackErrors):
            if read_files(each) == texts:
                return True
    return False


def _pack_folders(folder: Path) -> list[Path]:
    try:
        return sorted(
            each for each in folder.iterdir() if each.is_dir() and not each.name.startswith((".", "_"))
        )
    except OSError:
        # No folder yet: a workplace without packs of its own.
        return []
