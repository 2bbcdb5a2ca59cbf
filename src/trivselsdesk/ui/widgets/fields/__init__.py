"""Fields that save as one types. All have value(), set_value(v), the signal edited(object) and flush().

set_value never emits, and leaves alone what the user is in the middle of typing. edited comes shortly
after the last key, at least once a second while typing, and when the field is left. flush_all() brings in
every field: call it before undo, export and close, and before a view is built anew.
"""

from __future__ import annotations

from trivselsdesk.ui.widgets.fields.choice import ChoiceField
from trivselsdesk.ui.widgets.fields.draft import flush_all
from trivselsdesk.ui.widgets.fields.labelled import Labelled
from trivselsdesk.ui.widgets.fields.line import LineField
from trivselsdesk.ui.widgets.fields.minute import MinuteField
from trivselsdesk.ui.widgets.fields.moment import DateField, TimeField
from trivselsdesk.ui.widgets.fields.text import TextField

__all__ = [
    "ChoiceField",
    "DateField",
    "Labelled",
    "LineField",
    "MinuteField",
    "TextField",
    "TimeField",
    "flush_all",
]
