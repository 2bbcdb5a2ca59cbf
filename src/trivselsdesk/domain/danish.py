"""Danish dates, clock times, durations and word forms: reading what people type and writing it back."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta

from trivselsdesk.domain.months import FIRST_YEAR, LAST_YEAR, add_months

WEEKDAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
MONTHS = (
    "januar",
    "februar",
    "marts",
    "april",
    "maj",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "december",
)
_MONTHS_SHORT = (
    "jan.",
    "feb.",
    "marts",
    "apr.",
    "maj",
    "juni",
    "juli",
    "aug.",
    "sept.",
    "okt.",
    "nov.",
    "dec.",
)
_WEEKDAYS_SHORT = ("man.", "tir.", "ons.", "tor.", "fre.", "lør.", "søn.")
_NUMBER_WORDS = {
    "en": 1,
    "et": 1,
    "én": 1,
    "ét": 1,
    "to": 2,
    "tre": 3,
    "fire": 4,
    "fem": 5,
    "seks": 6,
    "syv": 7,
    "otte": 8,
    "ni": 9,
    "ti": 10,
    "elleve": 11,
    "tolv": 12,
}
_NEAR_DAYS = {"i dag": 0, "idag": 0, "i morgen": 1, "imorgen": 1, "i overmorgen": 2, "i går": -1, "igår": -1}
# A date typed without a year means the coming one, but one that has just passed is still this year's:
# people write up a meeting some weeks after it was held.
_LOOK_BACK_DAYS = 90
_YEARS = range(FIRST_YEAR, LAST_YEAR + 1)


def format_date(day: date, weekday: bool = False, year: bool = True) -> str:
    """»20. maj 2026«; with weekday »onsdag 20. maj 2026«; without year »onsdag 20. maj«."""
    text = f"{day.day}. {MONTHS[day.month - 1]}"
    if weekday:
        text = f"{WEEKDAYS[day.weekday()]} {text}"
    return f"{text} {day.year}" if year else text


def short_date(day: date, year: bool = False) -> str:
    """»ons. 20. maj«; with year »ons. 20. maj 2026«."""
    return f"{_WEEKDAYS_SHORT[day.weekday()]} {format_date(day, year=year)}"


def brief_date(day: date, year: bool = False) -> str:
    """»ons. 30. dec.«; with year »ons. 30. dec. 2026«. For a field with little room."""
    text = f"{_WEEKDAYS_SHORT[day.weekday()]} {day.day}. {_MONTHS_SHORT[day.month - 1]}"
    return f"{text} {day.year}" if year else text


def table_date(day: date, today: date) -> str:
    """»ons. 30. dec.«, or »30. dec. 2027« in another year than today's: always about as wide."""
    if day.year == today.year:
        return brief_date(day)
    return f"{day.day}. {_MONTHS_SHORT[day.month - 1]} {day.year}"


def format_clock(minutes: int) -> str:
    """Minutes after midnight as »13.20«; past midnight it starts over."""
    hour, minute = divmod(minutes % (24 * 60), 60)
    return f"{hour:02d}.{minute:02d}"


def format_duration(minutes: int) -> str:
    """»2 t 40 min«, »40 min«, »2 t«."""
    sign = "−" if minutes < 0 else ""
    hours, rest = divmod(abs(minutes), 60)
    if not hours:
        return f"{sign}{rest} min"
    return f"{sign}{hours} t {rest} min" if rest else f"{sign}{hours} t"


def format_decimal(number: float, digits: int = 2) -> str:
    """»2,5«: decimal comma, at most so many digits, none that say nothing."""
    text = f"{number:.{digits}f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return ("0" if text == "-0" else text).replace(".", ",")


def relative_day(day: date, today: date) -> str:
    """»i dag«, »i morgen«, »om 7 dage«, »1 dag over«, »2 dage over«."""
    days = (day - today).days
    if days == 0:
        return "i dag"
    if days == 1:
        return "i morgen"
    return f"om {days} dage" if days > 0 else f"{plural(-days, 'dag', 'dage')} over"


def plural(count: int, one: str, many: str) -> str:
    """»1 seddel«, »2 sedler«, »0 sedler«."""
    return f"{count} {one if abs(count) == 1 else many}"


def join_names(names: Iterable[str]) -> str:
    """»A«, »A og B«, »A, B og C«; empty names are left out."""
    kept = [name for name in names if name]
    if len(kept) < 2:
        return "".join(kept)
    return f"{', '.join(kept[:-1])} og {kept[-1]}"


def inside(name: str) -> str:
    """»leder og AMR« for »Leder og AMR«: the name of a group where it does not begin the sentence.

    Capitals that belong to the word stay: »AMR og leder«.
    """
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]


def quoted(line: str) -> str:
    """»Velkommen«: the line in Danish quotation marks, unless it begins with one already."""
    return line if line.startswith("»") else f"»{line}«"


def shortened(text: str, most: int) -> str:
    """The text on one line of at most so many characters; »…« stands for what is left out."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"


def parse_clock(text: str) -> int | None:
    """Minutes after midnight from »13.20«, »13:20«, »1320«, »kl. 9« or None."""
    cleaned = re.sub(r"^kl\.?\s*", "", text.strip().lower())
    match = re.fullmatch(r"(\d{1,2})(?:\s*[.:,]\s*(\d{2}))?", cleaned)
    match = match or re.fullmatch(r"(\d{1,2})(\d{2})", cleaned)
    if match is None:
        return None
    hour, minute = int(match[1]), int(match[2] or 0)
    return hour * 60 + minute if hour < 24 and minute < 60 else None


def parse_date(text: str, today: date) -> date | None:
    """The day meant by »20. maj 2026«, »20/5«, »20.5.26«, »i morgen«, »om 2 uger«, »fredag«, or None.

    A weekday before a date is only read past: who changes the day seldom changes the weekday too.
    """
    cleaned = re.sub(r"\s+", " ", text.strip().lower()).rstrip(".,")
    if cleaned in _NEAR_DAYS:
        return today + timedelta(days=_NEAR_DAYS[cleaned])
    span = re.fullmatch(r"om (\w+) (dage?|uger?|måned(?:er)?|år)", cleaned)
    if span:
        return _after(today, span[1], span[2])
    named = re.fullmatch(r"(?:på )?(\w{3,})", cleaned)
    if named and (weekday := _index(named[1], WEEKDAYS)) is not None:
        return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)
    return _calendar_date(cleaned, today)


def _calendar_date(text: str, today: date) -> date | None:
    head = re.match(r"([a-zæøå]{3,})\.?,? (?=d|\d)", text)
    if head and _index(head[1], WEEKDAYS) is not None:
        text = text[head.end() :]
    text = re.sub(r"^(?:den|d\.?) ?(?=\d)", "", text)
    iso = re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", text)
    if iso:
        return _day(int(iso[1]), int(iso[2]), int(iso[3]))
    words = re.fullmatch(r"(\d{1,2})\.? ?([a-zæøå]{3,})\.?,? ?(\d{4}|\d{2})?", text)
    digits = re.fullmatch(r"(\d{1,2}) ?[./-] ?(\d{1,2})(?: ?[./ -] ?(\d{4}|\d{2}))?", text)
    match = words or digits
    if match is None:
        return None
    month = _index(match[2], MONTHS) if words else int(match[2]) - 1
    if month is None or not 0 <= month < 12:
        return None
    if match[3]:
        year = int(match[3])
        return _day(year + 2000 if year < 100 else year, month + 1, int(match[1]))
    return _without_year(month + 1, int(match[1]), today)


def _without_year(month: int, day: int, today: date) -> date | None:
    earliest = today.toordinal() - _LOOK_BACK_DAYS
    # Eight years on: the longest wait for a 29 February.
    for year in range(today.year - 1, today.year + 9):
        found = _day(year, month, day)
        if found is not None and found.toordinal() >= earliest:
            return found
    return None


def _after(today: date, count_word: str, unit: str) -> date | None:
    count = int(count_word) if count_word.isdecimal() else _NUMBER_WORDS.get(count_word)
    if count is None or count > 3650:
        return None
    if unit.startswith(("dag", "uge")):
        return today + timedelta(days=count * (7 if unit.startswith("uge") else 1))
    try:
        return add_months(today, count * (12 if unit == "år" else 1))
    except ValueError:
        return None


def _index(word: str, names: tuple[str, ...]) -> int | None:
    """Which name the word is, or begins: »sept« is september. At least three letters."""
    if len(word) < 3:
        return None
    return next((place for place, name in enumerate(names) if name.startswith(word)), None)


def _day(year: int, month: int, day: int) -> date | None:
    if year not in _YEARS:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None
