"""Which page of the follow room holds what. A page's module is read when somebody first opens it."""

from __future__ import annotations

from collections.abc import Callable

from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.follow.section import Section

SectionMaker = Callable[[Bridge], Section]


def _status(bridge: Bridge) -> Section:
    from trivselsdesk.ui.follow.status.page import StatusSection

    return StatusSection(bridge)


def _wheel(bridge: Bridge) -> Section:
    from trivselsdesk.ui.follow.wheel.page import WheelSection

    return WheelSection(bridge)


def _forms(bridge: Bridge) -> Section:
    from trivselsdesk.ui.follow.forms.page import FormsSection

    return FormsSection(bridge)


def _lifts(bridge: Bridge) -> Section:
    from trivselsdesk.ui.follow.lifts.page import LiftsSection

    return LiftsSection(bridge)


def _handin(bridge: Bridge) -> Section:
    from trivselsdesk.ui.follow.handin.page import HandinSection

    return HandinSection(bridge)


def _pulse(bridge: Bridge) -> Section:
    from trivselsdesk.ui.follow.pulse.page import PulseSection

    return PulseSection(bridge)


def _network(bridge: Bridge) -> Section:
    from trivselsdesk.ui.follow.network.page import NetworkSection

    return NetworkSection(bridge)


MAKERS: dict[str, SectionMaker] = {
    "status": _status,
    "wheel": _wheel,
    "forms": _forms,
    "lifts": _lifts,
    "handin": _handin,
    "pulse": _pulse,
    "network": _network,
}
"""Kind of page (see ``domain.pack.FOLLOW_PAGES``) to its maker."""
