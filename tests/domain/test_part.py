"""A part of the drejebog brings its tool, headline and words from the unit's rows and the pack."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from trivselsdesk import paths
from trivselsdesk.domain import part
from trivselsdesk.domain.agenda import Slot, slots
from trivselsdesk.domain.book import Book
from trivselsdesk.domain.own_words import override_id
from trivselsdesk.domain.pack import Pack
from trivselsdesk.domain.records import Override
from trivselsdesk.domain.setup import new_programme
from trivselsdesk.packs.library import Library


@pytest.fixture(scope="module")
def pack() -> Pack:
    shelf = Library([paths.resource_dir() / "packs"]).find("trivselsdialog")
    assert shelf is not None
    return shelf.pack


@pytest.fixture
def book(pack: Pack) -> Book:
    return Book(new_programme(pack, "Kastanjen", datetime(2026, 5, 5)))


def named(book: Book, title: str) -> Slot:
    return next(each for each in slots(book, book.meeting) if each.title == title)


def test_a_step_has_its_own_tool_headline_and_words(book: Book, pack: Pack) -> None:
    slot = named(book, "Placér temaer")
    tool = part.tool_of(book, pack, book.meeting, slot)
    assert (tool.kind, tool.params["focus"]) == ("matrix", "place")
    assert part.heading(book, pack, book.meeting, slot) == "Hvor hører temaet til?"
    assert part.script(book, pack, slot)[0].startswith("Kan vi selv ændre det")


def test_a_step_that_the_unit_renamed_keeps_its_name_as_headline(book: Book, pack: Pack) -> None:
    slot = named(book, "Placér temaer")
    assert slot.step is not None
    renamed = replace(slot, step=replace(slot.step, title="Op på plakaten"))
    assert part.heading(book, pack, book.meeting, renamed) == "Op på plakaten"


def test_a_step_without_words_of_its_own_has_the_items(book: Book, pack: Pack) -> None:
    slot = named(book, "Placér temaer")
    assert slot.step is not None
    silent = replace(slot, step=replace(slot.step, script="", tips=""))
    assert part.script(book, pack, silent) == slot.item.script.split("\n")
    assert part.tips(book, pack, silent) == slot.item.tips.split("\n")


def test_a_row_of_ones_own_opens_the_surface_that_the_process_uses(book: Book, pack: Pack) -> None:
    own = replace(named(book, "Velkomst").item, pack_item="", tool="matrix")
    assert part.tool_of(book, pack, book.meeting, Slot(own, None, 0)).params["matrix"] == "mulighedsrum"


def test_variables_are_filled_with_the_units_words(book: Book, pack: Pack) -> None:
    key = book.programme.id
    own = Override(
        id=override_id(key, "var.organisation"), programme_id=key, key="var.organisation", text="Solby"
    )
    filled = Book([*book.everything(), own])
    assert any("Solby" in line for line in part.script(filled, pack, named(filled, "Velkomst")))
    assert not any("{" in line for line in part.script(book, pack, named(book, "Velkomst")))


def test_a_line_added_to_the_item_is_said_in_its_steps_too(book: Book, pack: Pack) -> None:
    slot = named(book, "Saml i temaer")
    assert slot.step is not None
    item = replace(slot.item, script=slot.item.script + "\nHusk de nye kolleger.", tips="Tag jer tid.")
    added = replace(slot, item=item)
    assert part.script(book, pack, added) == [*slot.step.script.split("\n"), "Husk de nye kolleger."]
    assert part.tips(book, pack, added) == [*slot.step.tips.split("\n"), "Tag jer tid."]


def test_what_one_step_repeats_of_the_item_is_not_said_in_the_others(book: Book, pack: Pack) -> None:
    slot = named(book, "Saml i temaer")
    assert slot.step is not None
    assert part.script(book, pack, slot) == slot.step.script.split("\n")


def test_the_line_for_the_paper_does_not_outlive_the_name_of_its_step(book: Book, pack: Pack) -> None:
    step = named(book, "Saml i temaer").step
    assert step is not None
    assert part.printed_point(book, pack, step).startswith("Saml i temaer")
    assert part.printed_point(book, pack, replace(step, title="Find mønstre")) == ""
    own = replace(step, title="Find mønstre", point="Vi finder mønstre")
    assert part.printed_point(book, pack, own) == "Vi finder mønstre"
