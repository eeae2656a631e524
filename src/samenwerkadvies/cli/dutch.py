"""Let the command line speak Dutch throughout: what Typer and Click say in help and errors, with their exit codes."""

from __future__ import annotations

import contextlib
import functools
import os
import re
import sys
from collections.abc import Callable
from typing import Any, NoReturn, cast

import typer
from typer.core import TyperCommand, TyperGroup

from samenwerkadvies.bilingual import any_of
from samenwerkadvies.errors import nearest, quoted

INTERRUPTED, NOBODY_READS = 130, 141
"""Exit codes: stopped with Ctrl-C; the program after the pipe has stopped reading."""

_ClickError = cast(
    type[Exception], next(each for each in typer.BadParameter.__mro__ if each.__name__ == "ClickException")
)
"""Wrong use of the command line; where Typer keeps this class differs from one release to another."""

_HELP = {
    "ARGUMENTS_PANEL_TITLE": "Argumenten",
    "OPTIONS_PANEL_TITLE": "Opties",
    "COMMANDS_PANEL_TITLE": "Opdrachten",
    "DEFAULT_STRING": "[anders: {}]",
    "REQUIRED_LONG_STRING": "[verplicht]",
}
"""The words of help that Typer keeps as settings."""


class _DutchHelp:
    """Beside a command of Typer: its help is Dutch."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **{**options, "options_metavar": "[OPTIES]"})
        _name_no_types(self)

    def get_usage(self, ctx: Any) -> str:
        """Return the line of usage."""
        return _usage(cast(Any, super()).get_usage(ctx))

    def get_help_option(self, ctx: Any) -> Any:
        """Return the option that shows help."""
        option = cast(Any, super()).get_help_option(ctx)
        option.help, option.metavar = "Toon deze uitleg en stop.", ""
        return option

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Show the help."""
        from typer import rich_utils  # noqa: PLC0415 - takes time to load, and only help needs it

        for name, word in _HELP.items():
            setattr(rich_utils, name, word)
        cast(Any, super()).format_help(ctx, formatter)


class DutchCommand(_DutchHelp, TyperCommand):
    """A command that speaks Dutch."""


class DutchGroup(_DutchHelp, TyperGroup):
    """The commands together, and what is told when one is used wrongly."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        """Make the group, with Dutch words for what stands in its usage."""
        super().__init__(*arguments, **{**options, "subcommand_metavar": "OPDRACHT [ARGUMENTEN]..."})

    def invoke(self, ctx: Any) -> Any:
        """Run a command; quietly stop when nobody reads what it writes any more."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            with contextlib.suppress(OSError):  # what is still to be written goes nowhere
                os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit(NOBODY_READS) from None
        return result

    def main(self, *arguments: Any, standalone_mode: bool = True, **options: Any) -> Any:
        """Run the command line, and tell what is wrong with it in Dutch."""
        run = functools.partial(cast(Any, super()).main, *arguments, standalone_mode=False, **options)
        if not standalone_mode:
            return run()
        try:
            code = run()
        except (typer.Abort, KeyboardInterrupt):
            typer.echo("\nGestopt.", err=True)
            sys.exit(INTERRUPTED)
        except _ClickError as error:
            _tell(error)
        sys.exit(code or 0)


class DutchTyper(typer.Typer):
    """An app whose commands speak Dutch."""

    def __init__(self, **options: Any) -> None:
        """Make the app."""
        super().__init__(cls=DutchGroup, **options)

    def command(self, name: str | None = None, **options: Any) -> Callable[[Any], Any]:
        """Return a decorator that adds a command."""
        return super().command(name, cls=DutchCommand, **options)


def _usage(written: str) -> str:
    return re.sub(r"\{(\w+)\}", r"\1", written).replace("Usage:", "Gebruik:", 1)


def _name_no_types(command: Any) -> None:
    """Leave out what Python calls the type of an option or argument; the words for a choice stay."""
    for parameter in command.params:
        is_choice = getattr(getattr(parameter, "type_descriptor", None), "is_choice", True)
        if parameter.param_type_name == "argument":
            parameter.display_type_rich = lambda ctx: ""  # noqa: ARG005 - Typer gives it
        elif parameter.metavar is None and not is_choice:
            parameter.metavar = ""


def _tell(error: Any) -> NoReturn:
    """Tell what is wrong with the command that was typed, and stop with the code that Click gives it."""
    if type(error).__name__ != "NoArgsIsHelpError":  # the help has been shown
        _tell_in_dutch(error)
    sys.exit(error.exit_code)


def _tell_in_dutch(error: Any) -> None:
    path = error.ctx.command_path if getattr(error, "ctx", None) else "samenwerkadvies"
    lines = [f"{path}: {_said(error.format_message())}"]
    if getattr(error, "ctx", None):
        lines.append(f"   = gebruik: {' '.join(error.ctx.get_usage().split()).removeprefix('Gebruik: ')}")
    typer.echo("\n".join([*lines, f"   = uitleg: {path} --help"]), err=True)


def _said(message: str) -> str:
    """Return in Dutch what Click says; what it says that we do not know stays as it is."""
    for pattern, dutch in _MESSAGES:
        if found := re.fullmatch(pattern, " ".join(message.split())):
            return dutch(found)
    return message


def _meant(shown: str | None) -> str:
    """Return the suggestion in a message."""
    words = re.findall(r"[\w-]+", shown or "")
    return f"\n   = bedoelde je: {any_of(words)}" if words else ""


def _wrong_choice(found: re.Match[str]) -> str:
    option, value, shown = found.groups()
    choices = re.findall(r"'([^']*)'", shown)
    hint = nearest(value, choices)
    told = f"{quoted(value)} past niet bij {_option(option)}\n   = verwacht: {any_of(choices)}"
    return told + (f"\n   = bedoelde je: {hint}" if hint else "")


def _option(shown: str) -> str:
    """Return an option without its short form."""
    return shown.split("/", maxsplit=1)[0].strip(" '")


_MESSAGES: tuple[tuple[str, Callable[[re.Match[str]], str]], ...] = (
    (r"Missing (?:argument|option) '?(.+?)'?\.(?: .*)?", lambda found: f"hier ontbreekt iets: {_option(found[1])}"),
    (r"Missing command\.", lambda _: "hier ontbreekt een opdracht"),
    (
        r"No such command '(.*?)'\.(?: Did you mean (.+)\?)?",
        lambda found: f"onbekende opdracht {quoted(found[1])}{_meant(found[2])}",
    ),
    (
        r"No such option:? '?(.+?)'?\.?(?: \(Possible options: (.+)\)| Did you mean (.+)\?)?",
        lambda found: f"onbekende optie {quoted(found[1])}{_meant(found[2] or found[3])}",
    ),
    (r"Got unexpected extra arguments?(?:\(s\))? \((.+)\)", lambda found: f"dit is te veel: {quoted(found[1])}"),
    (r"Option '(.+)' requires an argument\.", lambda found: f"achter {_option(found[1])} ontbreekt iets"),
    (r"Option '(.+)' does not take a value\.", lambda found: f"achter {_option(found[1])} hoort niets"),
    (r"Invalid value for (.+?): (?:Value error, )?'(.*)' is not one of (.+)\.", _wrong_choice),
    (r"Invalid value for (.+?): .*", lambda found: f"wat bij {_option(found[1])} staat, past daar niet"),
)
