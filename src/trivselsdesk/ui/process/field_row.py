"""One thing that can be changed: its field, what is wrong with it, and the process's own text beside."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trivselsdesk.domain.pack import Span
from trivselsdesk.packs.editions import value_words
from trivselsdesk.packs.places import CLOCK, DAY, FLAG, NUMBER, SPAN, TEXTS, Place
from trivselsdesk.ui.process.list_field import TextsField
from trivselsdesk.ui.widgets.buttons import Button
from trivselsdesk.ui.widgets.checkbox import Check
from trivselsdesk.ui.widgets.fields import DateField, Labelled, LineField, MinuteField, TextField, TimeField
from trivselsdesk.ui.widgets.labels import Label

_ONE_LINE = 40
"""A text that may be no longer than this stands in a field of one line."""


class SpanField(QWidget):
    """From the least to the most."""

    edited = Signal(object)

    def __init__(self, value: Span, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        self.least = MinuteField(0, 0, 999, name=self.tr("{name}, mindst").format(name=name))
        self.most = MinuteField(0, 0, 999, name=self.tr("{name}, højst").format(name=name))
        for field, word in ((self.least, self.tr("fra")), (self.most, self.tr("til"))):
            row.addWidget(Label(word, "body", "ink2"))
            row.addWidget(field)
            field.edited.connect(self._publish)
        row.addStretch(1)
        self.setFocusProxy(self.least)
        self.set_value(value)

    def set_value(self, value: Span) -> None:
        """Show this range."""
        self.least.set_value(value.least)
        self.most.set_value(value.most)

    def _publish(self, value: object) -> None:
        self.edited.emit(Span(least=self.least.value(), most=self.most.value()))


class FlagField(Check):
    """A tick with its words."""

    edited = Signal(object)

    def __init__(self, value: bool, words: str) -> None:
        super().__init__(words)
        self.set_value(value)
        self.clicked.connect(self._publish)

    def set_value(self, value: bool) -> None:
        """Show whether it is so."""
        self.setChecked(value)

    def _publish(self) -> None:
        self.edited.emit(self.isChecked())


class FieldRow(QWidget):
    """``edited`` carries the place's key and the value; ``reset`` asks for the process's own text."""

    edited = Signal(str, object)
    reset = Signal(str)

    def __init__(self, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.place = place
        self.field = _field(place)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        label = "" if place.kind == FLAG else place.label
        self.labelled = Labelled(label, self.field)
        self.labelled.label.setVisible(bool(label))
        column.addWidget(self.labelled)
        self._below = QWidget()
        row = QHBoxLayout(self._below)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.before = Label("", "caption", "ink3", wrap=True)
        row.addWidget(self.before, 1)
        self.back = Button(self.tr("Tilbage til pakkens tekst"), "link", "undo", small=True)
        self.back.clicked.connect(self._reset)
        row.addWidget(self.back, 0, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self._below)
        self._below.hide()
        self.field.edited.connect(self._on_edited)  # type: ignore[attr-defined]

    def show_place(self, place: Place, base: Place | None, own: bool) -> None:
        """The value as it is now, and the process's own where the unit has changed it."""
        self.place = place
        if not self.labelled.error():
            self.field.set_value(place.value)  # type: ignore[attr-defined]
        self._below.setVisible(own)
        if own and base is not None:
            words = value_words(base)
            self.before.set_text(
                self.tr("I pakken står: {words}").format(words=words or self.tr("ingenting"))
            )

    def say(self, sentence: str) -> None:
        """What is wrong with what is written; empty when all is well."""
        self.labelled.show_error(sentence)
        if hasattr(self.field, "set_error"):
            self.field.set_error(bool(sentence))

    def _on_edited(self, value: Any) -> None:
        self.edited.emit(self.place.key, value)

    def _reset(self) -> None:
        self.say("")
        self.reset.emit(self.place.key)


def _field(place: Place) -> QWidget:
    value, name = place.value, place.label
    if place.kind == TEXTS:
        return TextsField(value, name=name)
    if place.kind == NUMBER:
        return MinuteField(value, place.law.least or 0, place.most, name=name)
    if place.kind == CLOCK:
        return TimeField(value, name=name)
    if place.kind == FLAG:
        return FlagField(value, name)
    if place.kind == SPAN:
        return SpanField(value, name)
    if place.kind == DAY:
        return DateField(value, name=name)
    if place.most <= _ONE_LINE:
        return LineField(value, name=name, max_length=place.most)
    return TextField(value, name=name, max_length=place.most)
