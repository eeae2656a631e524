"""The command line speaks Dutch throughout: also where Typer and Click speak."""

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner, Result

from samenwerkadvies.cli import app
from samenwerkadvies.cli.dutch import DutchTyper

CASE = str(Path(__file__).parents[2] / "examples" / "sleutelpersonen.yaml")
ENGLISH = re.compile(r"\b(Usage|Options|Arguments|Commands|Show|Error|Try|Missing|Invalid|No such|default|required)\b")


def call(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments))


@pytest.mark.parametrize(
    "arguments",
    [(), *((name, "--help") for name in ("advise", "ask", "explain", "compare", "check", "new", "test", "batch"))],
)
def test_help_has_no_word_of_english(arguments: tuple[str, ...]) -> None:
    output = call(*arguments).output
    assert "Gebruik: " in output
    assert "Toon deze uitleg en stop." in output
    assert not ENGLISH.search(output)
    assert not re.search(r"<(bool|str|Path|list)", output)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("advise",), " advise: hier ontbreekt iets: CASUS"),
        (("advies", "x"), "onbekende opdracht 'advies'\n   = bedoelde je: advise"),
        (("zzz",), "onbekende opdracht 'zzz'\n   = gebruik"),
        (("advise", "x", "--fromat", "json"), "onbekende optie '--fromat'\n   = bedoelde je: --format"),
        (("--nope",), "onbekende optie '--nope'\n   = gebruik"),
        (("advise", "--format"), "achter --format ontbreekt iets"),
        (("check", "--help=x"), "achter --help hoort niets"),
        (("check", "a", "b"), "dit is te veel: 'b'"),
        (
            ("advise", "x", "--format", "jsn"),
            "'jsn' past niet bij --format\n   = verwacht: text, json, markdown, html of xlsx\n   = bedoelde je: json",
        ),
        (
            ("advise", "x", "-f", "qqqqqq"),
            "'qqqqqq' past niet bij --format\n   = verwacht: text, json, markdown, html of xlsx\n   = gebruik",
        ),
        (("advise", "x", "--language", "ne"), "'ne' past niet bij --language\n   = verwacht: nl of en"),
    ],
)
def test_wrong_use_is_told_in_dutch_with_code_2(arguments: tuple[str, ...], told: str) -> None:
    result = call(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert told in result.stderr
    assert "--help" in result.stderr
    assert not ENGLISH.search(result.stderr)


def small() -> typer.Typer:
    small = DutchTyper()

    @small.command()
    def count(number: int = 1, *, broken: bool = False) -> None:
        if broken:
            raise BrokenPipeError
        if number == 0:
            raise typer.Abort
        if number == 9:
            raise KeyboardInterrupt
        if number == 7:
            raise typer.BadParameter("seven is no number that we know", param_hint="--number")
        if number == 8:
            raise type("Odd", typer.BadParameter.__mro__[1:2], {})("something new")

    @small.command()
    def other() -> None:
        pass

    return small


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (("count",), 0, ""),
        (("count", "--number", "x"), 2, "wat bij --number staat, past daar niet"),
        (("count", "--number", "7"), 2, "wat bij --number staat, past daar niet"),
        (("count", "--number", "8"), 2, "something new"),
        (("count", "--number", "0"), 130, "Gestopt."),
        (("count", "--number", "9"), 130, ""),
        (("count", "--broken"), 141, ""),
    ],
)
def test_how_a_command_ends_is_told_by_its_code(arguments: tuple[str, ...], code: int, told: str) -> None:
    result = CliRunner().invoke(small(), list(arguments))
    assert result.exit_code == code
    assert told in result.stderr


def test_other_programs_may_handle_what_is_wrong_themselves() -> None:
    command = typer.main.get_command(small())
    with pytest.raises(typer.Abort):
        command.main(["count", "--number", "0"], standalone_mode=False)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no signal for a closed pipe")
def test_a_closed_pipe_ends_the_program_quietly() -> None:
    program = [sys.executable, "-m", "samenwerkadvies", "advise", "--engine", "reference", *[CASE] * 40]
    with subprocess.Popen(program, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as started:
        assert started.stdout is not None
        assert started.stderr is not None
        started.stdout.read(10)
        started.stdout.close()
        told = started.stderr.read().decode()
        code = started.wait(timeout=60)
    assert (code, told) == (141, "")


@pytest.mark.skipif(os.name == "nt", reason="a signal is sent")
def test_ctrl_c_ends_the_program_quietly(tmp_path: Path) -> None:
    program = [sys.executable, "-m", "samenwerkadvies", "ask", str(tmp_path / "a.yaml")]
    with subprocess.Popen(program, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as started:
        assert started.stdout is not None
        assert started.stderr is not None
        started.stdout.read(1)  # it asks something
        started.send_signal(signal.SIGINT)
        told = started.stderr.read().decode()
        code = started.wait(timeout=60)
    assert code == 130
    assert "Traceback" not in told
