"""Find and read the files of a ruleset: those of a folder, or those that ship with the package."""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Iterable
from importlib import resources
from pathlib import Path

import attrs

from samenwerkadvies.errors import InvalidInputError, Problem
from samenwerkadvies.loading.texts import decode, read_text

SHIPPED = "samenwerkadvies"
"""The name of the shipped ruleset, which others may extend."""
MOST_FILES = 200
MOST_BYTES = 4_000_000
"""In all files together."""


@attrs.frozen
class Source:
    """A file that was read."""

    shown: str
    text: str
    is_translation: bool
    is_base: bool
    """Whether it is of the shipped ruleset."""


@functools.cache
def shipped_sources() -> tuple[Source, ...]:
    """Return the shipped files, rules before translations, in order of name."""
    rules = resources.files(f"{SHIPPED}.rules")
    return tuple(
        Source(f"{shown}{entry.name}", decode(entry.read_bytes(), entry.name), is_translation, is_base=True)
        for folder, shown, is_translation in (
            (rules, "rules/", False),
            (rules / "vertalingen", "rules/vertalingen/", True),
        )
        for entry in sorted(folder.iterdir(), key=lambda entry: entry.name)
        if entry.name.endswith(".yaml")
    )


def read_folder(path: Path, problems: list[Problem]) -> tuple[Source, ...]:
    """Return the rule files of a folder (or one file) and its translations; add what is wrong to ``problems``."""
    if _is_folder(path):
        files = sorted(file for file in path.iterdir() if file.suffix in (".yaml", ".yml"))
        translations = sorted(path.glob("vertalingen/*.y*ml"))
    else:
        files, translations = [path], []
    if not files:
        expected = "een map met regelbestanden (.yaml)"
        problems.append(
            Problem(code="LEES07", message="in deze map staan geen regelbestanden", place=str(path), expected=expected)
        )
    sources: list[Source] = []
    for file in (*files, *translations):
        if len(sources) == MOST_FILES or sum(len(source.text) for source in sources) > MOST_BYTES:
            expected = f"hoogstens {MOST_FILES} bestanden en {MOST_BYTES // 1_000_000} MB"
            problems.append(
                Problem(code="LEES02", message="in deze map staat te veel", place=str(path), expected=expected)
            )
            break
        try:
            text = read_text(file, str(file))
        except InvalidInputError as error:
            problems += error.problems
        else:
            sources.append(Source(str(file), text, file in translations, is_base=False))
    return tuple(sources)


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):  # a name that no folder can have; reading it as a file will tell
        return False


def fingerprint(sources: Iterable[Source]) -> str:
    """Return a fingerprint of the names and texts of all files, the same on every machine."""
    digest = hashlib.sha256()
    for source in sorted(sources, key=lambda source: (not source.is_base, source.is_translation, _name(source))):
        digest.update(f"{_name(source)}\0{source.text}\0".encode())
    return f"sha256:{digest.hexdigest()}"


def _name(source: Source) -> str:
    return Path(source.shown).name
