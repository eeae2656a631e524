"""Every language says all that the others say, and a third one is a file."""

import os
import shutil
import string
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import attrs
import pytest

from samenwerkadvies.wording.words import LANGUAGES, words_in

ROOT = Path(__file__).parents[2]


def said(language: str) -> Iterator[tuple[str, object, str]]:
    """Yield every text, with its group and its key."""
    for group, texts in attrs.asdict(words_in(language), recurse=False).items():
        match texts:
            case str():
                yield group, "", texts
            case Mapping():
                yield from ((group, key, text) for key, text in texts.items())
            case _:
                yield from ((group, place, text) for place, text in _texts(texts))


def _texts(found: object, *place: int) -> Iterator[tuple[tuple[int, ...], str]]:
    """Yield every text in a list, with its place; what is made of texts is a list as well."""
    if isinstance(found, str):
        yield place, found
    else:
        parts = attrs.astuple(found, recurse=False) if attrs.has(type(found)) else found
        for number, part in enumerate(parts):
            yield from _texts(part, *place, number)


def test_dutch_comes_first() -> None:
    assert LANGUAGES == ("nl", "en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_says_all_that_dutch_says_and_fills_in_as_much(language: str) -> None:
    def places(name: str) -> dict[tuple[str, object], list[str | None]]:
        return {
            (group, key): sorted(field for _, field, _, _ in string.Formatter().parse(text) if field is not None)
            for group, key, text in said(name)
        }

    assert places(language) == places("nl")


def test_a_third_language_is_one_file_beside_its_translation(tmp_path: Path) -> None:
    package = tmp_path / "samenwerkadvies"
    shutil.copytree(ROOT / "src/samenwerkadvies", package)
    shutil.copytree(ROOT / "rules", package / "rules")
    words, translated = package / "wording/languages/xx.py", package / "rules/vertalingen/xx.yaml"
    english = words.with_name("en.py").read_text("utf-8")
    words.write_text(english.replace('"start here": "Start here"', '"start here": "Xx here"'), "utf-8")
    translated.write_text(
        translated.with_name("en.yaml").read_text("utf-8").replace("taal: en", "taal: xx", 1), "utf-8"
    )
    case = ROOT / "examples/sleutelpersonen.yaml"
    call = [sys.executable, "-m", "samenwerkadvies", "advise", str(case), "--language", "xx"]
    own = {**os.environ, "PYTHONPATH": str(tmp_path)}
    done = subprocess.run(call, capture_output=True, encoding="utf-8", check=False, env=own)
    assert done.returncode == 0, done.stderr
    assert "XX HERE" in done.stdout
