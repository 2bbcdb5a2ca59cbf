"""Which page holds which kind of tool. A page's module is read when somebody first opens it."""

from __future__ import annotations

from collections.abc import Callable

from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.run.page import Page

PageMaker = Callable[[Bridge], Page]


def _talk(bridge: Bridge) -> Page:
    from trivselsdesk.ui.run.pages.talk import TalkPage

    return TalkPage(bridge)


def _board(bridge: Bridge) -> Page:
    from trivselsdesk.ui.run.board.page import BoardPage

    return BoardPage(bridge)


def _round(bridge: Bridge) -> Page:
    from trivselsdesk.ui.run.pages.round import RoundPage

    return RoundPage(bridge)


def _sort(bridge: Bridge) -> Page:
    from trivselsdesk.ui.run.board.sort_page import SortPage

    return SortPage(bridge)


def _matrix(bridge: Bridge) -> Page:
    from trivselsdesk.ui.run.matrix.page import MatrixPage

    return MatrixPage(bridge)


def _questions(bridge: Bridge) -> Page:
    from trivselsdesk.ui.run.pages.questions import QuestionsPage

    return QuestionsPage(bridge)


def _vote(bridge: Bridge) -> Page:
    from trivselsdesk.ui.run.vote.page import VotePage

    return VotePage(bridge)


def _groups(bridge: Bridge) -> Page:
    from trivselsdesk.ui.run.groups.page import GroupsPage

    return GroupsPage(bridge)


def _closing(bridge: Bridge) -> Page:
    from trivselsdesk.ui.run.pages.closing import ClosingPage

    return ClosingPage(bridge)


def _pause(bridge: Bridge) -> Page:
    from trivselsdesk.ui.run.pages.pause import BreakPage

    return BreakPage(bridge)


def _write(bridge: Bridge) -> Page:
    from trivselsdesk.ui.run.pages.write import WritePage

    return WritePage(bridge)


def _expectations(bridge: Bridge) -> Page:
    from trivselsdesk.ui.run.pages.expectations import ExpectationsPage

    return ExpectationsPage(bridge)


def _icebreaker(bridge: Bridge) -> Page:
    from trivselsdesk.ui.run.pages.icebreaker import IcebreakerPage

    return IcebreakerPage(bridge)


def _negative(bridge: Bridge) -> Page:
    from trivselsdesk.ui.run.pages.negative import NegativePage

    return NegativePage(bridge)


def _form(bridge: Bridge) -> Page:
    from trivselsdesk.ui.run.pages.form import FormPage

    return FormPage(bridge)


def _signup(bridge: Bridge) -> Page:
    from trivselsdesk.ui.run.pages.signup import SignupPage

    return SignupPage(bridge)


def _pulse(bridge: Bridge) -> Page:
    from trivselsdesk.ui.run.pages.pulse import PulsePage

    return PulsePage(bridge)


def _pitch(bridge: Bridge) -> Page:
    from trivselsdesk.ui.run.pages.pitch import PitchPage

    return PitchPage(bridge)


def _examples(bridge: Bridge) -> Page:
    from trivselsdesk.ui.run.pages.examples import ExamplesPage

    return ExamplesPage(bridge)


def _on_page(bridge: Bridge) -> Page:
    from trivselsdesk.ui.run.pages.on_page import OnPage

    return OnPage(bridge)


def _plus_minus(bridge: Bridge) -> Page:
    from trivselsdesk.ui.run.pages.plusminus import PlusMinusPage

    return PlusMinusPage(bridge)


def _circle(bridge: Bridge) -> Page:
    from trivselsdesk.ui.run.circle.page import CirclePage

    return CirclePage(bridge)


PAGES: dict[str, PageMaker] = {
    "talk": _talk,
    "write": _write,
    "board": _board,
    "round": _round,
    "sort": _sort,
    "matrix": _matrix,
    "questions": _questions,
    "vote": _vote,
    "groups": _groups,
    "closing": _closing,
    "break": _pause,
    "expectations": _expectations,
    "icebreaker": _icebreaker,
    "negative": _negative,
    "form": _form,
    "signup": _signup,
    "pulse": _pulse,
    "plusminus": _plus_minus,
    "circle": _circle,
    "pitch": _pitch,
    "examples": _examples,
    "page": _on_page,
}
"""Tool kind to page; kinds with the same maker share one page."""


def maker(kind: str) -> PageMaker:
    """The maker of the page for a kind; a kind that this version does not know is talked through."""
    return PAGES.get(kind, PAGES["talk"])
