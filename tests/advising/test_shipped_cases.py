"""The reference orders of the four constructed cases, and the least that makes each rule hold."""

import json
from pathlib import Path

import pytest

from samenwerkadvies import Adviser, Ruleset, load_cases

HERE = Path(__file__).parents[1]
EXAMPLES = HERE.parent / "examples"
CASES = json.loads((HERE / "expected" / "cases.json").read_text("utf-8"))
RULES = json.loads((HERE / "expected" / "rules.json").read_text("utf-8"))
FACTS = json.loads((HERE / "expected" / "facts.json").read_text("utf-8"))


@pytest.fixture(scope="module", params=[pytest.param("durable", marks=pytest.mark.durable), "reference"])
def adviser(request: pytest.FixtureRequest, shipped: Ruleset) -> Adviser:
    return Adviser(shipped, request.param)


@pytest.mark.parametrize("name", CASES)
def test_a_case_gives_its_findings_in_the_reference_order(adviser: Adviser, name: str) -> None:
    (partnership,) = load_cases(EXAMPLES / f"{name}.yaml", adviser.ruleset.vocabulary)
    assessment = adviser.assess(partnership)
    assert list(assessment.findings) == CASES[name]["findings_in_order"]
    assert [advice.rule for advice in assessment.advice] == CASES[name]["shown_after_absorbing"]


@pytest.mark.parametrize("name", CASES)
def test_a_case_file_holds_exactly_the_facts_of_the_reference(shipped: Ruleset, name: str) -> None:
    (partnership,) = load_cases(EXAMPLES / f"{name}.yaml", shipped.vocabulary)
    reference = CASES[name]
    answers = json.loads(json.dumps(dict(partnership.answers), default=str))
    assert answers == reference["feiten"]
    assert (partnership.name, partnership.reference_date.isoformat()) == (reference["naam"], reference["peildatum"])


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_holds_on_its_minimal_trigger(adviser: Adviser, rule: str) -> None:
    assert rule in adviser.assess(RULES[rule]["facts"], "2026-01-01").findings


def test_the_shipped_rules_are_those_of_the_reference(shipped: Ruleset) -> None:
    found = {
        rule.id: (rule.severity.value, rule.kind.value, rule.condition or 0, list(rule.replaces))
        for rule in shipped.rules.values()
    }
    wanted = {
        name: (rule["severity"], rule["kind"], rule["condition"], rule["replaces"]) for name, rule in RULES.items()
    }
    assert found == wanted


def test_the_shipped_facts_are_those_of_the_reference(shipped: Ruleset) -> None:
    kinds = {"yes_no": "ja_nee", "count": "aantal", "scale": "schaal", "choice": "keuze", "date": "datum"}
    who = {"shared": "samen", "each_party": "ieder"}
    found = {
        fact.id: (
            fact.condition,
            fact.answered_by,
            fact.kind.value,
            list(fact.options),
            fact.may_be_never,
            fact.maximum if fact.maximum < 10**15 else None,
        )
        for fact in shipped.vocabulary.facts.values()
    }
    wanted = {
        name: (
            fact["condition"],
            who.get(fact["asked_of"], fact["asked_of"]),
            kinds[fact["type"]],
            fact["values"],
            fact["may_be_never"],
            fact["at_most"],
        )
        for name, fact in FACTS.items()
    }
    assert found == wanted


def test_only_the_case_with_one_side_answering_is_provisional(adviser: Adviser) -> None:
    provisional = {
        name: adviser.assess(*load_cases(EXAMPLES / f"{name}.yaml", adviser.ruleset.vocabulary)).provisional
        for name in CASES
    }
    assert provisional == {name: name == "taboe-onderwerp" for name in CASES}
