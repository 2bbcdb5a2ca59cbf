"""The words that undo and redo use for each kind of step."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from trivselsdesk.store.store import StepName

CONTEXT = "UndoWords"

STEPS: dict[str, str] = {
    "add_programme": QT_TRANSLATE_NOOP("UndoWords", "Nyt forløb"),
    "begin_cycle": QT_TRANSLATE_NOOP("UndoWords", "Ny runde"),
    "take_along": QT_TRANSLATE_NOOP("UndoWords", "Taget med fra sidst"),
    "leave_behind": QT_TRANSLATE_NOOP("UndoWords", "Valg om det fra sidst"),
    "bring_up_to_date": QT_TRANSLATE_NOOP("UndoWords", "Det nyeste hentet fra sidste runde"),
    "change_programme": QT_TRANSLATE_NOOP("UndoWords", "Ændring af forløbet"),
    "add_notes": QT_TRANSLATE_NOOP("UndoWords", "Seddel sat op"),
    "hang_start_notes": QT_TRANSLATE_NOOP("UndoWords", "Startsedler hængt op"),
    "take_in_notes": QT_TRANSLATE_NOOP("UndoWords", "Sedler hentet fra et regneark"),
    "move_notes": QT_TRANSLATE_NOOP("UndoWords", "Seddel flyttet"),
    "group_notes": QT_TRANSLATE_NOOP("UndoWords", "Sedler samlet i tema"),
    "move_theme": QT_TRANSLATE_NOOP("UndoWords", "Tema flyttet"),
    "merge_themes": QT_TRANSLATE_NOOP("UndoWords", "Temaer lagt sammen"),
    "dissolve_theme": QT_TRANSLATE_NOOP("UndoWords", "Tema opløst"),
    "park_cards": QT_TRANSLATE_NOOP("UndoWords", "Flytning til eller fra P-pladsen"),
    "delete_notes": QT_TRANSLATE_NOOP("UndoWords", "Seddel slettet"),
    "hang_up": QT_TRANSLATE_NOOP("UndoWords", "Forberedte sedler hængt op"),
    "seal_notes": QT_TRANSLATE_NOOP("UndoWords", "Seddel lagt væk"),
    "hang_put_away": QT_TRANSLATE_NOOP("UndoWords", "Jeres sedler hængt op"),
    "send_idea": QT_TRANSLATE_NOOP("UndoWords", "Idé sat på handleplanen"),
    "split_note": QT_TRANSLATE_NOOP("UndoWords", "Seddel delt i to"),
    "join_notes": QT_TRANSLATE_NOOP("UndoWords", "Sedler samlet til én"),
    "unjoin_note": QT_TRANSLATE_NOOP("UndoWords", "Samlet seddel skilt ad"),
    "split_theme": QT_TRANSLATE_NOOP("UndoWords", "Tema delt i to"),
    "link_note": QT_TRANSLATE_NOOP("UndoWords", "Seddel knyttet til et tema"),
    "unlink_note": QT_TRANSLATE_NOOP("UndoWords", "Seddel løsnet fra et tema"),
    "sort_card": QT_TRANSLATE_NOOP("UndoWords", "Sortering"),
    "place_card": QT_TRANSLATE_NOOP("UndoWords", "Placering i mulighedsrummet"),
    "unplace": QT_TRANSLATE_NOOP("UndoWords", "Kort taget ned"),
    "choose_card": QT_TRANSLATE_NOOP("UndoWords", "Valg til handleplanen"),
    "mark_card": QT_TRANSLATE_NOOP("UndoWords", "Mærket »kræver handling«"),
    "lift_card": QT_TRANSLATE_NOOP("UndoWords", "Løft til andre"),
    "write_escalation": QT_TRANSLATE_NOOP("UndoWords", "Rettelse i løftet"),
    "move_to_track": QT_TRANSLATE_NOOP("UndoWords", "Seddel flyttet til eller fra et spor"),
    "clear_strokes": QT_TRANSLATE_NOOP("UndoWords", "Stregerne slettet"),
    "settle_vote": QT_TRANSLATE_NOOP("UndoWords", "Afstemningen"),
    "make_groups": QT_TRANSLATE_NOOP("UndoWords", "Nye grupper"),
    "seat_person": QT_TRANSLATE_NOOP("UndoWords", "Flyttet mellem grupper"),
    "give_role": QT_TRANSLATE_NOOP("UndoWords", "Opgave i gruppen"),
    "give_theme": QT_TRANSLATE_NOOP("UndoWords", "Gruppens tema"),
    "catch_up": QT_TRANSLATE_NOOP("UndoWords", "Tid hentet ind"),
    "choose_way": QT_TRANSLATE_NOOP("UndoWords", "Måden at holde mødet på"),
    "set_meeting_day": QT_TRANSLATE_NOOP("UndoWords", "Mødets dato"),
    "write_action": QT_TRANSLATE_NOOP("UndoWords", "Rettelse i handlingen"),
    "write_event": QT_TRANSLATE_NOOP("UndoWords", "Rettelse på årshjulet"),
    "take_up_events": QT_TRANSLATE_NOOP("UndoWords", "Taget med på årshjulet"),
    "move_event": QT_TRANSLATE_NOOP("UndoWords", "Flyttet på årshjulet"),
    "hold_event": QT_TRANSLATE_NOOP("UndoWords", "Holdt"),
    "move_status": QT_TRANSLATE_NOOP("UndoWords", "Pilen flyttet"),
    "note_status": QT_TRANSLATE_NOOP("UndoWords", "Det, der blev sagt i statusrunden"),
    "agree_followup": QT_TRANSLATE_NOOP("UndoWords", "Dagen for opfølgningen"),
    "hold_followup": QT_TRANSLATE_NOOP("UndoWords", "Opfølgningen holdt"),
    "write_remark": QT_TRANSLATE_NOOP("UndoWords", "Note til referatet"),
    "mark_attendance": QT_TRANSLATE_NOOP("UndoWords", "Hvem der var med"),
    "write_answer": QT_TRANSLATE_NOOP("UndoWords", "Svar i skemaet"),
    "begin_entry": QT_TRANSLATE_NOOP("UndoWords", "Skemaet taget frem igen"),
    "date_entry": QT_TRANSLATE_NOOP("UndoWords", "Skemaets dato og navn"),
    "lock_forms": QT_TRANSLATE_NOOP("UndoWords", "Adgangssætningen valgt"),
    "change_phrase": QT_TRANSLATE_NOOP("UndoWords", "Adgangssætningen skiftet"),
    "forget_forms": QT_TRANSLATE_NOOP("UndoWords", "De låste svar slettet"),
    "sign_up": QT_TRANSLATE_NOOP("UndoWords", "Hvem der er med"),
    "spread_signups": QT_TRANSLATE_NOOP("UndoWords", "Alle fordelt på indsatserne"),
    "mark_entered": QT_TRANSLATE_NOOP("UndoWords", "Fluebenet »Indtastet«"),
    "mark_delivered": QT_TRANSLATE_NOOP("UndoWords", "Fluebenet »Afleveret«"),
    "write_sheet": QT_TRANSLATE_NOOP("UndoWords", "Rettelse i afleveringen"),
    "write_texts": QT_TRANSLATE_NOOP("UndoWords", "Processens tekst"),
    "take_edition": QT_TRANSLATE_NOOP("UndoWords", "Ny udgave af processen"),
    "launch_initiative": QT_TRANSLATE_NOOP("UndoWords", "Sat i gang"),
}

RECORDS: dict[str, str] = {
    "Programme": QT_TRANSLATE_NOOP("UndoWords", "arbejdspladsen"),
    "Override": QT_TRANSLATE_NOOP("UndoWords", "teksten"),
    "Person": QT_TRANSLATE_NOOP("UndoWords", "deltagerlisten"),
    "RoleHolder": QT_TRANSLATE_NOOP("UndoWords", "rollerne"),
    "Task": QT_TRANSLATE_NOOP("UndoWords", "tjeklisten"),
    "Milestone": QT_TRANSLATE_NOOP("UndoWords", "datoerne"),
    "Rule": QT_TRANSLATE_NOOP("UndoWords", "spillereglerne"),
    "Meeting": QT_TRANSLATE_NOOP("UndoWords", "mødet"),
    "AgendaItem": QT_TRANSLATE_NOOP("UndoWords", "drejebogen"),
    "Step": QT_TRANSLATE_NOOP("UndoWords", "trinnene i drejebogen"),
    "Note": QT_TRANSLATE_NOOP("UndoWords", "sedlen"),
    "Theme": QT_TRANSLATE_NOOP("UndoWords", "temaet"),
    "Link": QT_TRANSLATE_NOOP("UndoWords", "temaets sedler"),
    "Placement": QT_TRANSLATE_NOOP("UndoWords", "placeringen"),
    "Escalation": QT_TRANSLATE_NOOP("UndoWords", "løftet"),
    "Initiative": QT_TRANSLATE_NOOP("UndoWords", "indsatsen"),
    "Action": QT_TRANSLATE_NOOP("UndoWords", "handlingen"),
    "Expectation": QT_TRANSLATE_NOOP("UndoWords", "forventningerne"),
    "Idea": QT_TRANSLATE_NOOP("UndoWords", "idéerne"),
    "Ballot": QT_TRANSLATE_NOOP("UndoWords", "afstemningen"),
    "TalkGroup": QT_TRANSLATE_NOOP("UndoWords", "grupperne"),
    "GroupMember": QT_TRANSLATE_NOOP("UndoWords", "grupperne"),
    "Remark": QT_TRANSLATE_NOOP("UndoWords", "noterne til referatet"),
    "StatusChange": QT_TRANSLATE_NOOP("UndoWords", "statuspilens historik"),
    "Absence": QT_TRANSLATE_NOOP("UndoWords", "hvem der var med"),
    "Carried": QT_TRANSLATE_NOOP("UndoWords", "det fra sidst"),
    "FormEntry": QT_TRANSLATE_NOOP("UndoWords", "skemaet"),
    "FormLock": QT_TRANSLATE_NOOP("UndoWords", "låsen"),
    "FormAnswer": QT_TRANSLATE_NOOP("UndoWords", "skemaet"),
    "Signup": QT_TRANSLATE_NOOP("UndoWords", "hvem der er med"),
    "Report": QT_TRANSLATE_NOOP("UndoWords", "afrapporteringen"),
    "ApvPlan": QT_TRANSLATE_NOOP("UndoWords", "APV-handlingsplanen"),
    "StaffNews": QT_TRANSLATE_NOOP("UndoWords", "nyt til personalet"),
    "EntryMark": QT_TRANSLATE_NOOP("UndoWords", "kopiarket"),
    "Delivery": QT_TRANSLATE_NOOP("UndoWords", "afleveringen"),
    "Event": QT_TRANSLATE_NOOP("UndoWords", "årshjulet"),
}

GENERAL: dict[str, str] = {
    "add_row": QT_TRANSLATE_NOOP("UndoWords", "Tilføjelse i {thing}"),
    "add_lines": QT_TRANSLATE_NOOP("UndoWords", "Tilføjelse i {thing}"),
    "put_record": QT_TRANSLATE_NOOP("UndoWords", "Rettelse i {thing}"),
    "edit_fields": QT_TRANSLATE_NOOP("UndoWords", "Rettelse i {thing}"),
    "move_row": QT_TRANSLATE_NOOP("UndoWords", "Ny rækkefølge i {thing}"),
    "remove_row": QT_TRANSLATE_NOOP("UndoWords", "Sletning i {thing}"),
}


SEVERAL: dict[str, str] = {
    "add_notes": QT_TRANSLATE_NOOP("UndoWords", "{n} sedler sat op"),
    "move_notes": QT_TRANSLATE_NOOP("UndoWords", "{n} sedler flyttet"),
    "delete_notes": QT_TRANSLATE_NOOP("UndoWords", "{n} sedler slettet"),
}
"""Steps with more than one note, which say how many."""


def words(step: StepName) -> str:
    """A step in words, such as »Seddel slettet: »Larm i fællesrummet««."""
    if step.name in GENERAL:
        thing = QCoreApplication.translate(CONTEXT, RECORDS.get(step.kind, step.kind))
        return QCoreApplication.translate(CONTEXT, GENERAL[step.name]).format(thing=thing)
    if step.name in SEVERAL and step.detail.isdigit() and int(step.detail) > 1:
        return QCoreApplication.translate(CONTEXT, SEVERAL[step.name]).format(n=step.detail)
    text = QCoreApplication.translate(CONTEXT, STEPS[step.name])
    if step.detail and not step.detail.isdigit():
        return f"{text}: »{step.detail}«"
    return text
