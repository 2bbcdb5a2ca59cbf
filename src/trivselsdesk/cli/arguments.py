"""Reads a command's arguments, with help and complaints in Danish only."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from typing import NoReturn

from trivselsdesk.cli.say import Stop

PROGRAM = "trivselsdesk"


class _Help(argparse.RawDescriptionHelpFormatter):
    """Argparse's own layout, with its one English word in Danish."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=26, width=92)

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, "Brug: ")

    def _format_args(self, action: argparse.Action, default_metavar: str) -> str:
        # The value may be left out only so that we, and not argparse, can say that it is missing.
        return str(action.metavar)


class Arguments(argparse.ArgumentParser):
    """The arguments of one command. Argparse finds the options; words that stand alone are counted
    here, and whatever is missing is asked for here, because argparse's complaints are English.
    """

    def __init__(self, command: str, usage: str, about: str) -> None:
        super().__init__(
            prog=f"{PROGRAM} {command}",
            usage=f"{PROGRAM} {command} {usage}".rstrip(),
            description=about,
            formatter_class=_Help,
            add_help=False,
            allow_abbrev=False,
        )
        self._words = self.add_argument_group("Hvad")
        self._choices = self.add_argument_group("Valg")
        self._choices.add_argument("-h", "--help", action="store_true", help="vis denne hjælp")

    def word(self, name: str, about: str) -> None:
        """Tell what a word that stands alone means."""
        line = f"{name:22}  {about}"
        self._words.description = "\n".join(filter(None, [self._words.description, line]))

    def choice(self, *names: str, value: str, about: str) -> None:
        """An option with a value."""
        self._choices.add_argument(*names, metavar=value, nargs="?", const="", help=about)

    def flag(self, name: str, about: str) -> None:
        """An option without a value."""
        self._choices.add_argument(name, action="store_true", help=about)

    def read(self, argv: list[str], *, words: int) -> tuple[argparse.Namespace, list[str]]:
        """The options, and at most ``words`` words that stand alone. Raises Stop for anything else."""
        options, rest = self.parse_known_args(argv)
        rest = [each for each in rest if each != "--"]
        for each in rest:
            if each.startswith("-"):
                raise Stop(f"Valget »{each}« findes ikke. {self.hint()}")
        if len(rest) > words:
            raise Stop(f"»{rest[words]}« er ét ord for meget. {self.hint()}")
        for name, value in vars(options).items():
            if value == "":
                raise Stop(f"Der mangler noget efter --{name}. {self.hint()}")
        return options, rest

    def hint(self) -> str:
        """Where to read on."""
        return f"Se »{self.prog} --help«."

    def error(self, message: str) -> NoReturn:
        raise Stop(f"Det forstår vi ikke. {self.hint()}")


def help_of(commands: dict[str, str]) -> str:
    """The help for the whole program: each command with one line."""
    wide = max(map(len, commands))
    lines = [
        f"Brug: {PROGRAM} [KOMMANDO] [--help]",
        "",
        "Uden kommando åbner vinduet.",
        "",
        "Kommandoer:",
        *(f"  {name.ljust(wide)}  {about}" for name, about in commands.items()),
        "",
        "Valg:",
        "  -h, --help  vis denne hjælp",
        "  --version   vis programmets udgave",
    ]
    return "\n".join(lines)
