"""Notes from a spreadsheet: which column is what, how they will hang, and what is wrong in which row."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from trivselsdesk.domain.book import Book
from trivselsdesk.domain.danish import plural, shortened
from trivselsdesk.domain.intake import COUNT, KIND, SKIP, TAG, TEXT, ZONE, Intake, Table, guess, intake
from trivselsdesk.domain.pack import Board, Pack
from trivselsdesk.domain.start_notes import written_kinds
from trivselsdesk.ui.intake.reading import Reading
from trivselsdesk.ui.widgets.buttons import Button, Segmented
from trivselsdesk.ui.widgets.card import ScrollArea
from trivselsdesk.ui.widgets.checkbox import Check
from trivselsdesk.ui.widgets.dialog import Dialog
from trivselsdesk.ui.widgets.empty import EmptyState
from trivselsdesk.ui.widgets.fields import ChoiceField
from trivselsdesk.ui.widgets.fields.labelled import Labelled
from trivselsdesk.ui.widgets.labels import ElidedLabel, Label
from trivselsdesk.ui.widgets.text_table import TableCell, TextTable

_NOTES, _FAULTS = "notes", "faults"


class ImportDialog(Dialog):
    """``result_of`` says what is to be hung up, when the dialog was accepted."""

    def __init__(self, parent: QWidget | None, book: Book, pack: Pack, board: Board) -> None:
        super().__init__(self.tr("Hent sedler fra et regneark"), parent, width=1040)
        self._book, self._pack, self._board = book, pack, board
        self._table: Table | None = None
        self.found: Intake | None = None
        self.reading = Reading(self)
        self.reading.read.connect(self._on_read)
        self.reading.refused.connect(self._on_refused)
        top = QHBoxLayout()
        top.setSpacing(12)
        self._file = ElidedLabel("", "body", "ink2")
        self.other = Button(self.tr("Vælg en anden fil …"), icon="file", small=True)
        self.other.clicked.connect(self.choose_file)
        top.addWidget(self._file, 1)
        top.addWidget(self.other)
        self.body.addLayout(top)
        self._stack = QStackedWidget()
        self._stack.setMinimumHeight(400)
        self._message = EmptyState(self.tr("Læser filen …"), "", icon="import", framed=False)
        self._stack.addWidget(self._message)
        self._stack.addWidget(self._make_main())
        self.body.addWidget(self._stack, 1)
        self.skip = Check(self.tr("Spring rækkerne med fejl over"))
        self.skip.clicked.connect(self._show_yes)
        self.body.addWidget(self.skip)
        self.skip.hide()
        self.add_button(self.tr("Annullér"))
        self._yes = self.add_button(self.tr("Hæng op"), "primary", accepts=True, default=True)
        self._yes.setEnabled(False)

    def _make_main(self) -> QWidget:
        main = QWidget()
        row = QHBoxLayout(main)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(20)
        self._left = ScrollArea(spacing=10, margins=(0, 0, 10, 0))
        self._left.setFixedWidth(300)
        row.addWidget(self._left)
        right = QVBoxLayout()
        right.setSpacing(8)
        self.summary = Label("", "bodyStrong", wrap=True)
        right.addWidget(self.summary)
        self.switch = Segmented([(_NOTES, self.tr("Sådan hænger de"), None)], name=self.tr("Vis"))
        self.switch.chosen.connect(self._show_rows)
        line = QHBoxLayout()
        line.addWidget(self.switch)
        line.addStretch(1)
        right.addLayout(line)
        self.preview = TextTable(self.tr("Forhåndsvisning"))
        right.addWidget(self.preview, 1)
        row.addLayout(right, 1)
        return main

    # The file

    def choose_file(self) -> bool:
        """Ask for a file and read it. False when nobody chose one."""
        kinds = self.tr("Regneark (*.xlsx *.csv *.tsv *.txt)")
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("Vælg et regneark"), "", kinds)
        if chosen:
            self.read_file(Path(chosen))
        return bool(chosen)

    def read_file(self, path: Path) -> None:
        """Read a file; the window stays alive meanwhile."""
        self._table = self.found = None
        self._file.set_text(path.name)
        self._message.set_texts(self.tr("Læser filen …"), "")
        self._stack.setCurrentIndex(0)
        self.skip.hide()
        self._show_yes()
        self.reading.start(path)

    def _on_refused(self, sentence: str) -> None:
        self._message.set_texts(
            self.tr("Filen kan ikke bruges"), self.tr("{why} Intet er ændret.").format(why=sentence)
        )

    def _on_read(self, table: object) -> None:
        assert isinstance(table, Table)
        self._table = table
        self._make_fields(table)
        self._stack.setCurrentIndex(1)
        self._look()
        self.columns[0].setFocus()

    # The columns

    def _make_fields(self, table: Table) -> None:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(Label(self.tr("Hvad er i kolonnerne?"), "section"))
        self.columns: list[ChoiceField] = []
        for place, (title, role) in enumerate(
            zip(table.head, guess(table, self._pack, self._board), strict=True)
        ):
            field = ChoiceField(self._roles())
            field.set_value(role)
            field.edited.connect(self._look)
            self.columns.append(field)
            sample = next((row[place] for row in table.rows if row[place]), "")
            help_text = self.tr("Fx »{words}«").format(words=shortened(sample, 44)) if sample else ""
            name = shortened(title, 40) or self.tr("Kolonne {n}").format(n=place + 1)
            column.addWidget(Labelled(name, field, help_text=help_text))
        zones = [(SKIP, self.tr("Ingen – det er en fejl"))]
        zones += [(zone.id, zone.title) for zone in self._board.zones]
        self.otherwise = ChoiceField(zones)
        self.otherwise.set_value(SKIP if any(each.value() == ZONE for each in self.columns) else zones[1][0])
        self.otherwise.edited.connect(self._look)
        column.addWidget(Labelled(self.tr("Felt til sedler, der ikke har et"), self.otherwise))
        column.addStretch(1)
        self._left.set_content(holder)

    def _roles(self) -> list[tuple[str, str]]:
        tags = [(TAG + each.id, each.title) for each in self._pack.tags]
        several = len(written_kinds(self._pack)) > 1
        kinds = [(KIND, self.tr("Hvis seddel det er"))] if several else []
        return [
            (TEXT, self.tr("Sedlens tekst")),
            (ZONE, self.tr("Felt på tavlen")),
            (COUNT, self.tr("Hvor mange sagde det")),
            *kinds,
            *tags,
            (SKIP, self.tr("Bruges ikke")),
        ]

    def _look(self) -> None:
        """What comes of the file with these columns."""
        if self._table is None:
            return
        roles = [each.value() for each in self.columns]
        for place, role in enumerate(roles):
            # The same thing in two columns: the first counts.
            if role and role in roles[:place]:
                roles[place] = SKIP
                self.columns[place].set_value(SKIP)
        self.found = intake(self._table, roles, self._book, self._pack, self._board, self.otherwise.value())
        faults = len(self.found.faults)
        options = [(_NOTES, self.tr("Sådan hænger de"), None)]
        if faults:
            words = plural(faults, self.tr("fejl"), self.tr("fejl"))
            options.append((_FAULTS, words, "warn"))
        self.switch.set_options(options)
        self.skip.setVisible(bool(faults) and bool(self.found.taken))
        self.skip.setChecked(False)
        self.summary.set_text(self._words(self.found))
        self._show_rows()
        self._show_yes()

    def _words(self, found: Intake) -> str:
        parts = [
            plural(found.rows, self.tr("række"), self.tr("rækker")),
            plural(len(found.taken), self.tr("seddel"), self.tr("sedler")),
        ]
        if found.doubles:
            again = plural(found.doubles, self.tr("gentagelse"), self.tr("gentagelser"))
            parts.append(self.tr("{again} talt med").format(again=again))
        if found.known:
            parts.append(self.tr("{n} hænger der allerede").format(n=found.known))
        return " · ".join(parts)

    def _show_rows(self) -> None:
        found = self.found
        if found is None:
            return
        if self.switch.value() == _FAULTS:
            lines = [
                (TableCell(str(each.row) if each.row else ""), TableCell(each.words)) for each in found.faults
            ]
            self.preview.show_rows((self.tr("Række"), self.tr("Hvad er galt?")), lines, (80, 0))
            return
        zones = {zone.id: zone.short or zone.title for zone in self._board.zones}
        kinds = [each for each in self._pack.tags if any(each.id in taken.tags for taken in found.taken)]
        labels = {each.id: each.label for each in written_kinds(self._pack)}
        mixed = len({taken.kind for taken in found.taken}) > 1
        head = [self.tr("Seddel"), self.tr("Felt"), self.tr("Antal"), *(each.title for each in kinds)]
        head += [self.tr("Slags")] if mixed else []
        rows: Sequence[Sequence[TableCell]] = [
            (
                TableCell(taken.text),
                TableCell(zones.get(taken.zone, "")),
                TableCell(str(taken.said)),
                *(TableCell(", ".join(taken.tags.get(each.id, ()))) for each in kinds),
                *([TableCell(labels.get(taken.kind, ""))] if mixed else []),
            )
            for taken in found.taken
        ]
        self.preview.show_rows(head, rows, (0, 130, 72, *(110 for _ in kinds), *([90] if mixed else [])))

    def _show_yes(self) -> None:
        found = self.found
        count = len(found.taken) if found is not None else 0
        notes = plural(count, self.tr("seddel"), self.tr("sedler"))
        self._yes.set_text(self.tr("Hæng {notes} op").format(notes=notes) if count else self.tr("Hæng op"))
        clear = found is not None and (not found.faults or self.skip.isChecked())
        self._yes.setEnabled(bool(count) and clear)

    def done(self, result: int) -> None:
        self.reading.stop()
        super().done(result)
