"""The file that is handed on: what comes back, what is refused, and that nothing else ever happens."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.store.desk import PACK, P, everything, note, programme, same_as_disk, snapshot, uid
from trivselsdesk.domain.book import Book, Drop, NotThere
from trivselsdesk.domain.commands.cards import TakeUpMustAct
from trivselsdesk.domain.commands.desk import AddProgramme, copied
from trivselsdesk.domain.commands.joining import JoinNotes
from trivselsdesk.domain.joined import originals
from trivselsdesk.domain.plan import active_initiatives
from trivselsdesk.domain.records import (
    PASSING,
    AgendaItem,
    Expectation,
    GroupMember,
    Idea,
    Initiative,
    Link,
    Note,
    Placement,
    Programme,
    Setting,
    Step,
    TalkGroup,
)
from trivselsdesk.domain.travel import travelling
from trivselsdesk.store.exchange import FileRefused, Handed, export_programme, read_programme
from trivselsdesk.store.handed import MAX_BYTES, MAX_RECORDS, revision_of
from trivselsdesk.store.store import Store
from trivselsdesk.store.strict_json import sum_of

NOW = datetime(2026, 5, 20, 14, 30)


def book() -> Book:
    """The programme of the test."""
    return Book(everything())


@cache
def _exported() -> bytes:
    return export_programme(book(), PACK, NOW)


def whole() -> dict[str, Any]:
    """The file as JSON, to be changed."""
    found: dict[str, Any] = json.loads(_exported())
    return found


def entry(found: dict[str, Any], kind: str) -> dict[str, Any]:
    """The first record of a kind."""
    return next(each for each in found["body"]["records"] if each["kind"] == kind)


def sealed(found: dict[str, Any], *, revisions: bool = True) -> bytes:
    """The file as bytes, with sums that fit: somebody made it on purpose."""
    if revisions:
        for each in found["body"]["records"]:
            if each:
                each["revision"] = revision_of(each["values"])
    found["sha256"] = sum_of(found["body"])
    return json.dumps(found, ensure_ascii=False).encode()


def reason(data: bytes) -> str:
    """Why the file is refused; empty when it is not."""
    try:
        read_programme(data)
    except FileRefused as refusal:
        return refusal.reason
    return ""


def test_all_that_was_written_comes_back() -> None:
    handed = read_programme(_exported())
    kept = [each for each in travelling(book().everything()) if not isinstance(each, PASSING)]
    assert snapshot(Book(handed.records)) == snapshot(Book(kept))
    assert handed.pack_files == PACK
    assert (handed.pack_id, handed.pack_version) == ("prøve", "1")
    assert handed.exported == "2026-05-20T14:30:00"
    assert handed.programme.name == "Børnehuset Kastanjen"
    assert handed.count(Note) == 2


def test_the_file_can_be_read_by_people_and_says_what_it_is() -> None:
    text = _exported().decode()
    assert text.startswith('{"format":"trivsel","schema":4,"sha256":"')
    assert "Larm i garderoben" in text


def test_the_same_programme_gives_the_same_file() -> None:
    other = Book(reversed(everything()))
    assert export_programme(other, PACK, NOW) == _exported()


def test_each_record_has_a_revision_that_follows_its_content() -> None:
    before = {each["values"]["id"]: each["revision"] for each in whole()["body"]["records"]}
    changed = [
        replace(each, text="Ændret") if isinstance(each, Note) and each.id == uid(42) else each
        for each in everything()
    ]
    after = {
        each["values"]["id"]: each["revision"]
        for each in json.loads(export_programme(Book(changed), PACK, NOW))["body"]["records"]
    }
    assert [key for key in before if before[key] != after[key]] == [uid(42)]


def test_opening_a_file_makes_a_programme_of_its_own(store: Store) -> None:
    before = snapshot(store.book(P))
    handed = read_programme(export_programme(store.book(P), store.pack_files("prøve", "1"))).settled(
        store.pack_files("prøve", "1")
    )
    records = copied(handed.records)
    key = next(each.id for each in records if isinstance(each, Programme))
    store.keep_pack(handed.pack_id, handed.pack_version, handed.pack_files)
    store.run(AddProgramme(programme_id=key, records=records))
    assert key != P
    kept = [each for each in travelling(store.book(P).everything()) if not isinstance(each, PASSING)]
    assert len(snapshot(store.book(key))) == len(kept)
    assert snapshot(store.book(P)) == before
    assert {each.text for each in store.book(key).of(Note)} == {each.text for each in store.book(P).of(Note)}
    placed = next(store.book(key).of(Placement))
    assert store.book(key).card(placed.card_id)
    same_as_disk(store, key)
    assert snapshot(Book(read_programme(export_programme(store.book(key), PACK)).records))


def test_a_file_of_the_first_format_is_read_as_well() -> None:
    found = whole()
    found["schema"] = 1
    records = found["body"]["records"]
    found["body"]["records"] = [each for each in records if each["kind"] != "link"]
    for each in found["body"]["records"]:
        for name in ("joined_into", "joint", "agreed"):
            each["values"].pop(name, None)
    handed = Book(read_programme(sealed(found)).records)
    assert handed.get(Note, uid(41)) == book().get(Note, uid(41)) and not list(handed.of(Link))


def test_joined_notes_and_links_come_along_under_fresh_ids() -> None:
    joined = book()
    command = JoinNotes(programme_id=P, ids=(uid(41), uid(42)), into=uid(90), text="Ro")
    joined.apply(joined.changes(command.edits(joined)))
    handed = Book(copied(read_programme(export_programme(joined, PACK)).records))
    made = next(each for each in handed.of(Note) if each.joint)
    assert {each.text for each in originals(handed, made.id)} == {
        joined.get(Note, uid(41)).text,
        joined.get(Note, uid(42)).text,
    }
    (way,) = handed.of(Link)
    assert way.id == f"{way.theme_id}:{way.note_id}" and handed.find(Note, way.note_id)


def test_settings_of_the_machine_stay_on_it() -> None:
    with_setting = Book([*everything(), Setting(id="theme", programme_id="", text="dark")])
    assert read_programme(export_programme(with_setting, PACK, NOW)).count(Setting) == 0


def test_a_programme_in_the_bin_comes_out_of_it() -> None:
    book_in_bin = Book([replace(programme(), deleted=True)])
    assert not read_programme(export_programme(book_in_bin, PACK)).programme.deleted


def test_a_pack_with_the_same_version_but_other_words_keeps_apart() -> None:
    handed = read_programme(_exported())
    assert handed.settled(PACK) is handed
    apart = handed.settled({"pack.toml": "en anden"})
    assert apart.pack_version.startswith("1+") and apart.programme.pack_version == apart.pack_version
    assert handed.settled({}).pack_version == apart.pack_version
    again = read_programme(export_programme(Book(apart.records), apart.pack_files))
    assert again.settled({"x": "y"}).pack_version == apart.pack_version
    without = replace(handed, pack_files={})
    assert without.settled({"pack.toml": "en anden"}) is without


def test_what_the_file_cannot_hold_is_tidied_and_the_rest_goes_along() -> None:
    odd = [
        *everything(),
        note(300, "a\0b\x1b\r\nc\rd\x85e\u2028f", theme_id=uid(999)),
        Step(id=uid(301), programme_id=P, item_id=uid(302), title="Løs", minutes=1),
        AgendaItem(id=uid(302), programme_id=P, meeting_id=uid(999), title="Løst", minutes=1),
        Initiative(id=uid(303), programme_id=P, card_id=uid(999), name="Løs indsats", goal="Ro"),
        replace(note(304, "Ranken er et helt tal"), rank=3),
        Idea(
            id=uid(305),
            programme_id=P,
            meeting_id=uid(30),
            text="Sig intet",
            initiative_id=uid(50),
            action_id=uid(999),
        ),
        Expectation(id=uid(306), programme_id=P, meeting_id=uid(999), text="Løs"),
        TalkGroup(id=uid(307), programme_id=P, meeting_id=uid(30), initiative_id=uid(999)),
        GroupMember(
            id=f"{uid(30)}:{uid(999)}", programme_id=P, group_id=uid(307), person_id=uid(999), roles="tid"
        ),
    ]
    handed = Book(read_programme(export_programme(Book(odd), PACK)).records)
    assert handed.get(Note, uid(300)).text == "ab\nc\nd\ne\u2028f"
    assert handed.get(Note, uid(300)).theme_id == ""
    assert handed.find(Step, uid(301)) is None and handed.find(AgendaItem, uid(302)) is None
    assert handed.get(Initiative, uid(303)).card_id == ""
    assert handed.get(Note, uid(304)).rank == 3.0
    idea = handed.get(Idea, uid(305))
    assert (idea.text, idea.initiative_id, idea.action_id) == ("Sig intet", uid(50), "")
    assert handed.find(Expectation, uid(306)) is None
    assert handed.get(TalkGroup, uid(307)).initiative_id == ""
    assert all(each.group_id == uid(52) for each in handed.of(GroupMember))


def test_what_is_too_much_is_told_when_it_is_written_not_when_it_is_opened() -> None:
    with pytest.raises(FileRefused) as caught:
        export_programme(Book([programme(), note(1000, "x" * 10_001)]), PACK)
    assert caught.value.reason == "text_too_long"
    with pytest.raises(FileRefused) as caught:
        export_programme(Book([programme(), *(note(n) for n in range(1000, 1001 + MAX_RECORDS))]), PACK)
    assert caught.value.reason == "too_many"
    with pytest.raises(NotThere):
        export_programme(Book(), PACK)
    assert export_programme(Book([programme(), note(1000, "æ" * 10_000)]), PACK)


# Refusals


def test_other_files_are_told_from_damaged_ones() -> None:
    data = _exported()
    assert reason(b"") == "not_trivsel"
    assert reason(b"%PDF-1.7") == "not_trivsel"
    assert reason(b"PK\x03\x04") == "not_trivsel"
    assert reason(b"[]") == "not_trivsel"
    assert reason(b'{"format": "other"}') == "not_trivsel"
    assert reason(b"\xef\xbb\xbf" + data) == "not_trivsel"
    assert reason(data.decode().encode("utf-16")) == "not_trivsel"
    assert reason(data[: len(data) // 2]) == "damaged"
    assert reason(data + b"x") == "damaged"
    assert reason(data.replace(b"Larm", b"Lars")) == "damaged"


def test_a_newer_format_is_told() -> None:
    found = whole()
    found["schema"] = 5
    assert reason(sealed(found)) == "newer"
    found["body"] = {"noget": "nyt"}
    assert reason(sealed({**found, "body": {"records": []}})) == "newer"
    for schema in (0, -1, "1", 1.0, True, None):
        found["schema"] = schema
        assert reason(json.dumps(found).encode()) == "damaged"


def test_a_file_too_large_is_not_even_read() -> None:
    assert reason(b" " * (MAX_BYTES + 1)) == "too_large"


Meddle = Callable[[dict[str, Any]], object]


def value(kind: str, name: str, to: Any) -> Meddle:
    """Puts a value into the first record of a kind."""
    return lambda found: entry(found, kind)["values"].update({name: to})


def in_body(name: str, to: Any) -> Meddle:
    """Puts a value into the body."""
    return lambda found: found["body"].update({name: to})


MANY = [str(number) for number in range(101)]
HOSTILE: list[tuple[str, str, Meddle]] = [
    ("text_too_long", "a text", value("note", "text", "x" * 10_001)),
    ("text_too_long", "pack", in_body("pack", {"id": "x" * 300, "version": "1", "files": {}})),
    ("text_too_long", "exported", in_body("exported", "x" * 50)),
    ("bad_text", "control", value("note", "text", "a\x07b")),
    ("bad_text", "escape", value("note", "text", "\x1b[31m")),
    ("bad_text", "nul", value("note", "text", "\0")),
    ("bad_text", "c1", value("note", "text", "\x9b")),
    ("bad_value", "text that is a number", value("note", "text", 5)),
    ("bad_value", "text that is nothing", value("note", "text", None)),
    ("bad_value", "text that is a list", value("note", "text", ["a"])),
    ("bad_value", "number that is text", value("note", "rank", "1")),
    ("bad_value", "number too large", value("note", "rank", 1e300)),
    ("bad_value", "truth that is 2", value("note", "parked", 2)),
    ("bad_value", "truth that is true", value("note", "parked", True)),
    ("bad_value", "votes", value("note", "votes", -1)),
    ("bad_value", "minutes", value("agenda_item", "minutes", 10**9)),
    ("bad_value", "days out of the calendar", value("task", "due_days", -1_000_000)),
    ("bad_value", "said by nobody", value("note", "said", 0)),
    ("bad_value", "a part without end", value("slot_log", "extra", 1e9)),
    ("bad_value", "half minutes", value("agenda_item", "minutes", 1.5)),
    ("bad_value", "place outside", value("placement", "x", 1.5)),
    ("bad_value", "day", value("task", "due", "2026-02-30")),
    ("bad_value", "day in words", value("task", "due", "i morgen")),
    ("bad_value", "week day", value("task", "due", "2026-W01-1")),
    ("bad_value", "year", value("task", "due", "9999-12-31")),
    ("bad_value", "id in words", value("note", "id", "note-1")),
    ("bad_value", "id of another shape", value("note", "id", "A" * 32)),
    ("bad_value", "id with a path", value("note", "id", f"../{uid(42)}")),
    ("bad_value", "composed id", value("placement", "id", f"matrix:{uid(41)}")),
    ("bad_value", "file name", in_body("pack", {"id": "prøve", "version": "1", "files": {"../x": ""}})),
    ("bad_value", "file name", in_body("pack", {"id": "prøve", "version": "1", "files": {"/etc/x": ""}})),
    ("bad_value", "file name", in_body("pack", {"id": "prøve", "version": "1", "files": {"a\\b": ""}})),
    ("bad_value", "file name", in_body("pack", {"id": "prøve", "version": "1", "files": {".x": ""}})),
    ("too_many", "files", in_body("pack", {"id": "prøve", "version": "1", "files": dict.fromkeys(MANY, "")})),
    ("broken_link", "theme", value("note", "theme_id", uid(999))),
    ("broken_link", "joined into nothing", value("note", "joined_into", uid(999))),
    ("broken_link", "joined into itself", value("note", "joined_into", uid(42))),
    ("bad_value", "link under another id", value("link", "note_id", uid(999))),
    ("broken_link", "link", lambda found: entry(found, "link")["values"].update(
        {"id": f"{uid(40)}:{uid(999)}", "note_id": uid(999)})),
    ("broken_link", "meeting", value("agenda_item", "meeting_id", uid(999))),
    ("broken_link", "initiative", value("action", "initiative_id", "")),
    ("damaged", "unknown field", value("note", "author", "Lone")),
    ("damaged", "unknown kind", lambda found: entry(found, "note").update({"kind": "virus"})),
    ("damaged", "kind that is a list", lambda found: entry(found, "note").update({"kind": ["note"]})),
    ("damaged", "missing value", lambda found: entry(found, "note")["values"].pop("board")),
    ("damaged", "missing id", lambda found: entry(found, "note")["values"].pop("id")),
    ("damaged", "more in a record", lambda found: entry(found, "note").update({"x": 1})),
    ("damaged", "a setting", lambda found: entry(found, "rule").update(
        {"kind": "setting", "values": {"id": uid(7), "programme_id": P}})),
    ("damaged", "two programmes", lambda found: found["body"]["records"].append(
        {"kind": "programme", "revision": "", "values": {**entry(found, "programme")["values"], "id": uid(2),
         "programme_id": uid(2)}})),
    ("damaged", "no programme", lambda found: found["body"]["records"].remove(entry(found, "programme"))),
    ("damaged", "another programme's", value("rule", "programme_id", uid(2))),
    ("damaged", "twice", lambda found: found["body"]["records"].append(copy.deepcopy(entry(found, "note")))),
    ("damaged", "another pack", in_body("pack", {"id": "x", "version": "1", "files": {}})),
    ("damaged", "pack without files", in_body("pack", {"id": "prøve", "version": "1"})),
    ("damaged", "files in a list", in_body("pack", {"id": "prøve", "version": "1", "files": []})),
    ("damaged", "records in an object", in_body("records", {})),
    ("damaged", "a record that is none", in_body("records", [None])),
    ("damaged", "more in the body", in_body("x", 1)),
    ("damaged", "more around it", lambda found: found.update({"x": 1})),
]  # fmt: skip


@pytest.mark.parametrize(("wanted", "_what", "meddle"), HOSTILE)
def test_a_file_made_with_ill_will_is_refused(wanted: str, _what: str, meddle: Meddle) -> None:
    found = whole()
    meddle(found)
    assert reason(sealed(found)) == wanted


def raw(found: dict[str, Any], old: str, new: str) -> bytes:
    """The file with something that only bytes can say."""
    data = sealed(found)
    assert old.encode() in data
    return data.replace(old.encode(), new.encode(), 1)


@pytest.mark.parametrize(
    ("wanted", "new"),
    [
        ("bad_value", '"rank": NaN'),
        ("bad_value", '"rank": Infinity'),
        ("bad_value", '"rank": -Infinity'),
        ("bad_value", '"rank": 1e999'),
        ("bad_value", '"rank": ' + "9" * 5000),
        ("damaged", '"rank": 2.0, "rank": 2.0'),
        ("bad_text", '"rank": 2.0, "\\ud800": 1'),
        ("too_deep", '"rank": ' + "[" * 30 + "]" * 30),
        ("too_deep", '"rank": ' + "[" * 100_000),
        ("too_many", '"rank": [' + "[]," * 300_000 + "[]]"),
        ("too_many", '"rank": [' + "1," * 2_100_000 + "1]"),
        ("damaged", '"rank": 02'),
        ("damaged", '"rank": 2.0,'),
    ],
)
def test_what_json_readers_usually_let_pass_is_refused(wanted: str, new: str) -> None:
    assert reason(raw(whole(), '"rank": 2.0', new)) == wanted


def test_half_letters_are_refused() -> None:
    data = raw(whole(), "Larm i garderoben", "Larm \\ud83d i garderoben")
    assert reason(data) == "bad_text"
    assert reason(raw(whole(), "Larm i garderoben", "Larm 😀")) == "damaged"


@pytest.mark.parametrize("piece", ['\\"', '"', "[{", '{"a":', "\\", "\x00"])
def test_a_file_full_of_one_thing_is_refused_at_once(piece: str) -> None:
    data = ('{"format":"trivsel","' + piece * (MAX_BYTES // len(piece)))[:MAX_BYTES].encode()[:MAX_BYTES]
    assert reason(data)


def test_a_record_changed_without_its_revision_is_damage() -> None:
    found = whole()
    entry(found, "note")["values"]["text"] = "Noget andet"
    assert reason(sealed(found, revisions=False)) == "damaged"


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=20)
    | st.sampled_from([uid(1), uid(40), ""]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)


def read_or_refuse(data: bytes) -> Handed | None:
    """What comes of any bytes: a checked programme or a refusal."""
    try:
        handed = read_programme(data)
    except FileRefused as refusal:
        assert refusal.reason
        return None
    assert read_programme(export_programme(Book(handed.records), handed.pack_files))
    return handed


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    read_or_refuse(data)
    read_or_refuse(b'{"format":"trivsel","schema":1,"sha256":"","body":' + data + b"}")


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_any_flipped_byte_is_read_or_refused(data: st.DataObject) -> None:
    content = bytearray(_exported())
    for place in data.draw(st.lists(st.integers(0, len(content) - 1), min_size=1, max_size=3)):
        content[place] = data.draw(st.integers(0, 255))
    if bytes(content) != _exported():
        assert read_or_refuse(bytes(content)) is None


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_any_value_anywhere_is_read_or_refused(data: st.DataObject) -> None:
    found = whole()
    target: Any = found
    while True:
        keys = list(target) if isinstance(target, dict) else list(range(len(target)))
        key = data.draw(st.sampled_from(keys))
        if not isinstance(target[key], dict | list) or not target[key] or data.draw(st.integers(0, 3)) == 0:
            break
        target = target[key]
    if data.draw(st.booleans()):
        target[key] = data.draw(JSON)
    else:
        del target[key]
    try:
        content = sealed(found) if "body" in found else json.dumps(found).encode()
    except (TypeError, KeyError, AttributeError, ValueError):
        content = json.dumps(found).encode()
    read_or_refuse(content)


def test_what_undo_took_away_comes_up_in_no_file() -> None:
    book = Book([programme(), note(31, text="Bent råber")])
    taken_up = TakeUpMustAct(programme_id=P, ids=((uid(31), uid(50)),))
    book.apply(book.changes(taken_up.edits(book)))
    # Undo takes the note back; the initiative that the law asked for is no step of anybody's.
    book.apply(book.changes([Drop(Note, uid(31))]))
    assert not active_initiatives(book)
    handed = read_programme(export_programme(book, PACK, NOW))
    assert not active_initiatives(Book(handed.records))
    assert b"Bent" not in export_programme(book, PACK, NOW)
