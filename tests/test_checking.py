"""What no single rule can tell is wrong: unknown names, cycles, and rules that hide worse ones."""

from pathlib import Path

import pytest

from building import FACTS, RULE, rules, ruleset_from
from samenwerkadvies import InvalidRulesetError, Problem
from samenwerkadvies.checking import MOST_LAYERS, check


def refused(folder: Path, text: str, **files: str) -> tuple[Problem, ...]:
    with pytest.raises(InvalidRulesetError) as caught:
        ruleset_from(folder, text, **files)
    return caught.value.problems


def codes(problems: tuple[Problem, ...]) -> list[str]:
    return [problem.code for problem in problems]


def underlined(problem: Problem) -> str:
    """Return what the caret stands below."""
    at = problem.location
    return at.source[at.column - 1 : at.column - 1 + at.width]


def written(name: str, expression: str, **more: str) -> str:
    """Return one rule, with other keys or other values for them."""
    kept = "".join(line for line in RULE.splitlines(keepends=True) if line.split(":")[0].strip() not in more)
    return f"  {name}:\n    als: {expression}\n{kept}" + "".join(f"    {key}: {value}\n" for key, value in more.items())


def conditions(*rests_on: str) -> dict[str, str]:
    """Return a file for each condition, numbered from 1."""
    return {
        f"voorwaarde_{number}": (
            f"voorwaarde: {{nummer: {number}, id: v{number}, titel: T, uitleg: U, rust_op: [{others}]}}\n"
        )
        for number, others in enumerate(rests_on, start=1)
    }


def test_a_right_ruleset_has_no_problem(tmp_path: Path) -> None:
    made = ruleset_from(tmp_path, FACTS + rules(a="veilig = ja", b="signaal(a)"), **conditions("", "1", "1, 2"))
    assert list(check(made)) == []


@pytest.mark.parametrize(
    ("expressions", "shown"),
    [
        ({"a": "signaal(a)"}, "a → a"),
        ({"a": "signaal(b)", "b": "niet signaal(a)"}, "a → b → a"),
        ({"a": "signaal(b)", "b": "signaal(c) of veilig = ja", "c": "veilig = ja en signaal(a)"}, "a → b → c → a"),
    ],
)
def test_rules_that_wait_for_each_other_are_refused(tmp_path: Path, expressions: dict[str, str], shown: str) -> None:
    (problem,) = refused(tmp_path, FACTS + rules(**expressions))
    assert (problem.code, problem.message) == ("SET01", f"deze regels wachten op elkaar: {shown}")
    assert underlined(problem) == "a"


def test_rules_that_replace_each_other_are_refused(tmp_path: Path) -> None:
    text = (
        FACTS + "regels:\n" + written("a", "veilig = ja", vervangt="[b]") + written("b", "veilig = ja", vervangt="[a]")
    )
    (problem,) = refused(tmp_path, text)
    assert (problem.code, problem.message) == ("SET02", "deze regels vervangen elkaar: a → b → a")


def test_a_rule_cannot_replace_the_rule_that_is_built_on_it(tmp_path: Path) -> None:
    text = FACTS + "regels:\n" + written("a", "veilig = ja", vervangt="[b]") + written("b", "signaal(a)")
    assert codes(refused(tmp_path, text)) == ["SET02"]


def test_conditions_that_rest_on_each_other_are_refused(tmp_path: Path) -> None:
    (problem,) = refused(tmp_path, FACTS + rules(a="veilig = ja"), **conditions("3", "1", "2"))
    assert (problem.code, problem.message) == ("SET02", "deze voorwaarden rusten op elkaar: 1 → 3 → 2 → 1")


def test_a_condition_cannot_rest_on_one_that_is_not_there(tmp_path: Path) -> None:
    (problem,) = refused(tmp_path, FACTS + rules(a="veilig = ja"), **conditions("9"))
    assert (problem.code, problem.message) == ("SET04", "onbekende voorwaarde 9 in 'rust_op'")


def test_a_rule_cannot_belong_to_a_condition_that_is_not_there(tmp_path: Path) -> None:
    text = FACTS + "regels:\n" + written("a", "veilig = ja", voorwaarden="[2, 7]")
    (problem,) = refused(tmp_path, text, **conditions("", ""))
    assert (problem.code, problem.message, problem.expected) == ("SET04", "onbekende voorwaarde 7", "1 of 2")


def test_a_rule_belongs_to_no_condition_where_there_are_none(tmp_path: Path) -> None:
    (problem,) = refused(tmp_path, FACTS + "regels:\n" + written("a", "veilig = ja", voorwaarden="[7]"))
    assert (problem.code, problem.expected) == ("SET04", "een voorwaarde uit de regelset")


def test_an_unknown_rule_is_pointed_at_in_the_expression(tmp_path: Path) -> None:
    (problem,) = refused(tmp_path, FACTS + rules(veiligheid="veilig = ja", b="veilig = ja en signaal(veiligheit)"))
    assert (problem.code, underlined(problem), problem.hint) == ("TAAL04", "veiligheit", "veiligheid")


def test_an_unknown_rule_is_pointed_at_in_vervangt(tmp_path: Path) -> None:
    (problem,) = refused(tmp_path, FACTS + "regels:\n" + written("eerste", "veilig = ja", vervangt="[eerst]"))
    assert (problem.code, underlined(problem), problem.hint) == ("TAAL04", "eerst", "eerste")


def test_an_unknown_source_is_pointed_at(tmp_path: Path) -> None:
    text = FACTS.replace("vraag: Is het veilig?", "vraag: Is het veilig?, bron: [eigne]")
    fact, rule = refused(tmp_path, text + "regels:\n" + written("a", "veilig = ja", bron="[rapport]"))
    assert (fact.code, underlined(fact), fact.hint) == ("SET03", "eigne", "eigen")
    assert (rule.code, underlined(rule)) == ("SET03", "rapport")


@pytest.mark.parametrize(("own", "other"), [("laag", "kritiek"), ("hoog", "kritiek"), ("sterk", "laag")])
def test_a_rule_may_not_replace_a_more_severe_one(tmp_path: Path, own: str, other: str) -> None:
    text = FACTS + "regels:\n" + written("a", "veilig = ja", ernst=other)
    (problem,) = refused(tmp_path, text + written("b", "veilig = ja", ernst=own, vervangt="[a]"))
    assert (problem.code, underlined(problem)) == ("SET05", "a")


@pytest.mark.parametrize(("own", "other"), [("hoog", "hoog"), ("kritiek", "laag"), ("laag", "sterk")])
def test_a_rule_may_replace_one_that_is_as_severe_or_less(tmp_path: Path, own: str, other: str) -> None:
    text = FACTS + "regels:\n" + written("a", "veilig = ja", ernst=other)
    assert ruleset_from(tmp_path, text + written("b", "veilig = ja", ernst=own, vervangt="[a]")).rules["b"].replaces


def test_two_facts_cannot_have_the_same_label(tmp_path: Path) -> None:
    (problem,) = refused(tmp_path, FACTS.replace("label: de moed", "label: de steun") + rules(a="veilig = ja"))
    assert (problem.code, underlined(problem)) == ("SET06", "moed")


def test_rules_may_build_on_each_other_so_far_and_no_further(tmp_path: Path) -> None:
    chain = {"r0": "veilig = ja"} | {f"r{n}": f"signaal(r{n - 1})" for n in range(1, MOST_LAYERS)}
    assert len(ruleset_from(tmp_path / "goed", FACTS + rules(**chain)).strata) == MOST_LAYERS
    problems = refused(tmp_path / "fout", FACTS + rules(**chain, te_ver=f"signaal(r{MOST_LAYERS - 1})"))
    assert [(problem.code, underlined(problem)) for problem in problems] == [("SET07", "te_ver")]


@pytest.mark.parametrize(
    ("parts", "code", "part"),
    [("steun, moet", "TAAL02", "moet"), ("steun, mensen", "TAAL05", "mensen"), ("pijn, moed", "TAAL05", "pijn")],
)
def test_a_part_of_an_average_that_is_no_score_of_each_party_is_pointed_at(
    tmp_path: Path, parts: str, code: str, part: str
) -> None:
    (problem,) = refused(tmp_path, FACTS.replace("steun, moed", parts) + rules(a="veilig = ja"))
    assert (problem.code, underlined(problem)) == (code, part)


def test_a_part_of_an_average_stands_once(tmp_path: Path) -> None:
    assert refused(tmp_path, FACTS.replace("steun, moed", "steun, steun") + rules(a="veilig = ja"))


def test_an_average_of_a_fact_that_is_itself_wrong_is_not_reported(tmp_path: Path) -> None:
    text = FACTS.replace("label: de moed, vraag", "vraag") + rules(a="veilig = ja")
    assert codes(refused(tmp_path, text)) == ["VORM02"]


def test_everything_is_told_at_once(tmp_path: Path) -> None:
    text = (
        FACTS
        + rules(a="signaal(b)", b="signaal(a)", c="mense < 3 of signaal(x)")
        + written("d", "veilig = neen", bron="[x]")
    )
    assert sorted(codes(refused(tmp_path, text))) == ["SET01", "SET03", "TAAL02", "TAAL03", "TAAL04"]


def test_of_a_refused_fact_nothing_more_is_told_but_an_answer_with_its_name_is(tmp_path: Path) -> None:
    problems = refused(tmp_path, FACTS + "  vaag: {soort: raar}\n" + rules(a="vaag = ja", b="veilig = vaag"))
    assert [(problem.code, underlined(problem)) for problem in problems if problem.code.startswith("TAAL")] == [
        ("TAAL03", "vaag")
    ]
