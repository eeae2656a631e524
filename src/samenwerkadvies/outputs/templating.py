"""One set of templates, one style and one set of drawings, for every page that this library makes."""

from __future__ import annotations

import functools

import jinja2

from samenwerkadvies.wording.lists import counted

_STYLED = "samenwerkadvies.outputs"


@functools.cache
def templates(package: str = _STYLED) -> jinja2.Environment:
    """Return the templates of a package, and those with the style; what they are filled with is text, never code."""
    environment = jinja2.Environment(
        loader=jinja2.ChoiceLoader([jinja2.PackageLoader(each) for each in dict.fromkeys((package, _STYLED))]),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["counted"] = counted
    return environment
