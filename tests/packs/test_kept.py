"""What was read of a process at the last start is read again from beside, exactly, or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from trivselsdesk.packs import kept, loader
from trivselsdesk.packs.errors import PackErrors
from trivselsdesk.packs.library import Library, _read_once

BUNDLED = Path(__file__).parents[2] / "resources" / "packs"


@pytest.fixture(autouse=True)
def anew() -> None:
    """Each test begins as a program that has just been started."""
    _read_once.cache_clear()


def folders() -> list[Path]:
    return sorted(each for each in BUNDLED.iterdir() if (each / "pack.toml").is_file())


@pytest.mark.parametrize("folder", folders(), ids=lambda each: each.name)
def test_each_process_comes_back_as_it_was(folder: Path, tmp_path: Path) -> None:
    files = loader.read_files(folder)
    pack = loader.parse_pack(files)
    kept.keep(tmp_path, files, pack)
    found = kept.find(tmp_path, files)
    assert found == pack
    # Equal is not enough: 1 equals True, and a list in place of a tuple would be found later.
    assert repr(found) == repr(pack)
    assert hash(found.phases) == hash(pack.phases)


def test_the_second_start_reads_no_toml(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = [each.pack for each in Library([BUNDLED], tmp_path).packs]
    _read_once.cache_clear()

    def refuse(files: dict[str, str]) -> None:
        raise AssertionError("read again")

    monkeypatch.setattr(loader, "parse_pack", refuse)
    assert [each.pack for each in Library([BUNDLED], tmp_path).packs] == first


def test_other_words_are_another_process(tmp_path: Path) -> None:
    files = loader.read_files(folders()[0])
    kept.keep(tmp_path, files, loader.parse_pack(files))
    title = loader.parse_pack(files).title
    other = {**files, "pack.toml": files["pack.toml"].replace(title, "Noget andet")}
    assert kept.find(tmp_path, other) is None
    assert Library([BUNDLED], tmp_path).same_pack(other).title == "Noget andet"


def test_what_is_wrong_is_still_said_when_it_was_right_before(tmp_path: Path) -> None:
    files = loader.read_files(folders()[0])
    kept.keep(tmp_path, files, loader.parse_pack(files))
    with pytest.raises(PackErrors):
        Library([BUNDLED], tmp_path).same_pack({**files, "pack.toml": files["pack.toml"] + "\n[nonsens"})


def test_another_program_reads_for_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = loader.read_files(folders()[0])
    kept.keep(tmp_path, files, loader.parse_pack(files))
    monkeypatch.setattr(kept, "_reader", lambda: "en senere udgave")
    assert kept.find(tmp_path, files) is None


@pytest.mark.parametrize("spoilt", [b"", b"\xff\xfe", b"cut", b"changed", b"deep"])
def test_a_file_that_is_not_whole_counts_as_none(spoilt: bytes, tmp_path: Path) -> None:
    files = loader.read_files(folders()[0])
    pack = loader.parse_pack(files)
    kept.keep(tmp_path, files, pack)
    (place,) = tmp_path.iterdir()
    data = place.read_bytes()
    if spoilt == b"cut":
        spoilt = data[: len(data) // 2]
    elif spoilt == b"changed":
        spoilt = data.replace(b"true", b"false", 1)
    elif spoilt == b"deep":
        body = "[" * 100_000
        spoilt = f"{kept._digest(body)}\n{body}".encode()
    place.write_bytes(spoilt)
    assert kept.find(tmp_path, files) is None
    assert Library([BUNDLED], tmp_path).same_pack(files) == pack


def test_only_what_comes_with_the_program_is_kept(tmp_path: Path) -> None:
    files = loader.read_files(folders()[0])
    title = loader.parse_pack(files).title
    own = {**files, "pack.toml": files["pack.toml"].replace(title, "Stuen hos Karen")}
    library = Library([BUNDLED], tmp_path / "read")
    library.same_pack(own)
    assert not (tmp_path / "read").exists()
    library.same_pack(files)
    assert len(list((tmp_path / "read").iterdir())) == 1


def test_a_folder_that_takes_nothing_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "read").write_text("no folder")
    files = loader.read_files(folders()[0])
    assert Library([BUNDLED], tmp_path / "read").same_pack(files) == loader.parse_pack(files)


def test_old_ones_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "MOST", 2)
    for folder in folders():
        files = loader.read_files(folder)
        kept.keep(tmp_path, files, loader.parse_pack(files))
    assert len(list(tmp_path.iterdir())) == 2
