"""Asks about a date of the årshjul in a dialog, and writes the answer where it belongs."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QDialog

from trivselsdesk.domain.commands.dates import SetMeetingDay
from trivselsdesk.domain.commands.prepare import SetMilestoneDays
from trivselsdesk.domain.commands.rows import EditFields
from trivselsdesk.domain.commands.wheel import WriteEvent
from trivselsdesk.domain.records import Event, Initiative, Meeting, Milestone
from trivselsdesk.domain.wheel import rings
from trivselsdesk.ui.follow.section import Section
from trivselsdesk.ui.follow.wheel.dialogs import DaysDialog, EventDialog, FollowupDialog


def ask_event(page: Section, event: Event, *, new: bool) -> date | None:
    """Write an event as it was answered. Returns the day of a new one, where it has one."""
    found: date | None = None
    dialog = EventDialog(page.bridge, page.book, rings(page.pack), event, new=new, parent=page)
    if dialog.exec() == QDialog.DialogCode.Accepted:
        values = dialog.values()
        changed = {name: value for name, value in values.items() if getattr(event, name) != value}
        if new or changed:
            page.bridge.run(
                WriteEvent(
                    programme_id=page.programme_id,
                    event_id=event.id,
                    values=values if new else changed,
                    fold=False,
                )
            )
        found = values["day"] if new else None
    dialog.deleteLater()
    return found


def ask_followup(page: Section, initiative: Initiative) -> None:
    """Write the follow-up of an initiative as it was answered."""
    dialog = FollowupDialog(page.bridge, page.book, initiative, page)
    if dialog.exec() == QDialog.DialogCode.Accepted:
        page.bridge.run(
            EditFields(
                programme_id=page.programme_id,
                kind=Initiative,
                id=initiative.id,
                values=dialog.values(),
                fold=False,
            )
        )
    dialog.deleteLater()


def ask_days(page: Section, record: Meeting | Milestone) -> None:
    """Write the day of a meeting, or the days of a milestone, as they were answered."""
    dialog = DaysDialog(page.bridge, record, page)
    if dialog.exec() == QDialog.DialogCode.Accepted:
        start, end = dialog.days()
        key = page.programme_id
        if isinstance(record, Meeting):
            page.bridge.run(SetMeetingDay(programme_id=key, meeting_id=record.id, day=start))
        else:
            page.bridge.run(SetMilestoneDays(programme_id=key, milestone_id=record.id, start=start, end=end))
    dialog.deleteLater()
