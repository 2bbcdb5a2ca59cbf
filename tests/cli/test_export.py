"""Documents and whole programmes as files, with the answer for each thing that can be in the way."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from icalendar import Calendar
from pypdf import PdfReader

from tests.cli.conftest import Ask, Fill
from trivselsdesk import paths
from trivselsdesk.domain.commands.forms import WriteAnswer
from trivselsdesk.domain.commands.rows import EditFields
from trivselsdesk.domain.records import FormEntry, Initiative, form_entry_id
from trivselsdesk.packs.library import Library
from trivselsdesk.store.exchange import read_programme
from trivselsdesk.store.store import Store


def text_of(path: Path) -> str:
    """What stands in a PDF."""
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(path.read_bytes())).pages)


@pytest.mark.parametrize("document", ["drejebog", "referat", "afrapportering"])
def test_the_example_needs_no_data(ask: Ask, tmp_path: Path, data_folder: Path, document: str) -> None:
    target = tmp_path / "a.pdf"
    answer = ask("export", "--example", document, "-o", str(target))
    assert (answer.code, answer.err) == (0, "")
    assert "Børnehuset Kastanjen" in text_of(target)
    assert not data_folder.exists()


def test_the_minutes_come_as_text_too(ask: Ask, tmp_path: Path) -> None:
    target = tmp_path / "referat.txt"
    answer = ask("export", "--example", "referat", "--text", "-o", str(target))
    assert (answer.code, answer.err) == (0, "")
    assert target.read_text(encoding="utf-8").startswith("Referat\nTrivselsdialog i Børnehuset Kastanjen\n")
    refused = ask("export", "--example", "drejebog", "--text", "-o", str(tmp_path / "b.txt"))
    assert refused.code == 2 and "referat" in refused.err
    assert not (tmp_path / "b.txt").exists()


def test_the_calendar_of_the_year(ask: Ask, tmp_path: Path, data_folder: Path) -> None:
    answer = ask("export", "--example", "kalender", "-o", str(tmp_path))
    assert (answer.code, answer.err) == (0, "")
    target = tmp_path / "Årshjul – Børnehuset Kastanjen.ics"
    names = {str(each["summary"]) for each in Calendar.from_ical(target.read_bytes()).walk("VEVENT")}
    assert "Sidste frist: handleplanerne er skrevet ind" in names
    assert ask("export", "--example", "kalender", "--text", "-o", str(tmp_path)).code == 2


def test_the_example_is_the_same_each_time(ask: Ask, tmp_path: Path) -> None:
    for name in ("a.pdf", "b.pdf"):
        ask("export", "--example", "drejebog", "-o", str(tmp_path / name))
    assert text_of(tmp_path / "a.pdf") == text_of(tmp_path / "b.pdf")


def test_a_form_comes_filled_in_and_empty_and_says_when_it_is_too_long(
    ask: Ask, fill: Fill, tmp_path: Path
) -> None:
    key = fill()
    target = tmp_path / "skema.pdf"
    for kind in ("skema:opfoelgning", "skema:opfoelgning:tom"):
        answer = ask("export", "Kastanjen", kind, "-o", str(target))
        assert (answer.code, answer.err) == (0, ""), kind
        assert "Sådan holder vi fast" in text_of(target)
    entry = FormEntry(
        id=form_entry_id(key, "opfoelgning", ""), programme_id=key, rank=1.0, form="opfoelgning"
    )
    long = "Vi tager det op på mødet hver uge. " * 400
    with Store.open(paths.database_file()) as store:
        command = WriteAnswer(programme_id=key, entry=entry, field="ugerne_efter", column="", text=long)
        store.run(command)
    answer = ask("export", "Kastanjen", "skema:opfoelgning", "-o", str(target))
    assert answer.code == 0 and "Vi tager det op" in text_of(target)
    assert answer.err.startswith("»Sådan holder vi fast« fylder mere end 2 sider. Forkort ca. ")
    assert ask("export", "Kastanjen", "skema:opfoelgning:tom", "-o", str(target)).err == ""
    missing = ask("export", "Kastanjen", "skema:findes_ikke", "-o", str(tmp_path / "b.pdf"))
    assert missing.code == 2 and "skema:evaluering" in missing.err


def test_a_programme_is_found_by_name_part_and_number(ask: Ask, fill: Fill, tmp_path: Path) -> None:
    key = fill("Ældrecenter Åkanden")
    fill("Skolen på Bakken")
    for number, name in enumerate(["Ældrecenter Åkanden", "åkanden", "ÆLDRE", key, key[:8]]):
        target = tmp_path / f"{number}.pdf"
        assert ask("export", name, "drejebog", "-o", str(target)).code == 0
        assert "Åkanden" in text_of(target)


def test_a_name_that_fits_several_lists_them(ask: Ask, fill: Fill, tmp_path: Path) -> None:
    first, second = fill("Stue A"), fill("Stue B")
    answer = ask("export", "stue", "drejebog", "-o", str(tmp_path / "a.pdf"))
    assert answer.code == 2
    assert first[:8] in answer.err and second[:8] in answer.err
    assert not (tmp_path / "a.pdf").exists()
    assert ask("export", "Stue A", "drejebog", "-o", str(tmp_path / "a.pdf")).code == 0


@pytest.mark.parametrize("name", ["findes ikke", "", "%", "a" * 10_000])
def test_a_name_that_fits_nothing(ask: Ask, fill: Fill, tmp_path: Path, name: str) -> None:
    fill()
    fill("Den anden")
    assert ask("export", name, "drejebog", "-o", str(tmp_path / "a.pdf")).code == 2


def test_what_is_in_the_bin_is_not_found(ask: Ask, fill: Fill, tmp_path: Path) -> None:
    fill("Slettet hus", deleted=True)
    assert ask("export", "slettet", "drejebog", "-o", str(tmp_path / "a.pdf")).code == 2
    assert "ingen forløb" in ask("list").out


def test_without_a_target_it_lies_here_under_its_own_name(
    ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert ask("export", "--example", "drejebog").code == 0
    assert (tmp_path / "Drejebog – Børnehuset Kastanjen.pdf").exists()
    assert ask("export", "--example", "trivsel", "-o", str(tmp_path)).code == 0
    assert (tmp_path / "Børnehuset Kastanjen.trivsel").exists()


def test_a_folder_that_is_not_there(ask: Ask, tmp_path: Path) -> None:
    answer = ask("export", "--example", "drejebog", "-o", str(tmp_path / "nej" / "a.pdf"))
    assert answer.code == 2 and answer.out == ""
    assert "findes ikke" in answer.err and "Intet er gemt" in answer.err
    assert not (tmp_path / "nej").exists()


def test_too_long_for_one_page_keeps_the_old_file(ask: Ask, fill: Fill, tmp_path: Path) -> None:
    key = fill(stage="follow")
    target = tmp_path / "a.pdf"
    target.write_bytes(b"den gamle")
    with Store.open(paths.database_file()) as store:
        for each in list(store.book(key).of(Initiative)):
            values = {"goal": "Vi vil have ro i garderoben. " * 200}
            store.run(EditFields(programme_id=key, kind=Initiative, id=each.id, values=values))
    answer = ask("export", "kastanjen", "afrapportering", "-o", str(target))
    assert answer.code == 3
    assert "Forkort" in answer.err and answer.err.count("\n") == 1
    assert target.read_bytes() == b"den gamle"


def test_a_programme_goes_out_and_comes_in_again(ask: Ask, fill: Fill, tmp_path: Path) -> None:
    key = fill("Huset 🌿 »citat«")
    target = tmp_path / "huset.trivsel"
    assert ask("export", "huset", "trivsel", "-o", str(target)).code == 0
    assert read_programme(target.read_bytes()).programme.id == key
    answer = ask("import", str(target))
    assert answer.code == 0 and "Huset 🌿 »citat« (2)" in answer.out
    with Store.open(paths.database_file()) as store:
        names = sorted(each.name for each in store.programmes())
        assert names == ["Huset 🌿 »citat«", "Huset 🌿 »citat« (2)"]
        assert {each.pack_version for each in store.programmes()} == {"1.0"}


def test_a_process_that_is_not_here(ask: Ask, fill: Fill, tmp_path: Path) -> None:
    fill(pack_id="fremmed")
    answer = ask("export", "kastanjen", "drejebog", "-o", str(tmp_path / "a.pdf"))
    assert answer.code == 1 and "proces" in answer.err


def test_the_shipped_process_keeps_its_version_on_a_fresh_machine(ask: Ask, tmp_path: Path) -> None:
    target = tmp_path / "a.trivsel"
    ask("export", "--example", "trivsel", "-o", str(target))
    assert ask("import", str(target)).code == 0
    shelf = Library(paths.pack_dirs()).find("trivselsdialog")
    assert shelf is not None
    with Store.open(paths.database_file()) as store:
        assert [each.pack_version for each in store.programmes()] == [shelf.pack.version]
        assert store.pack_files("trivselsdialog", shelf.pack.version) == shelf.files


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b'{"format":"trivsel"', b"\xff\xfe" * 99, b"[" * 9999])
def test_a_file_that_is_no_programme(ask: Ask, fill: Fill, tmp_path: Path, data: bytes) -> None:
    fill()
    before = paths.database_file().read_bytes()
    target = tmp_path / "a.trivsel"
    target.write_bytes(data)
    answer = ask("import", str(target))
    assert answer.code == 1 and "Intet er ændret" in answer.err and answer.err.count("\n") == 1
    assert paths.database_file().read_bytes() == before


def test_a_table_comes_as_csv_and_as_a_workbook(ask: Ask, tmp_path: Path) -> None:
    target = tmp_path / "plan.csv"
    answer = ask("export", "--example", "handleplan", "--csv", "-o", str(target))
    assert (answer.code, answer.err) == (0, "")
    assert "Travle eftermiddage" in target.read_text(encoding="utf-8-sig")
    answer = ask("export", "--example", "statuspil", "--xlsx", "-o", str(tmp_path))
    assert answer.code == 0
    assert (tmp_path / "Statuspil – Børnehuset Kastanjen.xlsx").read_bytes().startswith(b"PK")
    for wrong in (
        ["drejebog", "--csv"],
        ["handleplan", "--csv", "--xlsx"],
        ["handleplan", "--csv", "--text"],
    ):
        refused = ask("export", "--example", *wrong, "-o", str(tmp_path / "x.csv"))
        assert refused.code == 2 and refused.err
    assert not (tmp_path / "x.csv").exists()
