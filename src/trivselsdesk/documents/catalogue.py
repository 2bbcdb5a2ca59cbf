"""The table of documents that the window and the command line offer."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime
from importlib import import_module
from typing import Any

from trivselsdesk.domain.book import Book
from trivselsdesk.domain.forms import form_of
from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.groups import groups_tool
from trivselsdesk.domain.pack import Form, Pack, PackList
from trivselsdesk.domain.phases import rooms_of
from trivselsdesk.domain.pitch import pitch_tool
from trivselsdesk.domain.points import points_tool
from trivselsdesk.domain.records import Carried
from trivselsdesk.domain.signup import signup_tool

A4 = "A4"
A3 = "A3"
SINCE = "siden_sidst"
"""What the last round left; empty in a first round."""
PITCH_CARD = "talekort"
"""The words of a short speech; only where the process has one."""
FORM = "skema:"
"""Documents that begin so are forms of the process: ``skema:evaluering``."""
INVITATION = "invitation"
GUIDE = "procesguide"
LOOKUP = "opslag:"
"""Documents that begin so are lists of the process: ``opslag:videnskort``."""
EMPTY = ":tom"
"""A form's document that ends so has lines to write by hand."""
POSTER = ":plakat"
"""A form's document that ends so is a poster for each initiative."""
ONE_TIME = "@"
"""Before the id of the one time that is wanted: ``skema:evaluering@…``."""

Maker = Callable[[Book, Pack, datetime], bytes]
"""From a book, its pack and what the clock says, to the file. Raises DocumentError."""


@dataclass(frozen=True)
class Document:
    """A document that can be made of a programme. ``make`` raises DocumentError."""

    id: str
    title: str
    paper: str
    make: Maker
    text: Maker | None = None
    """The same as plain text, for a document that is wanted so; raises DocumentError."""
    offered: Callable[[Pack, Book | None], bool] = lambda pack, book: True
    """Whether a process has it; with a book also whether that programme does."""

    def file_name(self, book: Book, *, text: bool = False) -> str:
        """A name to propose: »Drejebog – Børnehuset Kastanjen.pdf«, or ``.txt``."""
        return name_of(self.title, book, ".txt" if text else ".pdf")


def name_of(title: str, book: Book, ending: str) -> str:
    """A name to propose for a file of the programme, such as »Drejebog – Børnehuset Kastanjen.pdf«."""
    # Windows allows neither these signs nor a full stop at the end.
    unit = re.sub(r'[\x00-\x1f<>:"/\\|?*]+', " ", book.programme.name)
    unit = " ".join(unit.split())[:80].rstrip(" .")
    return f"{title} – {unit}{ending}" if unit else f"{title}{ending}"


def _by(module: str, function: str = "make", **chosen: Any) -> Maker:
    """What a module of this folder makes of a programme, with the arguments chosen here."""

    def make(book: Book, pack: Pack, now: datetime) -> bytes:
        # What makes a page is loaded with the first document: starting the program must not wait for it.
        maker: Callable[..., bytes] = getattr(import_module(f"trivselsdesk.documents.{module}"), function)
        return maker(book, pack, now, **chosen)

    return make


def _if_there(part: Callable[[Pack], object]) -> Callable[[Pack, Book | None], bool]:
    """Offered where the process has that part, whatever the programme holds."""
    return lambda pack, _: bool(part(pack))


def _surfaces(pack: Pack) -> bool:
    return sum(map(bool, (pack.boards, pack.matrices, pack.questions))) > 1


def _plan(pack: Pack) -> bool:
    return any("plan" in rooms_of(phase) for phase in pack.phases)


def _is_carried(_: Pack, book: Book | None) -> bool:
    return book is not None and any(book.of(Carried))


_WHEEL = _if_there(lambda pack: pack.wheel)
_STATUS = _if_there(lambda pack: pack.status_steps)
_NETWORK = _if_there(lambda pack: pack.has_page("network"))
_PIXI = _if_there(lambda pack: pack.pixi)
_PULSE = _if_there(lambda pack: pack.pulse)

DOCUMENTS = (
    Document("drejebog", "Drejebog", A4, _by("runsheet")),
    Document("talepapir", "Talepapir", A4, _by("runsheet", full=True)),
    Document(GUIDE, "Procesguide A3", A3, _by("guide"), offered=_if_there(_surfaces)),
    Document(
        INVITATION,
        "Invitation",
        A4,
        _by("invitation"),
        _by("invitation", "make_text"),
        offered=_if_there(lambda pack: pack.invitation),
    ),
    Document(PITCH_CARD, "Talekort", A4, _by("pitchcard"), offered=_if_there(pitch_tool)),
    Document(
        "tavleplakat", "Plakat af tavlen", A3, _by("boardposter"), offered=_if_there(lambda pack: pack.boards)
    ),
    Document("gruppeark", "Gruppeark", A4, _by("groupsheet"), offered=_if_there(groups_tool)),
    Document("plusminus", "Plus og minus", A4, _by("pointsheet"), offered=_if_there(points_tool)),
    Document("smtte", "SMTTE", A4, _by("smtte"), offered=_if_there(lambda pack: pack.smtte)),
    Document("tilmelding", "Tilmelding", A4, _by("signup_sheet"), offered=_if_there(signup_tool)),
    Document("handleplan", "Handleplan", A4, _by("actionplan"), offered=_if_there(_plan)),
    Document("referat", "Referat", A4, _by("minutes"), _by("minutes_text")),
    Document("loeft", "Løft", A4, _by("lifts"), offered=_if_there(lambda pack: pack.lifts)),
    Document(SINCE, "Siden sidst", A4, _by("since"), offered=_is_carried),
    Document("aarshjul", "Årshjul", A4, _by("yearwheel"), offered=_WHEEL),
    Document("aarshjul_a3", "Årshjul A3", A3, _by("yearwheel", large=True), offered=_WHEEL),
    Document("statuspil", "Statuspil A3", A3, _by("status", large=True), offered=_STATUS),
    Document("statuspil_a4", "Statuspil A4", A4, _by("status"), offered=_STATUS),
    Document("samarbejdskort", "Samarbejdskort A4", A4, _by("network"), offered=_NETWORK),
    Document("samarbejdskort_a3", "Samarbejdskort A3", A3, _by("network", large=True), offered=_NETWORK),
    Document("pixi", "Kort udgave", A4, _by("pixi"), offered=_PIXI),
    Document("samlet_rapport", "Samlet rapport", A4, _by("whole_report"), offered=_PIXI),
    Document("puls", "Puls", A4, _by("pulse"), offered=_PULSE),
    Document("pulsskema", "Spørgeskema til puls", A4, _by("pulse", "make_questions"), offered=_PULSE),
    Document(
        "afrapportering", "Afrapportering", A4, _by("report"), offered=_if_there(lambda pack: pack.report)
    ),
    Document("apv", "APV-plan", A4, _by("apv"), offered=_if_there(lambda pack: pack.apv)),
    Document(
        "nyt",
        "Kort nyt",
        A4,
        _by("news"),
        _by("news", "make_text"),
        offered=_if_there(lambda pack: pack.news),
    ),
)


def document(document_id: str) -> Document:
    """The document with that id. Raises KeyError."""
    for each in DOCUMENTS:
        if each.id == document_id:
            return each
    raise KeyError(document_id)


def offered(pack: Pack, book: Book | None = None) -> list[Document]:
    """The documents that a process has: one without a report form offers none, nor one without groups or
    sign-up.

    With the programme's ``book`` also those that only some programmes have: »Siden sidst« from the second
    round on.
    """
    return [each for each in DOCUMENTS if each.offered(pack, book)]


def form_document_id(form: Form, entry_id: str = "") -> str:
    """Id of the document of a form: of the latest time, or of the one with ``entry_id``."""
    return f"{FORM}{form.id}{ONE_TIME}{entry_id}" if entry_id else f"{FORM}{form.id}"


def empty_form_document_id(form: Form) -> str:
    """Id of the document of a form with lines to write by hand."""
    return f"{FORM}{form.id}{EMPTY}"


def beside(pack: Pack, document_id: str, book: Book | None = None) -> list[Document]:
    """The documents that are looked at together: a form filled in and empty, or all that is offered.

    Raises KeyError for a form that the process does not have.
    """
    if document_id.startswith(LOOKUP):
        return [
            Document(lookup_document_id(each), each.title, A4, _by("lookup", chosen=each))
            for each in pack.lists
            if each.entries
        ]
    if not document_id.startswith(FORM):
        return offered(pack, book)
    named = document_id.removeprefix(FORM).removesuffix(EMPTY).removesuffix(POSTER)
    wanted, _, entry_id = named.partition(ONE_TIME)
    form = form_of(pack, wanted)
    if form is None:
        raise KeyError(document_id)
    blank = _by("forms", form=form, blank=True)
    empty = Document(empty_form_document_id(form), f"{form.title} (tomt)", A4, blank)
    if form.confidential and document_id == empty.id:
        # Filled in it is asked for by name, never found by leafing.
        return [empty]
    filled = _by("forms", form=form, entry_id=entry_id)
    shown = [Document(form_document_id(form, entry_id), form.title, A4, filled), empty]
    if form.poster:
        shown.append(Document(f"{FORM}{form.id}{POSTER}", "Plakat", A4, _by("poster", form=form)))
    return shown


def lookup_document_id(chosen: PackList) -> str:
    """Id of the document of a list of the process."""
    return f"{LOOKUP}{chosen.id}"
