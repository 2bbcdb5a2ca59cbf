"""The days that are written in a form, and their way to the årshjul."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from trivselsdesk.domain.book import Book
from trivselsdesk.domain.danish import format_date
from trivselsdesk.domain.form_dates import (
    Held,
    RowDay,
    day_of,
    put_on_wheel,
    put_row_on_wheel,
    row_days,
    stands,
    to_hold,
)
from trivselsdesk.domain.pack import Form, FormField, Pack
from trivselsdesk.domain.records import FormEntry
from trivselsdesk.ui.bridge import Bridge


@dataclass(frozen=True)
class FormDays:
    """Those of one time that a form was filled in."""

    bridge: Bridge
    book: Book
    pack: Pack
    form: Form
    entry: FormEntry
    fill: Callable[[str], str]

    @property
    def has_wheel(self) -> bool:
        """Whether a day of the form may be put on the årshjul."""
        # A day of a confidential form stays in the form: the årshjul is for everybody.
        return not self.form.confidential and self.pack.has_page("wheel")

    def held(self, today: date) -> Held | None:
        """The event that the form is filled in at, while nothing says that it was held."""
        if not self.has_wheel:
            return None
        return to_hold(self.book, self.pack, self.form, self.entry, today, self.fill)

    def written(self, field: FormField) -> date | None:
        """The day in a question, where the årshjul can have it."""
        return day_of(self.book, self.entry, field) if self.has_wheel else None

    def standing(self, field: FormField) -> date | None:
        """The day that it stands on at the årshjul and is not done; None where it does not."""
        event = stands(self.book, self.entry, field)
        return event.day if event is not None and not event.done else None

    def rows(self, field: FormField, column: str) -> list[RowDay | None]:
        """For each row of a table the day in it, where the årshjul can have it."""
        if not self.has_wheel:
            return []
        return row_days(self.book, self.form, self.entry, field, self.fill, column)

    def put(self, field_id: str) -> str:
        """Put the day of a question on the årshjul. Returns it in words; empty when nothing was done."""
        field = self._field(field_id)
        command = put_on_wheel(self.book, self.form, self.entry, field, self.fill)
        day = day_of(self.book, self.entry, field)
        if command is None or day is None or not self.bridge.run(command):
            return ""
        return format_date(day, weekday=True)

    def put_row(self, field_id: str, column: str, row: int) -> str:
        """The same with the day of a row."""
        field = self._field(field_id)
        days = self.rows(field, column)
        day = days[row] if row < len(days) else None
        command = put_row_on_wheel(self.book, self.form, self.entry, field, day, self.fill) if day else None
        if command is None or day is None or not self.bridge.run(command):
            return ""
        return format_date(day.day, weekday=True)

    def _field(self, field_id: str) -> FormField:
        return next(each for each in self.form.fields if each.id == field_id)
