"""The table of documents."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import pytest

from tests.documents.sample import NOW, PACK, bare, kastanjen
from trivselsdesk.documents.catalogue import DOCUMENTS, document, offered
from trivselsdesk.documents.errors import DocumentError
from trivselsdesk.domain.pack import PackItem, Tool


def test_documents_are_found_by_id_and_made() -> None:
    known = [
        "drejebog",
        "talepapir",
        "invitation",
        "talekort",
        "tavleplakat",
        "gruppeark",
        "plusminus",
        "tilmelding",
        "handleplan",
        "referat",
        "loeft",
        "siden_sidst",
        "aarshjul",
        "aarshjul_a3",
    ]
    known += ["statuspil", "statuspil_a4", "samarbejdskort", "samarbejdskort_a3", "pixi", "samlet_rapport"]
    known += ["puls", "pulsskema", "afrapportering", "apv", "nyt"]
    assert set(known) <= {each.id for each in DOCUMENTS}
    for each in offered(PACK):
        assert document(each.id).make(kastanjen(), PACK, NOW).startswith(b"%PDF-")
    with pytest.raises(KeyError):
        document("findes ikke")


def test_a_document_that_is_also_text_has_a_name_for_it() -> None:
    assert [each.id for each in DOCUMENTS if each.text is not None] == ["invitation", "referat", "nyt"]
    assert document("referat").file_name(bare("Stuen"), text=True) == "Referat – Stuen.txt"


def test_a_process_without_a_report_offers_none() -> None:
    assert [each.id for each in offered(replace(PACK, report=None))] == ["drejebog", "talepapir", "referat"]
    assert [each.id for each in offered(PACK)] == ["drejebog", "talepapir", "referat", "afrapportering"]


def test_a_process_that_works_in_groups_offers_their_sheets() -> None:
    item = PackItem(id="g", title="Grupper", minutes=120, tool=Tool(kind="groups"))
    meeting = replace(PACK.meetings[0], items=(item,))
    assert "gruppeark" in [each.id for each in offered(replace(PACK, meetings=(meeting,)))]
    with pytest.raises(DocumentError):
        document("gruppeark").make(kastanjen(), PACK, NOW)


@pytest.mark.parametrize(
    ("unit", "name"),
    [
        ("Børnehuset Kastanjen", "Drejebog – Børnehuset Kastanjen.pdf"),
        ("", "Drejebog.pdf"),
        ('A/B: "C" \n D.', "Drejebog – A B C D.pdf"),
        ("../..", "Drejebog.pdf"),
    ],
)
def test_the_proposed_file_name_is_one_that_every_system_takes(unit: str, name: str) -> None:
    assert document("drejebog").file_name(bare(unit)) == name


def test_the_table_does_not_load_what_makes_a_page() -> None:
    code = "import sys, trivselsdesk.documents.catalogue; sys.exit('reportlab' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
