"""`trivselsdesk tour`: every screen of the example and every document, as files."""

from __future__ import annotations

import re
from pathlib import Path

from trivselsdesk.cli.arguments import Arguments
from trivselsdesk.cli.say import FAILED, Stop, out
from trivselsdesk.packs.errors import PackErrors

ABOUT = "tegn alle skærme og dokumenter til filer, uden skærm"
THEMES = {"lys": "light", "mørk": "dark", "light": "light", "dark": "dark"}


def run(argv: list[str]) -> int:
    """Draw the tour. Returns the exit code."""
    arguments = Arguments(
        "tour",
        "--out MAPPE [--pack ID|MAPPE] [--sizes 1440x900,…] [--theme lys|mørk]",
        "Tegner alle skærme med eksemplet i tre størrelser, og alle dokumenter, som filer.",
    )
    arguments.choice("--out", value="MAPPE", about="mappen, billederne lægges i; den bliver lavet")
    arguments.choice("--sizes", value="STØRRELSER", about="vinduets størrelser, fx 1366x768,1920x1080")
    arguments.choice("--theme", value="UDSEENDE", about="lys eller mørk; uden: lys, og tavlen også mørk")
    arguments.choice("--pack", value="PROCES", about="i stedet hvert trin i en proces: dens id eller mappe")
    arguments.choice("--pictures", value="MAPPE", about="kun de få billeder, som vejledningen viser")
    options, _ = arguments.read(argv, words=0)
    if options.help:
        out(arguments.format_help().rstrip())
        return 0
    folder = options.pictures or options.out
    if not folder:
        raise Stop(f"Der mangler en mappe: --out MAPPE. {arguments.hint()}")
    sizes = _sizes(options.sizes, arguments)
    theme = options.theme and options.theme.casefold()
    if theme and theme not in THEMES:
        raise Stop(f"Udseendet »{options.theme}« findes ikke. Vælg lys eller mørk.")
    try:
        from trivselsdesk import tour
    except ImportError as error:
        raise Stop("Qt kan ikke starte på denne maskine. Installér programmet igen.", FAILED) from error
    try:
        if options.pictures:
            tour.draw_pictures(Path(folder), out)
        elif options.pack:
            name = THEMES[theme] if theme else ""
            tour.draw_pack(Path(folder), out, options.pack, sizes=sizes, theme_name=name)
        else:
            tour.draw(Path(folder), out, sizes=sizes, theme_name=THEMES[theme] if theme else "")
    except tour.NotHere as error:
        raise Stop("Eksemplet følger ikke med denne udgave. Installér programmet igen.", FAILED) from error
    except tour.NoSuchPack as error:
        known = ", ".join(error.known)
        raise Stop(f"Processen »{options.pack}« findes ikke. Vælg mellem: {known}.") from error
    except PackErrors as errors:
        raise Stop(f"Processen i »{options.pack}« kan ikke bruges.\n{errors}") from errors
    except OSError as error:
        raise Stop(f"Vi kan ikke skrive i »{folder}«. Vælg en anden mappe.", FAILED) from error
    return 0


def _sizes(text: str | None, arguments: Arguments) -> list[tuple[int, int]]:
    """The sizes in ``text``; none stands for the usual three."""
    found = []
    for part in (text or "").replace(" ", ",").split(","):
        if not part:
            continue
        match = re.fullmatch(r"(\d{3,4})[x×](\d{3,4})", part)
        if match is None:
            raise Stop(f"»{part}« er ikke en størrelse. Skriv fx 1440x900. {arguments.hint()}")
        found.append((int(match[1]), int(match[2])))
    return found
