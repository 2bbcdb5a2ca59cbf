"""Where a note comes from, and how many said it: never who."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from trivselsdesk.domain.book import Book
from trivselsdesk.domain.intake import LONGEST_TAG, MOST_COUNT
from trivselsdesk.domain.note_tags import Tags, known_words, tags_of, tags_text
from trivselsdesk.domain.pack import Pack
from trivselsdesk.domain.records import Note
from trivselsdesk.ui.widgets.dialog import Dialog
from trivselsdesk.ui.widgets.fields import ChoiceField, Labelled, MinuteField
from trivselsdesk.ui.widgets.labels import Label


class SourceDialog(Dialog):
    """A field for each tag of the process. ``values`` are the fields of the note when it was accepted."""

    def __init__(self, parent: QWidget | None, book: Book, pack: Pack, note: Note) -> None:
        super().__init__(self.tr("Hvor kommer sedlen fra?"), parent, width=480)
        self._note, self._tags = note, tags_of(note)
        self.add_text(f"»{note.text[:200]}«")
        self.count = MinuteField(note.said, 1, MOST_COUNT, name=self.tr("Hvor mange sagde det"))
        self.body.addWidget(Labelled(self.tr("Hvor mange sagde det"), self.count))
        self.fields: dict[str, ChoiceField] = {}
        for kind in pack.tags:
            words = self._tags.get(kind.id, {})
            if len(words) > 1:
                # Added up from several rows of a spreadsheet: told, and left as it is.
                said = ", ".join(f"{word} {count}" for word, count in words.items())
                self.body.addWidget(Label(f"{kind.title}: {said}", "body", "ink2", wrap=True))
                continue
            if kind.words:
                field = ChoiceField([("", self.tr("Ved ikke")), *((each, each) for each in kind.words)])
            else:
                field = ChoiceField(editable=True, placeholder=kind.title)
                field.set_suggestions(known_words(book, kind.id))
            field.set_value(next(iter(words), ""))
            self.fields[kind.id] = field
            self.body.addWidget(Labelled(kind.title, field))
        self.body.addWidget(
            Label(self.tr("Skriv aldrig, hvem der har skrevet den."), "caption", "ink3", wrap=True)
        )
        self.add_button(self.tr("Annullér"))
        self.add_button(self.tr("Gem"), "primary", accepts=True, default=True)

    def values(self) -> dict[str, object]:
        """The note's ``said`` and ``tags``."""
        said = max(1, self.count.value())
        tags: Tags = {key: words for key, words in self._tags.items() if key not in self.fields}
        written = {
            key: {" ".join(field.value().split())[:LONGEST_TAG]: said} for key, field in self.fields.items()
        }
        return {"said": said, "tags": tags_text({**tags, **written})}
