"""What the program says when something cannot be done: what happened, that nothing is lost, what to do."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from trivselsdesk.domain.danish import format_clock

CONTEXT = "Sentences"

TROUBLE: dict[str, tuple[str, str]] = {
    "full": (
        QT_TRANSLATE_NOOP("Sentences", "Der er ikke plads på disken"),
        QT_TRANSLATE_NOOP(
            "Sentences",
            "Det sidste er ikke gemt endnu. Alt før det er gemt. Slet noget fra disken, og prøv igen.",
        ),
    ),
    "readonly": (
        QT_TRANSLATE_NOOP("Sentences", "Vi må ikke skrive i datamappen"),
        QT_TRANSLATE_NOOP(
            "Sentences",
            "Det sidste er ikke gemt endnu. Alt før det er gemt. Gem en kopi et andet sted, eller spørg it.",
        ),
    ),
    "busy": (
        QT_TRANSLATE_NOOP("Sentences", "Et andet program holder filen"),
        QT_TRANSLATE_NOOP("Sentences", "Intet er tabt. Luk andre vinduer med Trivselsdesk, og prøv igen."),
    ),
    "damaged": (
        QT_TRANSLATE_NOOP("Sentences", "Filen med jeres forløb er beskadiget"),
        QT_TRANSLATE_NOOP(
            "Sentences", "Vi rører den ikke. Hent den seneste sikkerhedskopi, så er I i gang igen."
        ),
    ),
    "newer": (
        QT_TRANSLATE_NOOP("Sentences", "Forløbene er lavet i en nyere udgave af Trivselsdesk"),
        QT_TRANSLATE_NOOP(
            "Sentences",
            "I kan læse og udskrive, men ikke rette. Intet er ændret. Hent den nye udgave for at rette.",
        ),
    ),
    "looking": (
        QT_TRANSLATE_NOOP("Sentences", "Forløbene kan kun læses lige nu"),
        QT_TRANSLATE_NOOP(
            "Sentences",
            "I kan læse og udskrive dem, men ikke rette. Intet er ændret, og alt fra tidligere er her.",
        ),
    ),
    "folder": (
        QT_TRANSLATE_NOOP("Sentences", "Vi kan ikke finde eller lave mappen"),
        QT_TRANSLATE_NOOP("Sentences", "Intet er tabt. Vælg en anden mappe, og prøv igen."),
    ),
    "pragma": (
        QT_TRANSLATE_NOOP("Sentences", "Disken kan ikke gemme sikkert nok"),
        QT_TRANSLATE_NOOP(
            "Sentences", "Intet er ændret. Læg datamappen på computerens egen disk, og prøv igen."
        ),
    ),
    "unfit": (
        QT_TRANSLATE_NOOP("Sentences", "Teksten indeholder et tegn, der ikke kan gemmes"),
        QT_TRANSLATE_NOOP("Sentences", "Alt andet er gemt. Slet det mærkelige tegn, og prøv igen."),
    ),
    "failed": (
        QT_TRANSLATE_NOOP("Sentences", "Vi kunne ikke gemme"),
        QT_TRANSLATE_NOOP(
            "Sentences", "Det sidste er ikke gemt endnu. Alt før det er gemt. Prøv igen, eller gem en kopi."
        ),
    ),
}
"""Kind of StoreError: title and sentence."""

REFUSED: dict[str, str] = {
    "always_act": QT_TRANSLATE_NOOP(
        "Sentences",
        "Det her kræver altid handling og kan ikke lægges væk. Tag det med, "
        "eller løft det videre, og skriv, hvem der bærer det.",
    ),
    "delete_must_act": QT_TRANSLATE_NOOP(
        "Sentences",
        "Sedlen kræver altid handling. Skriv først, hvad der sker med den. "
        "Er mærket sat ved en fejl, så tag det af, og slet så sedlen.",
    ),
    "carrier": QT_TRANSLATE_NOOP(
        "Sentences",
        "Sedlen kræver altid handling. Vælg, hvem der tager sig af den, så kan den flyttes.",
    ),
    "hung": QT_TRANSLATE_NOOP(
        "Sentences", "Sedlen hænger på tavlen, hvor alle kan se den. Dér kan I løfte den eller tage den med."
    ),
    "decided": QT_TRANSLATE_NOOP("Sentences", "Det er allerede taget med. Slet det dér, hvis I fortryder."),
    "meeting_begun": QT_TRANSLATE_NOOP(
        "Sentences",
        "Mødet er begyndt. Vil I skifte, så sæt det først til ikke begyndt.",
    ),
    "other_keys": QT_TRANSLATE_NOOP(
        "Sentences", "Låsen er skiftet imens. Lås op igen, og prøv så. Intet er ændret."
    ),
    "locked_already": QT_TRANSLATE_NOOP(
        "Sentences", "Skemaerne er allerede låst med en adgangssætning. Brug den til at låse op."
    ),
    "not_sealed": QT_TRANSLATE_NOOP(
        "Sentences", "Skemaet er fortroligt og låst. Lås det op, før du skriver. Intet er gemt ulåst."
    ),
    "gone": QT_TRANSLATE_NOOP("Sentences", "Det er allerede væk. Intet er ændret."),
    "pulse_few": QT_TRANSLATE_NOOP(
        "Sentences",
        "Der er for få svar til at vise noget. Med så få kan man regne ud, hvem der har svaret hvad.",
    ),
    "pulse_closed": QT_TRANSLATE_NOOP(
        "Sentences",
        "Pulsen er talt op og tager ikke flere svar. Ellers kunne man regne ud, hvad den sidste svarede.",
    ),
    "pulse_open": QT_TRANSLATE_NOOP("Sentences", "Pulsen er ikke talt op endnu."),
    "pulse_empty": QT_TRANSLATE_NOOP(
        "Sentences", "Der er ikke svaret på noget endnu. Vælg et tal, eller skriv."
    ),
    "not_turned": QT_TRANSLATE_NOOP(
        "Sentences", "Skriv først, hvad I gør i stedet. Så kan det komme på handleplanen."
    ),
    "sealed": QT_TRANSLATE_NOOP("Sentences", "Sedlen er ikke hængt op endnu."),
    "joint": QT_TRANSLATE_NOOP(
        "Sentences", "Sedlen taler for flere. Skil dem ad først, og del så den enkelte."
    ),
    "in_use": QT_TRANSLATE_NOOP(
        "Sentences",
        "Nogen har allerede skrevet der. Flyt eller slet det først, så kan det tages ud. Intet er ændret.",
    ),
    "own_words": QT_TRANSLATE_NOOP(
        "Sentences",
        "Sedlens egne ord bliver stående. Lav en fælles seddel, hvis I vil sige det på en ny måde.",
    ),
}
"""Reason of Refused: sentence."""


def trouble(kind: str) -> tuple[str, str]:
    """Title and sentence for a kind of StoreError."""
    title, sentence = TROUBLE.get(kind, TROUBLE["failed"])
    return QCoreApplication.translate(CONTEXT, title), QCoreApplication.translate(CONTEXT, sentence)


def saved_hint(at: datetime | None) -> str:
    """When the last change was written, in words; None when nothing was since the program began."""
    if at is None:
        return QCoreApplication.translate(CONTEXT, "Alt er gemt på denne computer.")
    words = QCoreApplication.translate(CONTEXT, "Sidst gemt kl. {time}. Alt gemmes af sig selv.")
    return words.format(time=format_clock(at.hour * 60 + at.minute))


def refused(reason: str) -> str:
    """The sentence for a reason of Refused."""
    return QCoreApplication.translate(CONTEXT, REFUSED.get(reason, REFUSED["gone"]))
