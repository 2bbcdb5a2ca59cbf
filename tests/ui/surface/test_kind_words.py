"""What a note is called aloud: the process's own words, also where there is no trio and nothing is pink."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.ui.desk import library
from trivselsdesk.ui.surface.zones import kind_words


@pytest.mark.parametrize(
    ("pack_id", "called"),
    [
        ("trivselsdialog", ["Gul seddel", "Pink seddel fra trioen"]),
        ("trivsel_paa_tvaers", ["Gul seddel", "Seddel fra oplægget"]),
    ],
)
def test_a_note_is_called_what_the_process_calls_it(pack_id: str, called: list[str]) -> None:
    shelf = library().find(pack_id)
    assert shelf is not None
    pack = shelf.pack
    assert [kind_words(each, pack) for each in pack.note_types] == called
    first = replace(pack.note_types[0], name="", label="Blå", origin="trio")
    assert kind_words(first, replace(pack, trio="Leder og AMR")) == "Blå seddel fra leder og AMR"
