"""The steps about thinking along: what to ask, what would change it, why not, and what has changed."""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence

from samenwerkadvies.advising import Advice, Change, Movement
from samenwerkadvies.bilingual import all_of
from samenwerkadvies.errors import quoted
from samenwerkadvies.scenarios.definition import StepDefinition, step_of
from samenwerkadvies.scenarios.scene import Scene, StepFailure
from samenwerkadvies.scenarios.words import answer, fact_named, fact_of_party, normal, number_of, one_of, rule_named

THINKING: list[StepDefinition] = []
"""In the order in which they are tried: the first that fits, counts."""

when = functools.partial(step_of, THINKING, "when")
then = functools.partial(step_of, THINKING, "then")


@when(
    "{feit} van de {partij} verandert in {waarde}",
    "{feit} of the {partij} changes to {waarde}",
    "Vraag advies zoals het is, en nog eens als het antwoord van deze partij anders is.",
    "Als de smaak van de gemeente verandert in 4",
)
def change_of_party(scene: Scene, feit: str, partij: str, waarde: str) -> None:
    label, party = fact_of_party(feit, partij, scene)
    fact = fact_named(label, scene)
    scene.change(fact, party, answer(fact, waarde, scene), waarde)


@when(
    "{feit} verandert in {waarde}",
    "{feit} changes to {waarde}",
    "Vraag advies zoals het is, en nog eens als dit anders is. Met onbekend kan ook.",
    "Als het aantal planten verandert in 3",
)
def change(scene: Scene, feit: str, waarde: str) -> None:
    fact = fact_named(feit, scene)
    scene.change(fact, None, answer(fact, waarde, scene), waarde)


@when(
    'wordt vergeleken met de samenwerking "{bestand}"',
    'it is compared with the partnership "{bestand}"',
    "Vergelijk met een later moment, uit een bestand.",
    'Als wordt vergeleken met de samenwerking "moestuin-later.yaml"',
)
def compare_with_file(scene: Scene, bestand: str) -> None:
    scene.ask()
    scene.begin_with(bestand)
    scene.ask()


_MOVEMENTS: Mapping[str, Mapping[str, Movement]] = {
    "nl": {
        "nieuw": Movement.NEW,
        "slechter": Movement.WORSE,
        "onveranderd": Movement.UNCHANGED,
        "beter": Movement.BETTER,
        "opgelost": Movement.RESOLVED,
        "niet meer bekend": Movement.NO_LONGER_KNOWN,
    },
    "en": {movement.value.replace("_", " "): movement for movement in Movement if movement is not Movement.NOW_KNOWN},
}


@then(
    "is de verandering voor regel {regel}: {verandering}",
    "the change for rule {regel} is: {verandering}",
    "Wat er met de bevinding gebeurde: nieuw, slechter, onveranderd, beter, opgelost of niet meer bekend.",
    "Dan is de verandering voor regel weinig_planten: opgelost",
)
def check_movement(scene: Scene, regel: str, verandering: str) -> None:
    rule = rule_named(regel, scene)
    wanted = one_of(verandering, _MOVEMENTS[scene.scenario.language], "verandering")
    found = {each.rule: each.movement for each in scene.comparison.findings}
    if found.get(rule) is not wanted:
        words = {movement: word for word, movement in _MOVEMENTS["nl"].items()}
        said = words[found[rule]] if rule in found else "geen: de regel gold niet, en geldt niet"
        raise StepFailure(f"De verandering voor regel {rule} is: {said}.")


@then(
    "is er niets veranderd",
    "nothing has changed",
    "Alle regels en voorwaarden staan zoals ze stonden.",
    "Dan is er niets veranderd",
)
def check_nothing_changed(scene: Scene) -> None:
    changed = [each.rule for each in scene.comparison.findings if each.movement is not Movement.UNCHANGED]
    moved = [str(each.number) for each in scene.comparison.conditions if each.movement is not Movement.UNCHANGED]
    if changed or moved:
        raise StepFailure(
            f"Veranderde regels: {all_of(changed) or 'geen'}.", f"Voorwaarden: {all_of(moved) or 'geen'}."
        )


@then(
    "gaat de eerste vraag over {feit}",
    "the first question is about {feit}",
    "Dit is het eerst te vragen: het kan het meeste aan het licht brengen.",
    "Dan gaat de eerste vraag over het aantal planten",
)
def check_first_question(scene: Scene, feit: str) -> None:
    fact = fact_named(feit, scene)
    questions = scene.questions
    if not questions or questions[0].fact != fact.id:
        facts = scene.ruleset.vocabulary.facts
        said = quoted(facts[questions[0].fact].texts["nl"].label) if questions else "niets: alles is beslist"
        raise StepFailure(f"De eerste vraag gaat over {said}.")


@then(
    "gaat er geen vraag over {feit}",
    "no question is about {feit}",
    "Het antwoord kan niets meer veranderen, of is er al.",
    "Dan gaat er geen vraag over het hek",
)
def check_no_question(scene: Scene, feit: str) -> None:
    fact = fact_named(feit, scene)
    for question in scene.questions:
        if question.fact == fact.id:
            rules = all_of(question.could_decide)
            raise StepFailure(f"Er is nog een vraag over {quoted(feit)}. Het antwoord kan beslissen: {rules}.")


@then(
    'verdwijnt {regel} zodra "{tekst}"',
    '{regel} goes away when "{tekst}"',
    "Een kleinste verandering waarna de regel niet meer geldt. Zijn er meer dingen nodig? Zet er ', en ' tussen.",
    'Dan verdwijnt weinig_planten zodra "er staan minstens 3 planten"',
)
def check_resolved(scene: Scene, regel: str, tekst: str) -> None:
    rule = rule_named(regel, scene)
    _check_change(rule, _thought_along(rule, scene).resolved_when, tekst, scene)


@then(
    'gaat {regel} niet over: "{tekst}"',
    '{regel} does not go away: "{tekst}"',
    "Niets wat mensen doen, laat dit punt overgaan. De tekst is wat de regel daarover zegt.",
    'Dan gaat lang_geleden_gezaaid niet over: "Wat gezaaid is, is gezaaid."',
)
def check_stays(scene: Scene, regel: str, tekst: str) -> None:
    rule = rule_named(regel, scene)
    advice = _thought_along(rule, scene)
    if advice.resolved_when:
        raise StepFailure(
            f"{rule} kan wel overgaan:", *(f"  - {_together(c.when, scene)}" for c in advice.resolved_when)
        )
    said = advice.no_way_out or ""
    if normal(tekst) != normal(said):
        raise StepFailure(f"Bij {rule} staat: {quoted(said)}.")


def _thought_along(rule: str, scene: Scene) -> Advice:
    """Return the advice of a rule, with what would change it; fail when it is not among the advice."""
    rank = scene.advice(rule).rank
    return scene.thought_along.advice[rank - 1]


@then(
    'komt voorwaarde {nummer} in orde zodra "{tekst}"',
    'condition {nummer} is in order when "{tekst}"',
    "De kleinste verandering waarna een voorwaarde met risico in orde is.",
    'Dan komt voorwaarde 1 in orde zodra "er staan minstens 3 planten"',
)
def check_in_order(scene: Scene, nummer: str, tekst: str) -> None:
    number = number_of(nummer, scene.ruleset.conditions, "voorwaarde")
    found = next(each for each in scene.thought_along.conditions if each.number == number)
    _check_change(f"voorwaarde {number}", found.in_order_when, tekst, scene)


def _check_change(what: str, changes: Sequence[Change] | None, text: str, scene: Scene) -> None:
    told = [_together(change.when, scene) for change in changes or ()]
    if normal(text) not in map(normal, told):
        raise StepFailure(f"Voor {what} is dit de verandering:", *(f"  - {each}" for each in told or ["(geen)"]))


@then(
    'wordt regel {regel} tegengehouden doordat "{tekst}"',
    'rule {regel} is kept from holding because "{tekst}"',
    "Feiten die samen genoeg zijn om de regel niet te laten gelden. Zijn het er meer? Zet er ', en ' tussen.",
    'Dan wordt regel weinig_planten tegengehouden doordat "er staan 5 planten"',
)
def check_kept(scene: Scene, regel: str, tekst: str) -> None:
    rule = rule_named(regel, scene)
    scene.check_outcome(rule, expected=False)
    kept = scene.adviser.why_not(scene.asked[-1], rule).kept_by
    told = [_together([fact.text for fact in found], scene) for found in kept]
    if normal(tekst) not in map(normal, told):
        raise StepFailure(f"Regel {rule} wordt tegengehouden doordat:", *(f"  - {each}" for each in told))


_AND = {"nl": ", en ", "en": ", and "}


def _together(clauses: Sequence[str], scene: Scene) -> str:
    return _AND[scene.language].join(clauses)
