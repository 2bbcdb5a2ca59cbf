"""»Hent tiden ind«: what could be done, what each way gives, and when the meeting then ends."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trivselsdesk.domain import catch_up
from trivselsdesk.domain.agenda import Slot
from trivselsdesk.domain.catch_up import CatchUpPlan, Share, Way
from trivselsdesk.domain.danish import format_duration, join_names, plural, shortened
from trivselsdesk.domain.part import fill
from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.clock.clockwork import Clockwork, clock_words
from trivselsdesk.ui.widgets.card import hline
from trivselsdesk.ui.widgets.checkbox import Check
from trivselsdesk.ui.widgets.dialog import Dialog
from trivselsdesk.ui.widgets.labels import Label

_TITLE_MOST = 30
CONTEXT = "CatchUpWords"
_SHORTER = QT_TRANSLATE_NOOP("CatchUpWords", "{part} {to} i stedet for {before} min")
_PAUSE = QT_TRANSLATE_NOOP("CatchUpWords", "{part} bliver {to} min")
_THE_PAUSE = QT_TRANSLATE_NOOP("CatchUpWords", "Pausen bliver {to} min")
_SPREAD = QT_TRANSLATE_NOOP("CatchUpWords", "De andre trin bliver {minutes} min kortere i alt")
_AID = QT_TRANSLATE_NOOP("CatchUpWords", "{aid} i »{part}«: {to} i stedet for {before} min")
_GROUPS = QT_TRANSLATE_NOOP("CatchUpWords", "Små grupper i »{part}«: {to} i stedet for {before} min")
_FEWER = QT_TRANSLATE_NOOP("CatchUpWords", "Tag {to} temaer i stedet for {before}")
_CHOOSE = QT_TRANSLATE_NOOP("CatchUpWords", "Vælg højst {to} temaer i stedet for {before}")
_PARK = QT_TRANSLATE_NOOP("CatchUpWords", "Sæt {cards}, der venter, på P-pladsen")
_ONE = QT_TRANSLATE_NOOP("CatchUpWords", "kortet")
_MANY = QT_TRANSLATE_NOOP("CatchUpWords", "de {count} kort")
_WAITS = QT_TRANSLATE_NOOP("CatchUpWords", "{names} venter på P-pladsen")
_EACH = QT_TRANSLATE_NOOP("CatchUpWords", "{part} {to} min")


class _Row(QWidget):
    """A way: its tick, its words, and the end that it alone would give."""

    def __init__(self, way: Way) -> None:
        super().__init__()
        self.way = way
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        row = QHBoxLayout()
        row.setSpacing(12)
        self.check = Check()
        self.end = Label("", "bodyStrong", "ink")
        row.addWidget(self.check, 1)
        row.addWidget(self.end, 0, Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(row)
        self.more = Label("", "caption", "ink2", wrap=True)
        self.more.setContentsMargins(34, 0, 0, 6)
        column.addWidget(self.more)

    def show_words(self, words: str, more: str, end: str) -> None:
        self.check.set_text(words)
        self.check.setAccessibleName(f"{words}. {more}. {end}" if more else f"{words}. {end}")
        self.more.set_text(more)
        self.more.setContentsMargins(34, 0, 0, 6)
        self.more.setVisible(bool(more))
        self.end.set_text(end)


class CatchUpDialog(Dialog):
    """Choosing several shares the minutes out between them."""

    caught_up = Signal(str)
    """What was won, in a sentence for the message with »Fortryd«."""

    def __init__(self, bridge: Bridge, clockwork: Clockwork, parent: QWidget | None = None) -> None:
        super().__init__("", parent, width=600)
        self._bridge, self._work = bridge, clockwork
        self.setWindowTitle(self.tr("Hent tiden ind"))
        reading = clockwork.read()
        self._need = catch_up.minutes_behind(reading)
        self._end = reading.end
        self.rows: list[_Row] = []
        ways = clockwork.ways() if self._need else ()
        self.body.setSpacing(4)
        if not self._need:
            self.title.set_text(self.tr("I er på plan"))
            self.add_text(
                self.tr(
                    "Mødet slutter kl. {time}, planlagt {planned}. Der er ingen tid at hente ind."
                ).format(time=clock_words(reading.end), planned=clock_words(reading.planned_end))
            )
        else:
            behind = format_duration(self._need)
            self.title.set_text(self.tr("I er {time} bagefter").format(time=behind))
            words = self.tr("Mødet slutter kl. {time}, planlagt {planned}. Vælg én ting eller flere.")
            if not ways:
                words = self.tr("Mødet slutter kl. {time}, planlagt {planned}. Der er ikke mere at tage af.")
            self.add_text(
                words.format(time=clock_words(reading.end), planned=clock_words(reading.planned_end))
            )
        for way in ways:
            row = _Row(way)
            row.check.toggled.connect(self._choose)
            self.rows.append(row)
            self.body.addWidget(row)
        self.sum = Label("", "bodyStrong", "ink", wrap=True)
        self.keep = self.add_button(self.tr("Behold planen") if ways else self.tr("Luk"), default=not ways)
        self.do = self.add_button("", "primary", accepts=True, default=bool(ways))
        self.do.setVisible(bool(ways))
        if ways:
            self.body.addWidget(hline())
            self.body.addWidget(self.sum)
            self.rows[0].check.setFocus(Qt.FocusReason.OtherFocusReason)
        self.accepted.connect(self._carry_out)
        self._choose()

    def chosen(self) -> list[Way]:
        """The ways that are ticked."""
        return [row.way for row in self.rows if row.check.isChecked()]

    def _choose(self) -> None:
        plan = catch_up.share(self.chosen(), self._need, self._end)
        shares = {each.way.id: each for each in plan.shares}
        for row in self.rows:
            alone = catch_up.share([row.way], self._need, self._end)
            share = shares.get(row.way.id, alone.shares[0])
            end = self.tr("slut {time}").format(time=clock_words(alone.end))
            if row.way.id in shares and len(shares) > 1:
                end = self.tr("{minutes} min").format(minutes=share.total)
            row.show_words(self._words(share), self._more(share), end)
        if not self.rows:
            return
        self.do.setEnabled(plan.saved > 0)
        self.do.setText(self.tr("Hent {time}").format(time=format_duration(plan.saved)))
        end = clock_words(plan.end)
        if not plan.saved:
            words = self.tr("Intet er valgt. Slut kl. {time}.").format(time=end)
        elif plan.missing:
            words = self.tr("Det giver {won} af {need}. Slut kl. {time}.").format(
                won=plan.saved, need=format_duration(self._need), time=end
            )
        else:
            words = self.tr("Slut kl. {time}, som planlagt.").format(time=end)
        self.sum.set_text(words)

    def _words(self, share: Share) -> str:
        way, first = share.way, share.way.gives[0]
        part, total = self._title(first.slot), share.total
        named = _with_sign(part) if way.kind == catch_up.SHORTER else part
        values = {"part": named, "to": first.minutes - share.minutes[0], "before": first.minutes}
        if way.kind == catch_up.SPREAD:
            return _said(_SPREAD).format(minutes=total)
        if way.kind == catch_up.PAUSE:
            return _said(_THE_PAUSE if part.strip().lower() == "pause" else _PAUSE).format(**values)
        if way.kind == catch_up.AID and way.aid is not None:
            aid = fill(self._work.book, self._work.pack, way.aid.title)
            return _said(_AID).format(aid=aid, **values)
        if way.kind == catch_up.PARK:
            count = len(way.cards)
            return _said(_PARK).format(cards=_said(_ONE) if count == 1 else _said(_MANY).format(count=count))
        if way.kind in (catch_up.FEWER, catch_up.CHOOSE):
            text = _said(_FEWER if way.kind == catch_up.FEWER else _CHOOSE)
            return text.format(to=way.themes - share.themes_left_out, before=way.themes)
        return _said(_GROUPS if way.kind == catch_up.GROUPS else _SHORTER).format(**values)

    def _more(self, share: Share) -> str:
        way = share.way
        if way.kind == catch_up.SPREAD:
            parts = [
                _said(_EACH).format(part=self._title(give.slot), to=give.minutes - minutes)
                for give, minutes in zip(way.gives, share.minutes, strict=True)
                if minutes
            ]
            return " · ".join(parts)
        if way.kind == catch_up.FEWER and share.cards:
            names = [f"»{shortened(self._work.card_title(each), _TITLE_MOST)}«" for each in share.cards]
            return _said(_WAITS).format(names=join_names(names))
        if way.kind in (catch_up.CHOOSE, catch_up.FEWER):
            give = way.gives[0]
            to = give.minutes - share.minutes[0]
            words = _said(_SHORTER)
            return words.format(part=_with_sign(self._title(give.slot)), to=to, before=give.minutes)
        if way.kind == catch_up.PARK:
            give = way.gives[0]
            words = self.tr("Trinnet bliver {minutes} kortere")
            return words.format(minutes=plural(share.total, self.tr("minut"), self.tr("minutter")))
        if way.kind == catch_up.AID and way.aid is not None and way.aid.when:
            return fill(self._work.book, self._work.pack, way.aid.when)
        return ""

    def _title(self, slot: Slot) -> str:
        return shortened(fill(self._work.book, self._work.pack, slot.title), _TITLE_MOST)

    def _carry_out(self) -> None:
        # Time has gone on while the choice was made: what is won is counted from now.
        wanted = {way.id for way in self.chosen()}
        reading = self._work.read()
        ways = [way for way in self._work.ways() if way.id in wanted]
        plan = catch_up.share(ways, max(self._need, catch_up.minutes_behind(reading)), reading.end)
        if plan.saved and self._work.catch_up(plan):
            self.caught_up.emit(self._done_words(plan))

    def _done_words(self, plan: CatchUpPlan) -> str:
        words = self.tr("Hentet {time} ind. Mødet slutter kl. {end}")
        return words.format(time=format_duration(plan.saved), end=clock_words(plan.end))


def _with_sign(title: str) -> str:
    """»Saml i temaer:« – and »Bevare eller forandre? –«."""
    return f"{title} –" if title.endswith(("?", "!", ".", "…", ":")) else f"{title}:"


def _said(words: str) -> str:
    return QCoreApplication.translate(CONTEXT, words)
