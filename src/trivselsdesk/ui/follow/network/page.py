"""The samarbejdskort as a table, and beside it what stands out, each with the way to the place to mend it."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QStackedWidget, QVBoxLayout, QWidget

from trivselsdesk.domain.danish import plural
from trivselsdesk.domain.network import (
    BY_DEPARTMENT,
    BY_MEETING,
    BY_PERSON,
    DOUBLE,
    FINDING_WORDS,
    NOBODY,
    OWNS,
    PART_WORDS,
    VIEWS,
    Finding,
    GridRow,
    Network,
    grid,
    network,
)
from trivselsdesk.domain.records import Event
from trivselsdesk.domain.wall.follow import FollowScene
from trivselsdesk.ui import paper, places
from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.follow.frame import headline, side_by_side
from trivselsdesk.ui.follow.network.findings import FindingList
from trivselsdesk.ui.follow.section import Section
from trivselsdesk.ui.widgets.buttons import Button, Segmented
from trivselsdesk.ui.widgets.empty import EmptyState
from trivselsdesk.ui.widgets.labels import ElidedLabel
from trivselsdesk.ui.widgets.text_table import TableCell, TextTable

DOCUMENT = "samarbejdskort"
_FIRST = 236
_LEAST = 132


class NetworkSection(Section):
    """The table in the middle, what stands out at the right."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        self._net = Network((), (), ())
        self._grid: list[GridRow] = []
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._stack = QStackedWidget()
        whole.addWidget(self._stack)
        main = QWidget()
        self._stack.addWidget(main)
        self.empty = EmptyState(
            self.tr("Kortet tegner sig selv"),
            self.tr(
                "Når temaer får handlinger og navne i handleplanen, ses det her, hvem der er sammen om hvad."
            ),
            icon="users",
            button=self.tr("Gå til handleplanen"),
        )
        self.empty.pressed.connect(self._go_plan)
        holder = QWidget()
        side_by_side(holder).addWidget(self.empty)
        self._stack.addWidget(holder)
        row = side_by_side(main)
        row.addWidget(self._make_middle(), 1)
        row.addWidget(self._make_side())

    def _make_middle(self) -> QWidget:
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.count = ElidedLabel("", "body", "ink2")
        self.view = Segmented([("", "", None)], name=self.tr("Vis efter"))
        self.view.chosen.connect(self._show_view)
        column.addLayout(headline(self.tr("Hvem er sammen om hvad?"), self.count, self.view))
        column.addSpacing(10)
        self.table = TextTable(self.tr("Samarbejdskort"))
        self.table.opened.connect(self._open_cell)
        self.table.head_opened.connect(self._open_head)
        column.addWidget(self.table, 1)
        self.nowhere = Button("", "link", icon="info", small=True)
        self.nowhere.clicked.connect(self._go_prepare)
        line = QHBoxLayout()
        line.setContentsMargins(0, 6, 0, 0)
        line.addWidget(self.nowhere)
        line.addStretch(1)
        column.addLayout(line)
        return middle

    def _make_side(self) -> QWidget:
        self._side = QWidget()
        column = QVBoxLayout(self._side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.findings = FindingList()
        self.findings.wanted.connect(self.mend)
        column.addWidget(self.findings, 1)
        self.print_button = Button(self.tr("Se og udskriv …"), "primary", "printer")
        self.print_button.clicked.connect(self._print)
        column.addWidget(self.print_button)
        self.table_button = Button(self.tr("Regneark …"), icon="export")
        self.table_button.clicked.connect(self._save_table)
        column.addWidget(self.table_button)
        return self._side

    # Showing

    def show_programme(self, programme_id: str) -> None:
        self.programme_id = programme_id
        label = self.pack.department_label or self.tr("Afdeling")
        self.view.set_options(
            [
                (BY_PERSON, self.tr("Person"), None),
                (BY_DEPARTMENT, label, None),
                (BY_MEETING, self.tr("Møde"), None),
            ]
        )
        left = self.bridge.setting(self._key(), BY_PERSON)
        self.view.set_value(left if left in VIEWS else BY_PERSON)
        self.refresh()

    def refresh(self) -> None:
        if not self.programme_id:
            return
        self._net = net = network(self.book)
        self._stack.setCurrentIndex(0 if net.subjects else 1)
        self.count.set_text(
            " · ".join(
                (
                    plural(len(net.people), self.tr("person"), self.tr("personer")),
                    plural(len(net.departments), self.tr("afdeling"), self.tr("afdelinger")),
                    plural(len(net.subjects), self.tr("emne"), self.tr("emner")),
                )
            )
        )
        self.findings.show_findings(net.findings)
        missing = sum(1 for each in net.people if not each.department) if self.pack.department_label else 0
        self.nowhere.setVisible(bool(missing))
        self.nowhere.set_text(
            self.tr("{people} – skriv den på deltagerlisten").format(
                people=plural(
                    missing, self.tr("person har ingen afdeling"), self.tr("personer har ingen afdeling")
                )
            )
        )
        self._show_rows()

    def _show_view(self, view: str) -> None:
        self.bridge.remember(self._key(), view)
        self._show_rows()

    def _show_rows(self) -> None:
        view = self.view.value()
        self._grid = grid(self._net, view)
        by_person = view == BY_PERSON and bool(self._net.departments)
        first = {BY_PERSON: self.tr("Person"), BY_MEETING: self.tr("Møde")}.get(
            view, self.pack.department_label
        )
        head = [first or self.tr("Afdeling"), *(each.title for each in self._net.subjects)]
        warned = {each.initiative_id for each in self._net.findings if each.kind == NOBODY}
        owns = PART_WORDS[OWNS]
        rows = [
            (
                TableCell(
                    f"{each.title} · {each.aside}" if by_person and each.aside else each.title, strong=True
                ),
                *(
                    TableCell(words, "primary" if owns in words or "ansvar" in words else "")
                    for words in each.cells
                ),
            )
            for each in self._grid
        ]
        if view != BY_MEETING:
            marks = [
                TableCell(FINDING_WORDS[NOBODY], "warn") if each.initiative_id in warned else TableCell("")
                for each in self._net.subjects
            ]
            if warned:
                rows.append((TableCell(self.tr("Huller"), strong=True), *marks))
        count = max(1, len(self._net.subjects))
        room = max(0, self.table.viewport().width() - _FIRST)
        wide = max(_LEAST, room // count)
        self.table.show_rows(head, rows, (_FIRST, *([wide] * len(self._net.subjects))))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._side.setFixedWidth(372 if self.width() >= 1600 else 320 if self.width() >= 1200 else 264)
        if self.programme_id:
            self._show_rows()

    # Mending

    def mend(self, finding: Finding) -> None:
        """Go where it can be put right: the year for a meeting too many, else the handleplan."""
        pages = next(
            (each.pages for each in self.pack.phases if each.room == "follow" and "network" in each.pages), ()
        )
        if finding.kind == DOUBLE and "wheel" in pages and self.book.find(Event, finding.event_id):
            self.page_wanted.emit("wheel")
        else:
            self._to_initiative(finding.initiative_id)

    def _to_initiative(self, initiative_id: str) -> None:
        self.bridge.remember(places.plan_area(self.programme_id), initiative_id)
        self.bridge.remember(places.plan_view(self.programme_id), places.PLAN_QUESTIONS)
        self.go.emit("plan")

    def _open_cell(self, row: int, column: int) -> None:
        if column:
            self._to_initiative(self._net.subjects[column - 1].initiative_id)

    def _open_head(self, column: int) -> None:
        self._open_cell(0, column)

    def _go_plan(self) -> None:
        self.go.emit("plan")

    def _go_prepare(self) -> None:
        self.go.emit("prepare")

    # Paper and wall

    def _print(self) -> None:
        self.open_document.emit(DOCUMENT)

    def _save_table(self) -> None:
        saved, sentence = paper.save_table(self, self.bridge, self.programme_id, DOCUMENT)
        if sentence:
            self.toast.emit("check" if saved else "warn", sentence)

    def document(self) -> str:
        return DOCUMENT if self._net.subjects else ""

    def on_wall(self) -> FollowScene | None:
        return FollowScene(self.bridge.today(), network=True) if self._net.subjects else None

    def _key(self) -> str:
        return f"network.view/{self.programme_id}"
