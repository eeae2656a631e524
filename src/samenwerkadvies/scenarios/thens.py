"""The steps of Dan: what is advised."""

from __future__ import annotations

import functools

from samenwerkadvies.advising import Status
from samenwerkadvies.bilingual import all_of
from samenwerkadvies.errors import quoted
from samenwerkadvies.loading.entries import AdviceKindWord, SeverityWord
from samenwerkadvies.outputs import to_text
from samenwerkadvies.ruleset import DUTCH, AdviceKind, Severity
from samenwerkadvies.scenarios.definition import StepDefinition, step_of
from samenwerkadvies.scenarios.scene import OUTCOMES, Scene, StepFailure, said_of
from samenwerkadvies.scenarios.words import fact_named, fact_of_party, normal, number_of, one_of, rule_named
from samenwerkadvies.wording.words import words_in

THENS: list[StepDefinition] = []
"""In the order in which they are tried: the first that fits, counts."""

then = functools.partial(step_of, THENS, "then")


@then(
    "geldt regel {regel}",
    "rule {regel} holds",
    "De regel geldt.",
    "Dan geldt regel weinig_planten",
)
def check_holds(scene: Scene, regel: str) -> None:
    scene.check_outcome(rule_named(regel, scene), expected=True)


@then(
    "geldt regel {regel} niet",
    "rule {regel} does not hold",
    "De regel geldt niet, en dat staat vast.",
    "Dan geldt regel weinig_planten niet",
)
def check_holds_not(scene: Scene, regel: str) -> None:
    scene.check_outcome(rule_named(regel, scene), expected=False)


@then(
    "is regel {regel} onbekend",
    "rule {regel} is undecided",
    "Er ontbreken antwoorden, dus over de regel is nog niets te zeggen.",
    "Dan is regel weinig_planten onbekend",
)
def check_undecided(scene: Scene, regel: str) -> None:
    scene.check_outcome(rule_named(regel, scene), expected=None)


@then(
    "telt regel {regel} niet mee",
    "rule {regel} does not count",
    "De regel telt op de peildatum niet mee, door de dagen bij geldig.",
    "Dan telt regel zomerdrukte niet mee",
)
def check_not_in_force(scene: Scene, regel: str) -> None:
    rule = rule_named(regel, scene)
    scene.checked.setdefault(rule, set())
    if all(out.rule != rule for out in scene.assessment.rules_not_in_force):
        raise StepFailure(f"Regel {rule} telt mee, want de regel {said_of(scene.outcome(rule))}.")


_OUTCOME_WORDS = {
    "nl": {word: outcome for outcome, word in OUTCOMES.items()},
    "en": {"holds": True, "does not hold": False, "undecided": None},
}


@then(
    "is de uitkomst van regel {regel}: {uitkomst}",
    "the outcome of rule {regel} is: {uitkomst}",
    "Voor een tabel met voorbeelden. Een uitkomst is: geldt, geldt niet, of onbekend.",
    "Dan is de uitkomst van regel weinig_planten: <uitkomst>",
)
def check_outcome(scene: Scene, regel: str, uitkomst: str) -> None:
    rule = rule_named(regel, scene)
    scene.check_outcome(rule, one_of(uitkomst, _OUTCOME_WORDS[scene.scenario.language], "uitkomst"))


@then(
    "wacht regel {regel} op {feit} van de {partij}",
    "rule {regel} waits for {feit} from the {partij}",
    "De regel is onbekend, en het antwoord van deze partij ontbreekt.",
    "Dan wacht regel smaken_verschillen op de smaak van de gemeente",
)
def check_waits_for_party(scene: Scene, regel: str, feit: str, partij: str) -> None:
    _check_waits(scene, regel, *fact_of_party(feit, partij, scene))


@then(
    "wacht regel {regel} op {feit}",
    "rule {regel} waits for {feit}",
    "De regel is onbekend, en het antwoord op dit feit ontbreekt.",
    "Dan wacht regel weinig_planten op het aantal planten",
)
def check_waits(scene: Scene, regel: str, feit: str) -> None:
    _check_waits(scene, regel, feit, None)


def _check_waits(scene: Scene, word: str, label: str, party: str | None) -> None:
    rule, fact = rule_named(word, scene), fact_named(label, scene)
    scene.check_outcome(rule, expected=None)
    waiting = [question for question in scene.questions if rule in question.could_decide]
    if not any(each.fact == fact.id and party in (None, each.party) for each in waiting):
        facts = scene.ruleset.vocabulary.facts
        found = [f"  - {facts[each.fact].texts['nl'].label} ({each.party or 'samen'})" for each in waiting]
        raise StepFailure(f"De regel wacht niet op {quoted(label)}, maar op:", *found)


@then(
    "gelden deze regels:",
    "these rules hold:",
    "Precies deze regels gelden, in deze volgorde: wat het meest dringt, staat bovenaan.",
    "Dan gelden deze regels:\n  | weinig_planten |\n  | natte_grond |",
    has_table=True,
)
def check_findings(scene: Scene, table: tuple[tuple[str, ...], ...]) -> None:
    wanted = _rules_in(table, scene)
    for rule in wanted:
        scene.check_outcome(rule, expected=True)
    _check_list("Deze regels gelden", wanted, scene.assessment.findings)


@then(
    "is dit het advies:",
    "this is the advice:",
    "Precies deze adviezen, in deze volgorde. Wat onder een ander advies valt, staat er niet bij.",
    "Dan is dit het advies:\n  | kale_tuin |\n  | natte_grond |",
    has_table=True,
)
def check_advice(scene: Scene, table: tuple[tuple[str, ...], ...]) -> None:
    wanted = _rules_in(table, scene)
    for rule in wanted:
        scene.check_outcome(rule, expected=True)
    _check_list("Dit is het advies", wanted, tuple(advice.rule for advice in scene.assessment.advice))


def _rules_in(table: tuple[tuple[str, ...], ...], scene: Scene) -> tuple[str, ...]:
    if len(table[0]) > 1:
        raise StepFailure("In deze tabel staat meer dan één kolom. Zet elke regel op een eigen rij.")
    return tuple(rule_named(row[0], scene) for row in table)


def _check_list(what: str, wanted: tuple[str, ...], found: tuple[str, ...]) -> None:
    if wanted == found:
        return
    lines = [f"  {number}. {rule}" for number, rule in enumerate(found, start=1)] or ["  (geen)"]
    missing = [f"Staat er niet: {rule}" for rule in wanted if rule not in found]
    extra = [f"Staat er ook: {rule}" for rule in found if rule not in wanted]
    order = [] if missing or extra else ["De volgorde is anders dan verwacht."]
    raise StepFailure(f"{what}:", *lines, *missing, *extra, *order)


@then(
    "is het eerste advies {regel}",
    "the first advice is {regel}",
    "Dit advies staat bovenaan.",
    "Dan is het eerste advies kale_tuin",
)
def check_first(scene: Scene, regel: str) -> None:
    rule = rule_named(regel, scene)
    first = scene.advice(rule)
    if first.rank != 1:
        _check_list("Dit is het advies", (rule,), tuple(advice.rule for advice in scene.assessment.advice))


@then(
    "staat {regel} boven {ander}",
    "{regel} stands above {ander}",
    "Beide zijn een advies, en het eerste gaat voor.",
    "Dan staat weinig_planten boven hek_dicht",
)
def check_above(scene: Scene, regel: str, ander: str) -> None:
    above, below = (scene.advice(rule_named(word, scene)) for word in (regel, ander))
    if above.rank >= below.rank:
        between = next(advice for advice in scene.assessment.advice if advice.rank == above.rank - 1)
        raise StepFailure(
            f"{regel} staat op plaats {above.rank}, {ander} op plaats {below.rank}.",
            f"Waarom {between.rule} erboven staat: {between.above_next}",
        )


@then(
    "valt {regel} onder {ander}",
    "{ander} absorbs {regel}",
    "De regel geldt, maar is een deel van het andere advies.",
    "Dan valt weinig_planten onder kale_tuin",
)
def check_absorbed(scene: Scene, regel: str, ander: str) -> None:
    rule = rule_named(regel, scene)
    scene.check_outcome(rule, expected=True)
    absorbs = scene.advice(rule_named(ander, scene)).absorbs
    if rule not in absorbs:
        raise StepFailure(f"Onder {ander} vallen: {all_of(absorbs) or 'geen andere regels'}.")


@then(
    "is {regel} een eigen advies",
    "{regel} is advice of its own",
    "De regel geldt, en valt niet onder een ander advies.",
    "Dan is natte_grond een eigen advies",
)
def check_own_advice(scene: Scene, regel: str) -> None:
    scene.advice(rule_named(regel, scene))


_LANGUAGES = ("nl", "en")
_SEVERITY_WORDS = {
    "nl": {word.value: Severity[word.name] for word in SeverityWord},
    "en": {severity.value: severity for severity in Severity},
}
_KIND_WORDS = {
    "nl": {word.value: AdviceKind[word.name] for word in AdviceKindWord},
    "en": {kind.value: kind for kind in AdviceKind},
}


@then(
    "heeft advies {regel} de ernst {ernst} en de soort {soort}",
    "advice {regel} has severity {ernst} and kind {soort}",
    "Zo ernstig is het, en dit soort stap vraagt het. De woorden zijn die van de regelbestanden.",
    "Dan heeft advies weinig_planten de ernst midden en de soort opbouw",
)
def check_severity(scene: Scene, regel: str, ernst: str, soort: str) -> None:
    advice, language = scene.advice(rule_named(regel, scene)), scene.scenario.language
    severity = one_of(ernst, _SEVERITY_WORDS[language], "ernst")
    kind = one_of(soort, _KIND_WORDS[language], "soort")
    if (advice.severity, advice.kind) != (severity, kind):
        found = SeverityWord[advice.severity.name].value, AdviceKindWord[advice.kind.name].value
        raise StepFailure("De ernst is {} en de soort is {}.".format(*found))


_STATUS_WORDS = {lang: {words_in(lang).report[status.value]: status for status in Status} for lang in _LANGUAGES}


@then(
    "is de stand van voorwaarde {nummer}: {stand}",
    "the status of condition {nummer} is: {stand}",
    "Hoe een voorwaarde ervoor staat: risico, aandacht, in orde of nog onbekend.",
    "Dan is de stand van voorwaarde 7: risico",
)
def check_status(scene: Scene, nummer: str, stand: str) -> None:
    wanted = one_of(stand, _STATUS_WORDS[scene.scenario.language], "stand")
    number = number_of(nummer, scene.ruleset.conditions, "voorwaarde")
    found = next(each for each in scene.assessment.conditions if each.number == number)
    if found.status is not wanted:
        rules = [rule.id for rule in scene.ruleset.rules.values() if number in rule.conditions]
        undecided = [rule for rule in rules if rule in scene.assessment.undecided]
        raise StepFailure(
            f"De stand van voorwaarde {number} is {words_in(DUTCH).report[found.status.value]}.",
            f"Hier geldt: {all_of(found.findings) or 'geen regel'}.",
            f"Nog onbekend: {all_of(undecided) or 'geen regel'}.",
        )


@then(
    "is het beeld voorlopig",
    "the assessment is provisional",
    "Er ontbreken zo veel antwoorden dat het beeld eenzijdig is.",
    "Dan is het beeld voorlopig",
)
def check_provisional(scene: Scene) -> None:
    if not scene.assessment.provisional:
        raise StepFailure("Het beeld is niet voorlopig.")


@then(
    "is het beeld niet voorlopig",
    "the assessment is not provisional",
    "Het beeld is niet eenzijdig.",
    "Dan is het beeld niet voorlopig",
)
def check_not_provisional(scene: Scene) -> None:
    if scene.assessment.provisional:
        raise StepFailure("Het beeld is voorlopig.")


@then(
    "is het aantal adviezen {aantal}",
    "the number of pieces of advice is {aantal}",
    "Zo veel adviezen zijn er; 0 kan ook.",
    "Dan is het aantal adviezen 2",
)
def check_count(scene: Scene, aantal: str) -> None:
    rules = tuple(advice.rule for advice in scene.assessment.advice)
    if aantal != str(len(rules)):
        told = f": {all_of(rules)}" if rules else ""
        raise StepFailure(f"Het aantal adviezen is {len(rules)}{told}.")


@then(
    'staat er "{tekst}"',
    'the text "{tekst}" appears',
    "Deze tekst staat in het advies zoals een lezer het ziet.",
    'Dan staat er "Er staan weinig planten."',
)
def check_text(scene: Scene, tekst: str) -> None:
    if not _reads(scene, tekst):
        titles = [f"  - {advice.title}" for advice in scene.assessment.advice]
        raise StepFailure(f"{quoted(tekst)} staat er niet. Het advies is:", *(titles or ["  (geen)"]))


@then(
    'staat er nergens "{tekst}"',
    'the text "{tekst}" does not appear',
    "Deze tekst staat niet in het advies.",
    'Dan staat er nergens "Begin opnieuw"',
)
def check_no_text(scene: Scene, tekst: str) -> None:
    if _reads(scene, tekst):
        raise StepFailure(f"{quoted(tekst)} staat er wel.")


_WIDE = 10_000


def _reads(scene: Scene, text: str) -> bool:
    return normal(text) in normal(to_text(scene.thought_along, width=_WIDE))
