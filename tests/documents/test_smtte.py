"""The SMTTE on paper: what is written stands in its boxes, and an empty one lies behind to be copied."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from tests.documents.reading import reader, words
from trivselsdesk import paths
from trivselsdesk.documents.catalogue import document, offered
from trivselsdesk.documents.errors import DocumentError
from trivselsdesk.domain.book import Book
from trivselsdesk.domain.records import Initiative, Programme
from trivselsdesk.domain.setup import new_programme
from trivselsdesk.packs.loader import load_pack

NOW = datetime(2026, 5, 20, 9, 0)


def test_each_initiative_has_its_page_and_the_empty_one_comes_last() -> None:
    pack = load_pack(paths.resource_dir() / "packs" / "trivselsredskab")
    records = new_programme(pack, "Kastanjen", NOW)
    key = records[0].programme_id
    made = [
        replace(each, core_task="Børns trivsel og leg") if isinstance(each, Programme) else each
        for each in records
    ]
    area = Initiative(
        id="a", programme_id=key, name="Ro om morgenen", goal="Alle får sagt godmorgen", leads="Bo"
    )
    data = document("smtte").make(Book([*made, area]), pack, NOW)
    assert len(reader(data).pages) == 2
    said = words(data)
    assert "Ro om morgenen" in said and "Alle får sagt godmorgen" in said
    assert said.count("Kerneopgave: Børns trivsel og leg") == 2
    assert said.count("Sammenhæng") == 2 and "Arbejder med det: Bo" in said


def test_a_process_without_smtte_has_no_such_paper() -> None:
    pack = load_pack(paths.resource_dir() / "packs" / "trivselsredskab")
    plain = replace(pack, smtte=())
    assert "smtte" not in [each.id for each in offered(plain)]
    with pytest.raises(DocumentError):
        document("smtte").make(Book(new_programme(plain, "Kastanjen", NOW)), plain, NOW)
