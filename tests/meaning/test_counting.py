"""``minstens n van (…)``: enough of some parts hold; what explains and thinks along counts as well."""

from pathlib import Path

import pytest

from building import RULE, ruleset_from, small_ruleset
from random_rules import ruleset_of
from samenwerkadvies import Adviser, InvalidRulesetError, Part, Ruleset
from samenwerkadvies.grammar.parser import ExpressionError, is_name, parse
from samenwerkadvies.grammar.printer import to_text
from samenwerkadvies.grammar.tree import And, AtLeast, Or, Signal, at_least
from samenwerkadvies.outputs import explain_outcome

DATE = "2026-01-31"
TWO_OF_FOUR = "minstens 2 van (veilig = nee, mensen <= 1, vorm = geen, laagste(steun) <= 2)"


@pytest.fixture
def adviser(tmp_path: Path) -> Adviser:
    return Adviser(small_ruleset(tmp_path, veel=TWO_OF_FOUR))


def outcome(adviser: Adviser, **facts: object) -> bool | None:
    return adviser.why(facts, "veel", DATE).outcome


def test_it_is_so_as_soon_as_enough_hold_and_not_so_as_soon_as_too_few_can(adviser: Adviser) -> None:
    assert outcome(adviser) is None
    assert outcome(adviser, veilig=False) is None
    assert outcome(adviser, veilig=False, mensen=1) is True
    assert outcome(adviser, veilig=True, mensen=2) is None
    assert outcome(adviser, veilig=True, mensen=2, vorm="papier") is False


def test_the_plainest_form_is_made() -> None:
    a, b, c = map(Signal, "abc")
    assert at_least(1, (a, b, c)) == Or((a, b, c))
    assert at_least(2, (a, b, c)) == AtLeast(2, (a, b, c))
    assert at_least(3, (a, b, c)) == And((a, b, c))
    assert at_least(2, (a,)) == a


def test_its_words_are_no_names() -> None:
    assert not is_name("minstens")
    assert not is_name("van")
    assert is_name("minstens_een")


def test_advice_tells_the_parts_that_hold(adviser: Adviser) -> None:
    (advice,) = adviser.assess({"veilig": False, "mensen": 4, "vorm": "geen"}, DATE).advice
    assert [each.text for each in advice.because] == ["het is niet veilig", "er is niets afgesproken"]


def test_an_explanation_counts_and_says_how_many_more_are_needed(adviser: Adviser) -> None:
    facts = {"veilig": False, "mensen": 4}
    tree = adviser.why(facts, "veel", DATE)
    (whole,) = tree.parts
    assert (whole.joined, whole.at_least) == ("at_least", 2)
    assert [each.outcome for each in whole.parts] == [True, False, None, None]
    assert whole.to_dict()["at_least"] == 2

    def told(tree: Part, language: str) -> str:
        found = adviser.why_not(facts, "veel", DATE)
        return explain_outcome(tree, found, "", adviser.ruleset, language)

    assert "minstens 2 van deze 4 dingen (nu 1, nog 1 nodig):" in told(tree, "nl")
    enough = adviser.why({"veilig": False, "mensen": 0, "vorm": "geen"}, "veel", DATE)
    assert "minstens 2 van deze 4 dingen (nu 3):" in told(enough, "nl")


def test_too_many_that_do_not_hold_keep_it_from_holding(adviser: Adviser) -> None:
    kept = adviser.why_not({"veilig": True, "mensen": 4, "vorm": "papier"}, "veel", DATE).kept_by
    assert [[each.fact for each in found] for found in kept] == [["veilig", "mensen", "vorm"]]


def test_each_smallest_way_out_ends_enough_parts(adviser: Adviser) -> None:
    facts = {"veilig": False, "mensen": 1, "vorm": "geen", "steun": {"gemeente": 4, "migrantenorganisatie": 4}}
    (advice,) = adviser.assess(facts, DATE, thinking_along=True).advice
    ways = [change.facts for change in advice.resolved_when or ()]
    assert ways == [
        {"veilig": True, "mensen": 2},
        {"veilig": True, "vorm": "mondeling"},
        {"mensen": 2, "vorm": "mondeling"},
    ]
    for way in ways:
        assert not adviser.assess({**facts, **way}, DATE).findings


def test_ways_out_are_found_where_there_are_many(tmp_path: Path) -> None:
    parts = (
        "veilig = nee, mensen <= 1, procent >= 80, cijfer <= 2, laagste(steun) <= 2, laagste(moed) <= 2, "
        "een_van_beide(pijn) = ja, vorm = geen, laagste(jaren) <= 1, laagste(koks) <= 1"
    )
    adviser = Adviser(ruleset_of(tmp_path, {"veel": f"minstens 5 van ({parts})"}))
    low = {"gemeente": 1, "migrantenorganisatie": 4}
    facts = {"veilig": False, "mensen": 1, "procent": 90, "cijfer": 1, "steun": low, "moed": low, "vorm": "geen"}
    (advice,) = adviser.assess(facts, DATE, thinking_along=True).advice
    ways = advice.resolved_when or ()
    assert ways
    first = {**facts, **ways[0].facts}
    assert not adviser.assess(first, DATE).findings


def test_only_questions_that_can_still_count_are_open(adviser: Adviser) -> None:
    facts = {"veilig": True, "mensen": 2}
    asked = {each.fact for each in adviser.questions(facts, DATE)}
    assert asked == {"vorm", "steun"}
    assert not adviser.questions({**facts, "vorm": "papier"}, DATE)


# --- what can never hold ---


def fault(folder: Path, expression: str) -> str:
    with pytest.raises(InvalidRulesetError) as caught:
        small_ruleset(folder, een=expression)
    (problem,) = caught.value.problems
    return problem.message


def test_parts_of_which_never_enough_hold_are_refused(tmp_path: Path) -> None:
    excluding = "minstens 2 van (mensen = 1, mensen = 2, mensen >= 3)"
    assert "dit kan nooit waar zijn: 'mensen = 1' en 'mensen = 2' sluiten elkaar uit" in fault(tmp_path, excluding)
    assert "nooit waar" in fault(tmp_path, "mensen = 5 en minstens 2 van (mensen = 1, mensen = 2, veilig = ja)")
    assert "altijd waar" in fault(tmp_path, "minstens 2 van (mensen >= 1, mensen <= 5, mensen != 3)")


def test_a_part_that_never_holds_is_told(tmp_path: Path) -> None:
    line = "mensen = 5 en minstens 2 van (mensen = 1, vorm = geen, veilig = ja)"
    (warning,) = small_ruleset(tmp_path, een=line).warnings
    assert warning.code == "LET01"
    assert "'mensen = 5' en 'mensen = 1' sluiten elkaar uit" in warning.message


def test_what_is_too_much_to_go_through_is_left(tmp_path: Path) -> None:
    parts = ", ".join(f"mensen = {number}" for number in range(12))
    assert small_ruleset(tmp_path, een=f"minstens 2 van ({parts})").warnings == ()


# --- bounds ---


def test_counting_inside_counting_has_an_end() -> None:
    def nested(depth: int) -> str:
        line = "a = ja"
        for _ in range(depth):
            line = f"minstens 2 van ({line}, b = ja, c = ja)"
        return line

    assert to_text(parse(nested(3))) == nested(3)
    beside = f"minstens 2 van ({nested(2)}, niet ({nested(2)}), c = ja) en {nested(3)}"
    assert to_text(parse(beside)).startswith("minstens 2 van (minstens")
    with pytest.raises(ExpressionError, match="te veel 'minstens' in elkaar"):
        parse(nested(4))


def test_its_parts_count_as_comparisons() -> None:
    def counted(parts: int) -> str:
        return f"minstens 2 van ({', '.join(f'a = {number}' for number in range(parts))})"

    assert isinstance(parse(counted(100)), AtLeast)
    with pytest.raises(ExpressionError, match="te veel vergelijkingen"):
        parse(counted(101))


def test_many_parts_hold_in_every_engine(tmp_path: Path) -> None:
    parts = ", ".join(f"mensen != {number}" for number in range(100))
    adviser = Adviser(small_ruleset(tmp_path, veel=f"minstens 99 van ({parts})"))
    assert outcome(adviser, mensen=3) is True


# --- rules that are switched off, and absorbing ---


def counting(folder: Path, line: str, off: str) -> Ruleset:
    text = "breidt_uit: samenwerkadvies\nregelset: {naam: onze regels, versie: '1'}\nbronnen: {eigen: Eigen}\n"
    text += f"regels:\n  onze:\n    als: {line}\n{RULE}{off}"
    return ruleset_from(folder, text)


def test_what_is_switched_off_no_longer_counts(tmp_path: Path) -> None:
    off = "  {}: {{uit: ja, waarom: Dat weten we al.}}\n"
    names = ("leunt_op_een_persoon_mo", "leunt_op_een_ambtenaar", "financieringsgat", "geen_evaluatie")
    line = f"minstens 2 van ({', '.join(map('signaal({})'.format, names))})"
    left = counting(tmp_path / "een", line, off.format("geen_evaluatie"))
    assert isinstance(left.rules["onze"].expression, AtLeast)
    also = off.format("geen_evaluatie") + off.format("financieringsgat")
    left = counting(tmp_path / "twee", line, also)
    assert (
        to_text(left.rules["onze"].expression) == "signaal(leunt_op_een_persoon_mo) en signaal(leunt_op_een_ambtenaar)"
    )
    with pytest.raises(InvalidRulesetError, match="kan regel 'onze' nooit gelden"):
        counting(tmp_path / "drie", line, also + off.format("leunt_op_een_ambtenaar"))
    with pytest.raises(InvalidRulesetError, match="geldt regel 'onze' altijd"):
        counting(
            tmp_path / "vier", line.replace("signaal(f", "niet signaal(f").replace("signaal(g", "niet signaal(g"), also
        )


def test_it_absorbs_the_findings_that_it_counts(tmp_path: Path) -> None:
    found = small_ruleset(
        tmp_path, een="veilig = nee", twee="mensen <= 1", drie="vorm = geen",
        veel="minstens 2 van (signaal(een), signaal(twee), signaal(drie))",
    )  # fmt: skip
    (advice,) = Adviser(found).assess({"veilig": False, "mensen": 0}, DATE).advice
    assert (advice.rule, advice.absorbs) == ("veel", ("een", "twee"))
