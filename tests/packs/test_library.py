"""The library shows what can be used, says what cannot, and lets a workplace put its own edition on top."""

from __future__ import annotations

import shutil
from pathlib import Path

from trivselsdesk.packs.library import Library
from trivselsdesk.packs.loader import parse_pack

BUNDLED = Path(__file__).parents[2] / "resources" / "packs"


def own_pack(folder: Path, name: str, **changes: str) -> Path:
    """A copy of the bundled pack with some words of pack.toml changed."""
    place = folder / name
    shutil.copytree(BUNDLED / "trivselsdialog", place)
    path = place / "pack.toml"
    text = path.read_text(encoding="utf-8")
    for key, value in changes.items():
        old = next(line for line in text.splitlines() if line.startswith(f"{key} = "))
        text = text.replace(old, f"{key} = {value}", 1)
    path.write_text(text, encoding="utf-8")
    return place


def test_bundled_packs_are_sound() -> None:
    library = Library([BUNDLED])
    assert library.faulty == []
    found = library.find("trivselsdialog")
    assert found is not None
    assert parse_pack(found.files) == found.pack
    assert library.find("nothing") is None


def test_a_missing_folder_is_an_empty_one(tmp_path: Path) -> None:
    library = Library([tmp_path / "none"])
    assert (library.packs, library.faulty) == ([], [])


def test_a_faulty_pack_is_listed_beside_the_others(tmp_path: Path) -> None:
    own_pack(tmp_path, "good", id='"vores"', title='"Vores egen"')
    bad = own_pack(tmp_path, "bad", schema='"et"')
    (tmp_path / "empty").mkdir()
    (tmp_path / ".hidden").mkdir()
    (tmp_path / "note.txt").write_text("not a pack")
    library = Library([BUNDLED, tmp_path])
    ids = {each.pack.id for each in library.packs}
    assert ids == {"vores", *(each.pack.id for each in Library([BUNDLED]).packs)}
    assert {each.folder.name for each in library.faulty} == {"bad", "empty"}
    (error,) = next(each.errors for each in library.faulty if each.folder == bad)
    assert error.file == "pack.toml" and error.line == 6


def test_an_own_pack_takes_the_place_of_ours(tmp_path: Path) -> None:
    own_pack(tmp_path, "mine", title='"Vores udgave"')
    library = Library([BUNDLED, tmp_path])
    assert len(library.packs) == len(Library([BUNDLED]).packs)
    titles = {each.pack.id: each.pack.title for each in library.packs}
    assert titles["trivselsdialog"] == "Vores udgave"


def test_two_with_the_same_id_in_one_folder(tmp_path: Path) -> None:
    own_pack(tmp_path, "a")
    own_pack(tmp_path, "b")
    library = Library([tmp_path])
    assert [each.folder.name for each in library.packs] == ["a"]
    (faulty,) = library.faulty
    assert "mappen a har samme id" in str(faulty.errors[0])


def test_reads_again_when_asked(tmp_path: Path) -> None:
    library = Library([tmp_path])
    assert library.packs == []
    own_pack(tmp_path, "late")
    assert library.packs == []
    library.refresh()
    assert len(library.packs) == 1


def test_packs_are_read_one_by_one(tmp_path: Path) -> None:
    own_pack(tmp_path, "a", id='"a"')
    own_pack(tmp_path, "bad", schema='"et"')
    own_pack(tmp_path, "c", id='"c"')
    library = Library([tmp_path])
    assert [library.read_ahead() for _ in range(3)] == [True, True, False]
    assert {each.pack.id for each in library.packs} == {"a", "c"}
    assert [each.folder.name for each in library.faulty] == ["bad"]
