"""From TOML text to plain tables, with what the TOML reader complains about said in Danish."""

from __future__ import annotations

import re
import tomllib
from typing import Any

from trivselsdesk.packs.errors import PackErrors, fault
from trivselsdesk.packs.files import LARGEST_FILE

LONGEST_LINE = 10_000

_PLACE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")
# The TOML reader takes quadratic time over a key of many dotted parts.
_DEEP_KEY = re.compile(r"""(?<![\w"'-])(?:(?:[\w-]+|"[^"\n]*"|'[^'\n]*')[ \t]*\.[ \t]*){12}""")

_LIKE_A_DATE = re.compile(r"=\s*\d+\s*[-./]")

_OPEN_TEXT = ("En tekst bliver ikke lukket.", 'Sæt et citationstegn til sidst, fx title = "Pause".')
_BAD_SIGN = ("Der står et tegn, som ikke må være her.", "Skriv teksten på én linje, og slet usynlige tegn.")
_BAD_CODE = (
    "Koden efter \\ er ikke et tegn.",
    "Skriv tegnet direkte i teksten, og skriv \\\\ for en enkelt \\.",
)
_TWICE = ("Det samme er skrevet to gange.", "Slet den ene. En række tabeller skrives med [[…]] hver gang.")
_COMPLAINTS: dict[str, tuple[str, str]] = {
    "Expected '='": ("Der mangler et lighedstegn efter nøglen.", "Skriv fx minutes = 40."),
    "Expected newline": ("Der står mere på linjen, end der må.", "Skriv hver nøgle på sin egen linje."),
    "Expected ']'": ("Overskriften slutter forkert.", "Skriv fx [pack] med én parentes i hver ende."),
    "Expected ']]'": ("Overskriften slutter forkert.", "Skriv fx [[items]] med to parenteser i hver ende."),
    "Unterminated string": _OPEN_TEXT,
    "Illegal character '\\n'": _OPEN_TEXT,
    "Expected '\"'": _OPEN_TEXT,
    'Expected "\'"': _OPEN_TEXT,
    "Found invalid character '\\n'": _OPEN_TEXT,
    "Found invalid": _BAD_SIGN,
    "Illegal character": _BAD_SIGN,
    "Unescaped": _BAD_CODE,
    "Invalid hex": _BAD_CODE,
    "Escaped character": _BAD_CODE,
    "Unclosed array": ("En liste bliver ikke lukket.", "Sæt ] til sidst og komma mellem resten."),
    "Unclosed inline": ("En tabel bliver ikke lukket.", "Sæt } til sidst og komma mellem resten."),
    "Invalid date": ("Datoen findes ikke.", "Skriv år, måned og dag, fx 2026-05-20."),
    "Invalid value": ("Værdien kan ikke læses.", 'Sæt tekst i citationstegn, fx title = "Pause".'),
    "Invalid initial": ("Nøglen kan ikke læses.", "Brug kun a–z, tal, - og _ i nøgler."),
    "Invalid statement": ("Linjen kan ikke læses.", 'Skriv fx title = "Pause" eller [[items]].'),
    "Cannot": _TWICE,
    "Duplicate": _TWICE,
}
"""How a complaint of the TOML reader begins; its problem and its mending in Danish. First match counts."""


def parse(file: str, text: str) -> dict[str, Any]:
    """The tables of the text. Raises PackErrors, whatever the text is."""
    if len(text) > LARGEST_FILE:
        raise fault(file, None, "Filen er for stor.", "En procespakke fylder højst 1 MB.")
    _check_shape(file, text)
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _in_danish(file, text, str(error)) from None
    except RecursionError:
        raise fault(
            file, None, "Der er for mange parenteser inde i hinanden.", "Gør filen fladere."
        ) from None
    except (ValueError, OverflowError):
        raise fault(file, None, "Der står et tal eller en dato, som ikke kan læses.", "Ret det.") from None


def _check_shape(file: str, text: str) -> None:
    for number, line in enumerate(text.split("\n"), start=1):
        if len(line) > LONGEST_LINE:
            raise fault(
                file, number, "Linjen er for lang.", f"Der er plads til {LONGEST_LINE} tegn på en linje."
            )
        if line.count(".") >= 12 and _DEEP_KEY.search(line):
            raise fault(
                file, number, "Der er for mange punktummer i nøglen.", "Brug højst tre led, fx items.steps."
            )


def _in_danish(file: str, text: str, message: str) -> PackErrors:
    found = _PLACE.search(message)
    line = int(found[1]) if found and found[1] else text.rstrip().count("\n") + 1
    written = text.split("\n")[line - 1]
    if message.startswith("Expected newline") and _LIKE_A_DATE.search(written):
        message = "Invalid date"
    for start, (problem, mend) in _COMPLAINTS.items():
        if message.startswith(start):
            return fault(file, line, problem, mend)
    return fault(file, line, "Linjen kan ikke læses.", "Se efter tegn, der mangler eller står for meget.")
