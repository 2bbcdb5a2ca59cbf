"""`trivselsdesk notes`: what many have said in a spreadsheet is hung up on the board of a programme."""

from __future__ import annotations

from trivselsdesk.cli import desk, say
from trivselsdesk.cli.arguments import Arguments
from trivselsdesk.cli.say import FAILED, Stop, err, out, plain
from trivselsdesk.documents.table_file import TableRefused, read_table
from trivselsdesk.domain.commands.notes import TakeInNotes
from trivselsdesk.domain.danish import plural
from trivselsdesk.domain.intake import Intake, as_notes, guess, intake
from trivselsdesk.domain.own_words import with_own_words
from trivselsdesk.domain.pack import Board, Pack

ABOUT = "hæng sedler fra et regneark op på et forløbs tavle"
MOST_FAULTS = 20
"""Faults that are told one by one."""


def run(argv: list[str]) -> int:
    """Take the notes of one file in: all of them or none. Returns the exit code."""
    arguments = Arguments(
        "notes",
        "FORLØB FIL",
        "Hænger sedler fra et regneark op. Vinduet skal være lukket. Er der fejl, bliver intet hængt op.",
    )
    arguments.word("FORLØB", "navnet, en del af det eller nummeret fra »list«")
    arguments.word("FIL", "et regneark: CSV eller Excel (.xlsx)")
    arguments.choice("--board", value="TAVLE", about="tavlens id; ellers processens første")
    arguments.choice("--zone", value="FELT", about="felt til rækker, der ikke nævner et")
    arguments.flag("--skip", "spring rækker med fejl over")
    arguments.flag("--look", "sig kun, hvad der ville ske")
    options, words = arguments.read(argv, words=2)
    if options.help:
        out(arguments.format_help().rstrip())
        return 0
    if len(words) < 2:
        raise Stop(f"Der mangler {'en fil' if words else 'et forløb og en fil'}. {arguments.hint()}")
    path = desk.file_to_read(words[1], "filen")
    try:
        table = read_table(path)
    except TableRefused as refusal:
        raise Stop(f"{refusal} Intet er ændret.", FAILED) from refusal
    with desk.writing() as store:
        programme = desk.find(desk.shown(store), words[0])
        found_pack = desk.pack_of(store, desk.library(), programme)
        if found_pack is None:
            raise Stop(
                "Forløbets proces kan ikke læses her. Intet er ændret. Hent den nyeste udgave.", FAILED
            )
        book = store.book(programme.id)
        pack = with_own_words(found_pack, book)
        board = _board(pack, options.board)
        zone = options.zone or ""
        if zone and zone not in [each.id for each in board.zones]:
            names = ", ".join(each.id for each in board.zones)
            raise Stop(f"Feltet »{plain(zone)}« findes ikke. Vælg {names}. Intet er ændret.")
        found = intake(table, guess(table, pack, board), book, pack, board, zone)
        _tell(found)
        if found.faults and not options.skip:
            raise Stop("Intet er hængt op. Ret filen, eller brug --skip.", FAILED)
        if options.look or not found.taken:
            return 0
        store.back_up("import")
        store.run(
            TakeInNotes(programme_id=programme.id, notes=as_notes(found.taken, programme.id, board, pack))
        )
        out(f"{plural(len(found.taken), 'seddel hænger', 'sedler hænger')} nu på »{plain(board.title)}«.")
    return 0


def _board(pack: Pack, wanted: str | None) -> Board:
    firsts = [each for each in pack.boards if not (each.takes or each.per)]
    if not firsts:
        raise Stop("Forløbets proces har ingen tavle. Intet er ændret.")
    if not wanted:
        return firsts[0]
    board = next((each for each in firsts if each.id == wanted), None)
    if board is None:
        names = ", ".join(each.id for each in firsts)
        raise Stop(f"Tavlen »{plain(wanted)}« findes ikke. Vælg {names}. Intet er ændret.")
    return board


def _tell(found: Intake) -> None:
    parts = [plural(found.rows, "række", "rækker"), plural(len(found.taken), "seddel", "sedler")]
    if found.doubles:
        parts.append(f"{plural(found.doubles, 'gentagelse', 'gentagelser')} talt med")
    if found.known:
        parts.append(f"{found.known} hænger der allerede")
    out(" · ".join(parts))
    for fault in found.faults[:MOST_FAULTS]:
        err(f"Række {fault.row}: {say.plain(fault.words, 160)}" if fault.row else fault.words)
    if len(found.faults) > MOST_FAULTS:
        err(f"… og {len(found.faults) - MOST_FAULTS} fejl til.")
