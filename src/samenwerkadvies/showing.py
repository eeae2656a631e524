"""How a value shows itself: the one door from values to what is built on top of them, opened when it is asked for."""

from __future__ import annotations


def to_html(value: object, *, fragment: bool = False) -> str:
    """Return a value as a page in HTML, or as a part of a page of your own."""
    from samenwerkadvies.outputs.notebook import shown  # noqa: PLC0415 - what shows a value is not needed to make one

    return shown(value, fragment=fragment)


def in_notebook(value: object) -> str:
    """Return what a notebook shows of a value; as ``_repr_html_`` it is a method of that."""
    return to_html(value, fragment=True)
