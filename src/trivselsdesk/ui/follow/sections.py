"""Which page of the follow room holds what. A page's module is read when somebody first opens it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.follow.section import Section

CONTEXT = "FollowPages"
SectionMaker = Callable[[Bridge], Section]


def _status(bridge: Bridge) -> Section:
    from trivselsdesk.ui.follow.status.page import StatusSection

    return StatusSection(bridge)


<<<<<<< HEAD
def _wheel(bridge: Bridge) -> Section:
    from trivselsdesk.ui.follow.wheel.page import WheelSection

    return WheelSection(bridge)


MAKERS: dict[str, SectionMaker] = {"status": _status, "wheel": _wheel}
=======
def _forms(bridge: Bridge) -> Section:
    from trivselsdesk.ui.follow.forms.page import FormsSection

    return FormsSection(bridge)


MAKERS: dict[str, SectionMaker] = {"status": _status, "forms": _forms}
>>>>>>> 30dc3a3 (Fill forms in after the meeting and in it, and print them)
"""Kind of page (see ``domain.pack.FOLLOW_PAGES``) to its maker."""

_TITLES: dict[str, str] = {
    "status": QT_TRANSLATE_NOOP("FollowPages", "Statuspil"),
<<<<<<< HEAD
    "wheel": QT_TRANSLATE_NOOP("FollowPages", "Årshjul"),
=======
    "forms": QT_TRANSLATE_NOOP("FollowPages", "Evaluering"),
>>>>>>> 30dc3a3 (Fill forms in after the meeting and in it, and print them)
}


def title(kind: str) -> str:
    """What the tab of a page says."""
    return QCoreApplication.translate(CONTEXT, _TITLES[kind])
