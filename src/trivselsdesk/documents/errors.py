"""Why a document could not be made, as sentences for the user."""

from __future__ import annotations

from trivselsdesk.documents.gauge import PageFill


class DocumentError(Exception):
    """A document could not be made; the text says why, in Danish, and what to do."""


class TooLong(DocumentError):
    """A document that may only fill one page fills more. Nothing was printed."""

    def __init__(self, title: str, fill: PageFill) -> None:
        self.fill = fill
        text = (
            f"{title} fylder {fill.number()} sider, men må kun fylde én. Ingen tekst er gået tabt. "
            f"Forkort ca. {fill.over_words()}"
        )
        if fill.longest:
            text += f", for eksempel {fill.longest[0].words()}"
        super().__init__(f"{text}.")
