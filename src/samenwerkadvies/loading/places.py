"""Forget the places in files, once nothing is left to report; of each rule its origin stays known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import attrs

from samenwerkadvies.ruleset import Ruleset
from samenwerkadvies.vocabulary import Vocabulary


def without_places(ruleset: Ruleset, origins: Mapping[str, Mapping[str, str]]) -> Ruleset:
    """Return a checked ruleset with plain texts, as where they stand need not be known any more, and with origins."""

    def plain(texts: Iterable[str]) -> tuple[str, ...]:
        return tuple(map(str, texts))

    rules = [
        attrs.evolve(
            rule,
            id=str(rule.id),
            replaces=plain(rule.replaces),
            sources=plain(rule.sources),
            written=str(rule.written),
            origin=origins[rule.id],
        )
        for rule in ruleset.rules.values()
    ]
    parties = [attrs.evolve(party, id=str(party.id)) for party in ruleset.vocabulary.declared.values()]
    facts = [
        attrs.evolve(fact, id=str(fact.id), sources=plain(fact.sources)) for fact in ruleset.vocabulary.facts.values()
    ]
    averages = [
        attrs.evolve(average, id=str(average.id), written=str(average.written))
        for average in ruleset.vocabulary.averages.values()
    ]
    thresholds = [
        attrs.evolve(found, id=str(found.id), sources=plain(found.sources), written=str(found.written))
        for found in ruleset.thresholds.values()
    ]
    conditions = ruleset.conditions.items()
    return attrs.evolve(
        ruleset,
        rules={rule.id: rule for rule in rules},
        vocabulary=Vocabulary(
            {fact.id: fact for fact in facts},
            {average.id: average for average in averages},
            {party.id: party for party in parties},
        ),
        off={str(name): attrs.evolve(off, rule=str(off.rule)) for name, off in ruleset.off.items()},
        thresholds={found.id: found for found in thresholds},
        conditions={number: attrs.evolve(found, id=str(found.id)) for number, found in conditions},
        sources={
            language: {str(name): source for name, source in sources.items()}
            for language, sources in ruleset.sources.items()
        },
    )
