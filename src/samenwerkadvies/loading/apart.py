"""Keep the sources of one's own set apart from those of the extended set that have the same short name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import attrs

from samenwerkadvies.errors import Text
from samenwerkadvies.loading.citing import title_of
from samenwerkadvies.loading.documents import Node, Section
from samenwerkadvies.loading.documents import Sequence as Listed
from samenwerkadvies.loading.entries import RuleFile


def names_apart(shipped: Iterable[RuleFile], own: Iterable[RuleFile], name: str) -> dict[str, str]:
    """Return for each source of one's own set that has the short name of another one, a name that tells them apart."""
    known = {key: title_of(node) for file in shipped for key, node in file.bronnen.items()}
    stated = {key: title_of(node) for file in own for key, node in file.bronnen.items()}
    return {str(key): f"{name}/{key}" for key, title in stated.items() if known.get(key, title) != title}


def told_apart(file: RuleFile, names: Mapping[str, str]) -> RuleFile:
    """Return a file of one's own set with those names wherever it speaks of a source."""
    feiten, regels, grenzen = (
        {key: _renamed(node, names) for key, node in part.items()} for part in (file.feiten, file.regels, file.grenzen)
    )
    bronnen = sources_apart(file.bronnen, names)
    return attrs.evolve(file, bronnen=bronnen, feiten=feiten, regels=regels, grenzen=grenzen)


def sources_apart(sources: Mapping[Text, Node], names: Mapping[str, str]) -> dict[Text, Node]:
    """Return the sources that a file of one's own set states, under those names."""
    return {_named(key, names): node for key, node in sources.items()}


def _renamed(node: Node, names: Mapping[str, str]) -> Node:
    if not isinstance(node, Section):
        return node
    made = Section({key: _named_all(part, names) if key == "bron" else part for key, part in node.items()})
    made.at = node.at
    return made


def _named_all(node: Node, names: Mapping[str, str]) -> Node:
    if not isinstance(node, Listed):
        return node
    made = Listed(_named(part, names) if isinstance(part, Text) else part for part in node)
    made.at = node.at
    return made


def _named(text: Text, names: Mapping[str, str]) -> Text:
    return Text(names[text], text.at, text.raw, text.raw_at) if text in names else text
