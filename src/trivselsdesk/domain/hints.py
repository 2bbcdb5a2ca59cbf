"""What a note being written may need a quiet word about: a person, a violation, two topics."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.pack import AlwaysAct

PERSON = "person"
VIOLATION = "violation"
TWO = "two"

SHORTEST_NAME = 3
LONG_ENOUGH_FOR_TWO = 60
"""Characters that a note with »og« must go beyond before it is taken for two topics."""

# fmt: off
_ORDINARY = frozenset({
    "ask", "bjørn", "dag", "fryd", "gry", "held", "håb", "kaj", "karma", "liv", "lykke", "lærke", "maj",
    "mark", "mynte", "pil", "ravn", "rose", "sang", "saga", "silke", "sol", "solvej", "sten", "storm",
    "tanke", "tro", "ulv", "vilje", "viol"
})
# fmt: on
"""First names that are ordinary words as well: only a capital inside a sentence tells them apart."""

_ENDINGS = r"(?:ning|(?:e|en|et|er|r|t|n|ne|ene|erne|rne|de|te|ede|ende)?s?)"
"""What Danish puts at the end of a word: definite forms, plurals, tenses, genitive."""

_SENTENCE_END = re.compile(r"(?:(?<=[.!?])\s+|\s*\n\s*)(?=\S)")
_SHORT_FORM = re.compile(
    r"(?:^|[\s(])(?:kl|ca|nr|fx|f\.eks|bl\.a|m\.m|m\.fl|mfl|osv|o\.l|dvs|pga|jf|evt|inkl|tlf|max|min)\.$",
    re.IGNORECASE,
)
_AND = re.compile(r",?\s+(?:og|samt)\s+", re.IGNORECASE)
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Hint:
    """Why a note gets a hint: ``person``, ``violation`` or ``two``."""

    kind: str
    word: str = ""
    """The word of the note that gave rise to it, as it was written; empty for ``two``."""


def hint(text: str, names: Iterable[str] = (), always_act: AlwaysAct | None = None) -> Hint | None:
    """The most important hint for a text, or None. ``names`` are the participants' names.

    A violation goes before a person, and a person before two topics.
    """
    text = unicodedata.normalize("NFC", text)
    if always_act is not None:
        found = _topics((*always_act.examples, *always_act.words))
        spoken_of = found.search(text) if found else None
        if spoken_of:
            return Hint(VIOLATION, spoken_of[0])
    person = _person(text, names)
    if person:
        return Hint(PERSON, person)
    return Hint(TWO) if has_two_topics(text) else None


def has_two_topics(text: str) -> bool:
    """Whether a text is likely to say two things: two sentences, or two long parts joined by »og«."""
    text = text.strip()
    for found in _SENTENCE_END.finditer(text):
        before, after = text[: found.start()], text[found.end() :]
        if not _SHORT_FORM.search(before) and _words(before) >= 2 and _words(after) >= 2:
            return True
    if len(text) <= LONG_ENOUGH_FOR_TWO:
        return False
    return any(
        _words(text[: found.start()]) >= 3 and _words(text[found.end() :]) >= 3
        for found in _AND.finditer(text)
    )


def _person(text: str, names: Iterable[str]) -> str:
    firsts = (unicodedata.normalize("NFC", name).split() for name in names)
    pattern = _named(tuple(sorted({parts[0] for parts in firsts if parts})))
    for found in pattern.finditer(text) if pattern else ():
        if found["name"].casefold() not in _ORDINARY:
            return found[0]
        inside = re.search(r"[^\s.!?:\n]\s+$", text[: found.start()])
        if inside and found[0][:1].isupper():
            return found[0]
    return ""


@lru_cache(maxsize=8)
def _named(names: tuple[str, ...]) -> re.Pattern[str] | None:
    known = [re.escape(name) for name in names if len(name) >= SHORTEST_NAME]
    if not known:
        return None
    return re.compile(rf"(?<!\w)(?P<name>{'|'.join(known)})(?:['’]?s|['’])?(?![\w-])", re.IGNORECASE)


@lru_cache(maxsize=8)
def _topics(words: tuple[str, ...]) -> re.Pattern[str] | None:
    known = sorted({re.escape(word.strip()) for word in words if word.strip()}, key=len, reverse=True)
    if not known:
        return None
    return re.compile(rf"(?<!\w)(?:{'|'.join(known)}){_ENDINGS}(?!\w)", re.IGNORECASE)


def _words(text: str) -> int:
    return len(_WORD.findall(text))
