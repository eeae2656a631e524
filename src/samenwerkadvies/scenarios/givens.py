"""The steps of Gegeven and Als: what is the case, and what is asked."""

from __future__ import annotations

import functools
import re

from samenwerkadvies.scenarios.definition import StepDefinition, step_of
from samenwerkadvies.scenarios.scene import Scene, StepFailure
from samenwerkadvies.scenarios.words import (
    answer,
    date,
    fact_and_answer,
    fact_named,
    is_party,
    normal,
    party_and_rest,
    party_named,
    party_word,
)
from samenwerkadvies.vocabulary import FactType

GIVENS: list[StepDefinition] = []
"""In the order in which they are tried: the first that fits, counts."""

given = functools.partial(step_of, GIVENS, "given")
when = functools.partial(step_of, GIVENS, "when")


@given(
    "een samenwerking",
    "a partnership",
    "Begin met een samenwerking waarvan je nog niets weet.",
    "Gegeven een samenwerking",
)
def begin_empty(scene: Scene) -> None:
    scene.begin()


@given(
    'de samenwerking "{bestand}"',
    'the partnership "{bestand}"',
    "Begin met een samenwerking uit een bestand. Het staat naast de feature, of in een map erboven.",
    'Gegeven de samenwerking "moestuin.yaml"',
)
def begin_with_file(scene: Scene, bestand: str) -> None:
    scene.begin_with(bestand)


@given(
    "de peildatum is {datum}",
    "the reference date is {datum}",
    "De dag waarop je kijkt. Nodig zodra er een datum bij de feiten staat.",
    "En de peildatum is 1 maart 2026",
)
def set_reference_date(scene: Scene, datum: str) -> None:
    scene.set_date(date(datum))


@given(
    "de volgende feiten:",
    "the following facts:",
    "Meer feiten onder elkaar. Heeft elke partij een eigen antwoord? Geef dan twee kolommen met antwoorden.",
    "En de volgende feiten:\n  | feit | gemeente | migrantenorganisatie |\n  | de smaak | 4 | 2 |",
    has_table=True,
)
def set_facts(scene: Scene, table: tuple[tuple[str, ...], ...]) -> None:
    head, *rows = table
    if normal(head[0]) not in ("feit", "fact"):
        head, rows = ("feit", "antwoord"), list(table)
        if len(rows[0]) > len(head):
            above = " | ".join(scene.ruleset.vocabulary.parties)
            raise StepFailure("Boven deze tabel staat niet wie wat antwoordt.", f"Zet erboven: | feit | {above} |")
    if len(table[0]) == 1:
        raise StepFailure("In deze tabel staan geen antwoorden.", f"Schrijf: | {table[-1][0]} | onbekend |")
    if not all(cell for row in table for cell in row):
        raise StepFailure("In deze tabel is een vakje leeg.", "Schrijf onbekend waar je het antwoord niet weet.")
    if not rows:
        raise StepFailure("In deze tabel staan geen feiten, alleen wat erboven hoort.")
    if len(head) == 2 and not is_party(head[1], scene):  # noqa: PLR2004 - a fact and its answer
        for fact, said in rows:
            _set(scene, fact_named(fact, scene), said)
        return
    parties = [party_named(word, scene) for word in head[1:]]
    for fact, *answers in rows:
        found = fact_named(fact, scene)
        for party, said in zip(parties, answers, strict=True):
            _set_of(scene, found, party, said)


@given(
    "{feit} is volgens beide partijen {waarde}",
    "{feit} is {waarde} according to both parties",
    "Beide partijen geven hetzelfde antwoord.",
    "En de smaak is volgens beide partijen 4",
)
def set_answer_of_both(scene: Scene, feit: str, waarde: str) -> None:
    for party in scene.ruleset.vocabulary.parties:
        _set_of(scene, fact_named(feit, scene), party, waarde)


@given(
    "{feit} is volgens mensen van de {partij} {waarden}",
    "{feit} is {waarden} according to people of the {partij}",
    "De antwoorden van meer mensen van één partij, met komma's ertussen.",
    "En de smaak is volgens mensen van de gemeente 4, 2, 5",
)
def set_answers_of_people(scene: Scene, feit: str, partij: str, waarden: str) -> None:
    fact, (party, said) = fact_named(feit, scene), party_and_rest(partij, waarden, scene)
    if not fact.is_perception:
        raise StepFailure("Hier antwoordt niet elke partij zelf.", f"Schrijf: {fact.texts['nl'].label} is …")
    between = ",(?![0-9])|;" if fact.decimals else ","  # a comma inside a number has no space behind it
    scene.set_people(fact, party, [answer(fact, each, scene) for each in re.split(between, said)])


@given(
    "{feit} is volgens de {partij} {waarde}",
    "{feit} is {waarde} according to the {partij}",
    "Het antwoord van één partij.",
    "En de smaak is volgens de migrantenorganisatie 2",
)
def set_answer_of_party(scene: Scene, feit: str, partij: str, waarde: str) -> None:
    _set_of(scene, fact_named(feit, scene), *party_and_rest(partij, waarde, scene))


@given(
    "{feit} is {waarde}",
    "{feit} is {waarde}",
    "Eén feit. Noem het zoals het in de regels heet (label), of met zijn korte naam. "
    "Een antwoord is ja, nee, een getal, een datum, een keuze (meer keuzes: met ; ertussen) of onbekend.",
    "En de grond is nat veen",
)
def set_answer(scene: Scene, feit: str, waarde: str) -> None:
    fact, said = fact_and_answer(f"{feit} is {waarde}", scene)
    _set(scene, fact, said)


def _set(scene: Scene, fact: FactType, said: str) -> None:
    known = answer(fact, said, scene)
    if not fact.is_perception:
        scene.set_answer(fact, None, known)
    elif known is None:
        for party in scene.ruleset.vocabulary.parties:
            scene.set_answer(fact, party, None)
    else:
        label = fact.texts[scene.language].label
        words = [party_word(party, scene) for party in scene.ruleset.vocabulary.parties]
        lines = [
            scene.written(f"En {label} is volgens de {word} {said}", f"And {label} is {said} according to the {word}")
            for word in words
        ]
        raise StepFailure("Elke partij antwoordt hier zelf. Schrijf:", *(f"  {line}" for line in lines))


def _set_of(scene: Scene, fact: FactType, party: str, said: str) -> None:
    if fact.is_perception:
        scene.set_answer(fact, party, answer(fact, said, scene))
    elif fact.asked_of == party:
        _set(scene, fact, said)
    else:
        label = fact.texts["nl"].label
        raise StepFailure("Hier is één antwoord, niet een voor elke partij.", f"Schrijf: {label} is {said}")


@when(
    "om advies wordt gevraagd",
    "advice is asked for",
    "Vraag advies over alles wat hierboven staat.",
    "Als om advies wordt gevraagd",
)
def ask(scene: Scene) -> None:
    scene.ask()
