"""Writing a file: whole or not at all."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from trivselsdesk.store.errors import StoreError
from trivselsdesk.store.files import write_safely


def kind(path: Path, data: bytes = b"x") -> str:
    """The kind of the error that writing gives."""
    with pytest.raises(StoreError) as caught:
        write_safely(path, data)
    return caught.value.kind


def test_a_file_is_written_and_written_over(tmp_path: Path) -> None:
    path = tmp_path / "Forløb æøå.trivsel"
    write_safely(path, b"en")
    path.chmod(0o640)
    write_safely(path, b"to")
    assert path.read_bytes() == b"to"
    assert path.stat().st_mode & 0o777 == 0o640
    assert list(tmp_path.glob(".*.part")) == []


def test_a_folder_that_is_not_there_is_told_and_not_made(tmp_path: Path) -> None:
    assert kind(tmp_path / "findes" / "ikke.pdf") == "folder"
    assert kind(tmp_path) == "folder"
    (tmp_path / "file").touch()
    assert kind(tmp_path / "file" / "a.pdf") == "folder"
    assert kind(tmp_path / ("x" * 400)) == "folder"
    assert [each.name for each in tmp_path.iterdir() if each.name != "data"] == ["file"]


def test_a_full_disk_leaves_the_old_file(small_disk: Path) -> None:
    path = small_disk / "a.pdf"
    write_safely(path, b"gammel")
    assert kind(path, b"x" * 3_000_000) == "full"
    assert path.read_bytes() == b"gammel"
    assert [each.name for each in small_disk.iterdir()] == ["a.pdf"]


def test_a_write_cut_off_leaves_the_old_file(
    tmp_path: Path, files_at_most: Callable[[int], AbstractContextManager[None]]
) -> None:
    path = tmp_path / "a.pdf"
    write_safely(path, b"gammel")
    with files_at_most(1000):
        assert kind(path, b"x" * 5000) == "failed"
    assert path.read_bytes() == b"gammel"


def test_a_folder_that_may_not_be_written_is_told(
    tmp_path: Path, turn_readonly: Callable[[Path], None]
) -> None:
    folder = tmp_path / "locked"
    folder.mkdir()
    turn_readonly(folder)
    assert kind(folder / "a.pdf") == "readonly"
