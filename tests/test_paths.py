"""Where files live."""

from __future__ import annotations

import sys
from pathlib import Path

import platformdirs
import pytest

from trivselsdesk import paths


def test_data_lives_where_the_variable_says(data_folder: Path) -> None:
    assert paths.data_dir() == data_folder
    inside = {paths.database_file(), paths.log_dir(), paths.user_pack_dir()}
    assert all(folder.parent == data_folder for folder in inside)
    assert not data_folder.exists()


def test_another_folder_can_be_chosen_for_good(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv(paths.DATA_VARIABLE)
    monkeypatch.setattr(platformdirs, "user_config_dir", lambda *_, **__: str(tmp_path / "config"))
    paths.choose_data_dir(tmp_path / "et andet sted")
    assert paths.database_file().parent == tmp_path / "et andet sted"
    (tmp_path / "config" / "data-folder.txt").write_text("ikke en sti", encoding="utf-8")
    assert paths.data_dir().name == "Trivselsdesk"


def test_a_folder_from_the_environment_is_changed_for_this_run_only(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(platformdirs, "user_config_dir", lambda *_, **__: str(tmp_path / "config"))
    paths.choose_data_dir(tmp_path / "nu")
    assert paths.data_dir() == tmp_path / "nu"
    assert not (tmp_path / "config").exists()


def test_data_is_local_and_named_after_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(paths.DATA_VARIABLE)
    monkeypatch.setattr(platformdirs, "user_config_dir", lambda *_, **__: "/nowhere")
    assert paths.data_dir().name == "Trivselsdesk"


def test_resources_are_found_here_and_when_frozen(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert (paths.resource_dir() / "themes" / "tokens.json").is_file()
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert paths.resource_dir() == tmp_path / "trivselsdesk" / "resources"
