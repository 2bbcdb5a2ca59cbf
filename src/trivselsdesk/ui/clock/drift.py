"""How the meeting stands to its plan, in words and colour."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from trivselsdesk.domain.danish import format_duration
from trivselsdesk.domain.timing import ON_PLAN_MINUTES, Reading

CONTEXT = "Drift"

_NOT_BEGUN = QT_TRANSLATE_NOOP("Drift", "Ikke begyndt")
_OVER = QT_TRANSLATE_NOOP("Drift", "Mødet er slut")
_ON_PLAN = QT_TRANSLATE_NOOP("Drift", "På plan")
_BEHIND = QT_TRANSLATE_NOOP("Drift", "{time} bagefter")
_AHEAD = QT_TRANSLATE_NOOP("Drift", "{time} foran")


def drift_look(reading: Reading) -> tuple[str, str, str]:
    """Words, tone and icon of the chip."""
    if reading.state == "ready":
        return _said(_NOT_BEGUN), "sunken", "clock"
    if reading.state == "ended":
        return _said(_OVER), "ok", "check"
    minutes = round(reading.drift)
    if abs(minutes) <= ON_PLAN_MINUTES:
        return _said(_ON_PLAN), "ok", "check"
    time = format_duration(abs(minutes))
    if minutes > 0:
        return _said(_BEHIND).format(time=time), "warn", "clock"
    return _said(_AHEAD).format(time=time), "info", "clock"


def _said(words: str) -> str:
    return QCoreApplication.translate(CONTEXT, words)
