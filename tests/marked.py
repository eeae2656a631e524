"""A place in a file, marked in its text."""

from collections.abc import Mapping

MARK = "▮"


def place_of(text: str) -> tuple[str, int, int]:
    """Return a text without its mark, and the line and column (from 1) where that stood."""
    before, _, after = text.partition(MARK)
    return before + after, before.count("\n") + 1, len(before) - before.rfind("\n")


def marked(files: Mapping[str, str], file: str, old: str, new: str) -> tuple[dict[str, str], str, int, int]:
    """Return files of which one was changed, and the place of the mark in it."""
    assert old in files[file]
    text, line, column = place_of(files[file].replace(old, new, 1))
    return {**files, file: text}, file, line, column
