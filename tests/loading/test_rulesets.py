"""A ruleset from its files: of one's own, extending the shipped one, and the shipped one itself."""

from fractions import Fraction
from pathlib import Path

import pytest

from building import FACTS, RULE, rules, ruleset_from, small_ruleset
from samenwerkadvies import AdviceKind, InvalidRulesetError, Problem, Ruleset, Severity, load_ruleset
from samenwerkadvies.errors import MOST_PROBLEMS
from samenwerkadvies.grammar.printer import to_text
from samenwerkadvies.ruleset import Criterion
from samenwerkadvies.vocabulary import GREATEST_COUNT

EXTENDS = "breidt_uit: samenwerkadvies\n"
CONDITION = "voorwaarde: {nummer: 1, id: veiligheid, titel: Veiligheid, uitleg: Zonder veiligheid gaat het niet.}\n"


def refused(folder: Path, text: str, **files: str) -> tuple[Problem, ...]:
    with pytest.raises(InvalidRulesetError) as caught:
        ruleset_from(folder, text, **files)
    return caught.value.problems


def test_a_ruleset_of_ones_own_takes_its_name_from_its_folder(tmp_path: Path) -> None:
    folder = tmp_path / "eigen_regels"
    made = small_ruleset(folder, veilig="veilig = nee")
    assert (made.name, made.version, made.languages, made.replacements) == ("eigen_regels", "0", ("nl",), ())


def test_a_ruleset_may_say_its_name_version_and_origin(tmp_path: Path) -> None:
    made = ruleset_from(
        tmp_path,
        "regelset: {naam: proef, versie: 2.10, herkomst: 'Bedacht in {jaar}'}\n" + FACTS + rules(a="veilig = ja"),
    )
    assert (made.name, made.version, made.rules["a"].origin["nl"]) == ("proef", "2.10", "Bedacht in {jaar}")


def test_one_file_is_a_ruleset_too(tmp_path: Path) -> None:
    path = tmp_path / "alles.yaml"
    path.write_text(FACTS + rules(veilig="veilig = nee"), "utf-8")
    made = load_ruleset(str(path))
    assert (made.name, [*made.rules]) == ("alles", ["veilig"])


def test_of_very_many_wrong_parts_the_first_many_are_told(tmp_path: Path) -> None:
    steps = ", ".join(["[]"] * 3 * MOST_PROBLEMS)
    wrong = rules(een="veilig = nee").replace("[Begin vandaag.]", f"[{steps}]")
    assert len(refused(tmp_path / "stappen", FACTS + wrong)) == MOST_PROBLEMS
    sources = "".join(f"  b{number}: [x]\n" for number in range(3 * MOST_PROBLEMS))
    assert len(refused(tmp_path / "bronnen", FACTS.replace("bronnen:\n", "bronnen:\n" + sources))) == MOST_PROBLEMS


def test_files_are_read_in_order_of_name_and_both_spellings_of_yaml(tmp_path: Path) -> None:
    (tmp_path / "b.yml").write_text(rules(later="veilig = nee"), "utf-8")
    (tmp_path / "a.yaml").write_text(rules(eerder="veilig = ja"), "utf-8")
    (tmp_path / "c.yaml").write_text(FACTS, "utf-8")
    (tmp_path / "leesmij.md").write_text("geen regels", "utf-8")
    assert [*load_ruleset(tmp_path).rules] == ["eerder", "later"]


def test_a_rule_is_read_with_everything_that_it_says(tmp_path: Path) -> None:
    text = (
        CONDITION
        + FACTS
        + rules(eerst="veilig = nee")
        + (
            "  daarna:\n"
            "    als: >-\n      signaal(eerst)\n      en mensen < 3\n"
            "    ernst: kritiek\n    soort: poort\n    bevinding: Het is niet veilig.\n    advies: Stop.\n"
            "    stappen: [Eerst dit., Dan dat.]\n    bron: [eigen]\n"
            "    voorwaarden: [1]\n    vervangt: [eerst]\n    maakt_voorlopig: ja\n    toelichting: Eigen keuze.\n"
        )
    )
    made = ruleset_from(tmp_path, text)
    first, then = made.rules.values()
    assert (first.severity, first.kind, first.conditions, first.is_compound) == (
        Severity.MEDIUM, AdviceKind.BUILD, (1,), False,
    )  # fmt: skip
    assert to_text(then.expression) == "signaal(eerst) en mensen < 3"
    assert (then.severity, then.kind, then.conditions, then.condition) == (
        Severity.CRITICAL, AdviceKind.GATE, (1,), 1,
    )  # fmt: skip
    assert (then.replaces, then.sources, then.makes_provisional, then.is_compound) == (
        ("eerst",),
        ("eigen",),
        True,
        True,
    )
    words = then.texts["nl"]
    assert (words.finding, words.title, words.steps, words.note) == (
        "Het is niet veilig.", "Stop.", ("Eerst dit.", "Dan dat."), "Eigen keuze.",
    )  # fmt: skip
    assert then.written == "signaal(eerst) en mensen < 3"


def test_a_rule_may_belong_to_no_condition_though_its_file_has_one(tmp_path: Path) -> None:
    made = ruleset_from(tmp_path, CONDITION + FACTS + rules(a="veilig = ja") + "    voorwaarden: []\n")
    assert (made.rules["a"].conditions, made.rules["a"].condition) == ((), None)


def test_a_fact_is_read_with_everything_that_it_says(tmp_path: Path) -> None:
    made = small_ruleset(tmp_path, veilig="veilig = nee")
    facts = made.vocabulary.facts
    assert facts["procent"].maximum == 100
    assert facts["mensen"].maximum == GREATEST_COUNT
    assert facts["vorm"].options == ("geen", "mondeling", "papier")
    assert (facts["evaluatie"].may_be_never, facts["start"].may_be_never) == (True, False)
    assert facts["vorm"].texts["nl"].options["papier"].label == "op papier"
    assert facts["mensen"].condition is None
    assert made.vocabulary.averages["band"].parts == ("steun", "moed")


def test_without_a_policy_of_its_own_a_ruleset_takes_the_shipped_one(tmp_path: Path, shipped: Ruleset) -> None:
    assert small_ruleset(tmp_path, veilig="veilig = nee").policy == shipped.policy


def test_a_policy_of_ones_own_is_kept(tmp_path: Path) -> None:
    policy = (
        "prioriteit:\n  volgorde: [ernst, poort, soort, samengesteld, diepte, steunt, voorwaarde]\n"
        "  ernst: [kritiek, hoog, midden, laag, sterk]\n  soort: [borging, poort, termijn, herstel, opbouw]\n"
        "  eerst_tonen: 5\n  genoeg_bekend: 80\n"
    )
    made = ruleset_from(tmp_path, FACTS + rules(a="veilig = ja") + policy).policy
    assert made.criteria[:2] == (Criterion.SEVERITY, Criterion.GATE_FIRST)
    assert made.kinds[0] is AdviceKind.SECURE
    assert made.shown_first == 5
    assert made.enough_known == Fraction(4, 5)


def test_a_policy_of_the_wrong_form_is_refused(tmp_path: Path) -> None:
    problems = refused(tmp_path, FACTS + rules(a="veilig = ja") + "prioriteit: {volgorde: [ernstig], eerst_tonen: 3}\n")
    assert sorted(problem.code for problem in problems) == ["VORM02", "VORM02", "VORM04"]


def test_more_than_everything_is_never_known(tmp_path: Path) -> None:
    policy = (
        "prioriteit:\n  volgorde: [ernst, poort, soort, samengesteld, diepte, steunt, voorwaarde]\n"
        "  ernst: [kritiek, hoog, midden, laag, sterk]\n  soort: [borging, poort, termijn, herstel, opbouw]\n"
        "  eerst_tonen: 5\n  genoeg_bekend: {}\n"
    )
    made = ruleset_from(tmp_path / "alles", FACTS + rules(a="veilig = ja") + policy.format(100))
    assert made.policy.enough_known == 1
    (problem,) = refused(tmp_path / "meer", FACTS + rules(a="veilig = ja") + policy.format(101))
    assert (problem.code, problem.expected) == ("VORM04", "een heel getal van 0 tot en met 100")


def test_the_fingerprint_tells_rulesets_apart_and_not_where_they_stand(tmp_path: Path) -> None:
    made = [
        small_ruleset(tmp_path / "een", a="veilig = ja"),
        small_ruleset(tmp_path / "twee", a="veilig = ja"),
        small_ruleset(tmp_path / "drie", a="veilig = nee"),
    ]
    fingerprints = [ruleset.fingerprint for ruleset in made]
    assert fingerprints[0] == fingerprints[1] != fingerprints[2]
    assert fingerprints[0].startswith("sha256:")
    assert len(fingerprints[0]) == 71


def test_a_name_that_is_declared_but_wrong_is_not_reported_again_where_it_is_used(tmp_path: Path) -> None:
    wrong = FACTS.replace("label: de veiligheid, ", "") + rules(a="veilig = ja en =", b="signaal(a) en veilig = ja")
    assert [problem.code for problem in refused(tmp_path, wrong)] == ["VORM02", "TAAL01"]


def test_a_wrong_average_is_not_reported_again_where_it_is_used(tmp_path: Path) -> None:
    wrong = FACTS.replace("gemiddelde(steun, moed)", "som(steun, moed)") + rules(a="laagste(band) < 2,5")
    assert [problem.code for problem in refused(tmp_path, wrong)] == ["TAAL01"]


def test_a_wrong_condition_does_not_hide_what_is_wrong_elsewhere(tmp_path: Path) -> None:
    problems = refused(tmp_path, CONDITION.replace("titel", "tittel") + FACTS + rules(a="veilig =="))
    assert {problem.code for problem in problems} == {"VORM01", "TAAL01"}


def test_a_fact_and_an_average_cannot_share_a_name(tmp_path: Path) -> None:
    problems = refused(tmp_path, FACTS.replace("  band:", "  steun:") + rules(a="veilig = ja"))
    assert [problem.code for problem in problems] == ["VORM05"]


@pytest.mark.parametrize("name", ["niet", "en", "of", "in", "bekend", "signaal", "gemiddelde", "a-b", "2de"])
def test_a_name_that_no_expression_can_say_is_refused(tmp_path: Path, name: str) -> None:
    problems = refused(tmp_path, FACTS.replace("  veilig:", f"  {name}:") + rules(a="mensen = 2"))
    assert [problem.code for problem in problems] == ["VORM06"]


@pytest.mark.parametrize("name", ["onbekend", "nooit", "niet", "op-papier"])
def test_an_option_that_no_case_can_answer_is_refused(tmp_path: Path, name: str) -> None:
    problems = refused(
        tmp_path, FACTS.replace(" < papier", "").replace("      papier:", f"      {name}:") + rules(a="mensen = 2")
    )
    assert [problem.code for problem in problems] == ["VORM06"]


@pytest.mark.parametrize("number", ["0", "100", "999999999999999"])
def test_a_condition_has_a_number_from_1_to_99(tmp_path: Path, number: str) -> None:
    problems = refused(tmp_path, CONDITION.replace("nummer: 1", f"nummer: {number}") + FACTS + rules(a="veilig = ja"))
    assert [problem.code for problem in problems] == ["VORM05"]


# --- extending the shipped ruleset ---


def replacing(shipped: Ruleset) -> str:
    """Return the name of a shipped rule that no other rule uses, from the middle."""
    used = {name for rule in shipped.rules.values() for name in rule.replaces} | {
        name
        for name in shipped.rules
        if any(f"signaal({name})" in to_text(rule.expression) for rule in shipped.rules.values())
    }
    return [name for name in shipped.rules if name not in used][5]


def extended(name: str, expression: str) -> str:
    return f"  {name}:\n    als: {expression}\n{RULE}"


OWN_FACT = (
    "bronnen: {eigen_bron: Een eigen bron}\n"
    "feiten:\n  eigen_feit: {soort: ja_nee, wie: samen, label: het eigen feit,\n"
    "    vraag: Zo?, ja: het is zo, nee: het is niet zo}\n"
)


def test_an_extending_file_adds_facts_and_rules(tmp_path: Path, shipped: Ruleset) -> None:
    text = (
        EXTENDS
        + OWN_FACT
        + "regels:\n"
        + extended("eigen_regel", "eigen_feit = nee").replace("[eigen]", "[eigen_bron]")
    )
    made = ruleset_from(tmp_path, text)
    assert [*made.rules] == [*shipped.rules, "eigen_regel"]
    assert [*made.vocabulary.facts] == [*shipped.vocabulary.facts, "eigen_feit"]
    assert made.conditions == {number: made.conditions[number] for number in shipped.conditions}
    assert (made.replacements, made.name, made.version) == ((), tmp_path.name, "0")
    assert made.fingerprint != shipped.fingerprint
    assert made.languages == ("nl",)


def test_an_extending_file_replaces_a_rule_in_its_place(tmp_path: Path, shipped: Ruleset) -> None:
    name = replacing(shipped)
    text = EXTENDS + OWN_FACT + "regels:\n" + extended(name, "eigen_feit = nee").replace("[eigen]", "[eigen_bron]")
    made = ruleset_from(tmp_path, text)
    assert [*made.rules] == [*shipped.rules]
    assert made.rules[name].texts["nl"].finding == "Er is iets gevonden."
    assert made.rules[name].conditions == shipped.rules[name].conditions
    (replacement,) = made.replacements
    assert replacement.rule == name
    assert replacement.place.startswith(str(tmp_path / "regels.yaml"))
    assert shipped.replacements == ()


def test_what_is_wrong_with_a_replaced_rule_is_told_in_the_file_that_replaces_it(
    tmp_path: Path, shipped: Ruleset
) -> None:
    name = replacing(shipped)
    text = EXTENDS + OWN_FACT + "regels:\n" + extended(name, f"signaal({name})").replace("[eigen]", "[eigen_bron]")
    problems = refused(tmp_path, text)
    assert [(problem.code, problem.location.file) for problem in problems] == [("SET01", str(tmp_path / "regels.yaml"))]


def test_a_rule_is_replaced_only_once(tmp_path: Path, shipped: Ruleset) -> None:
    name = replacing(shipped)
    once = extended(name, "eigen_feit = nee").replace("[eigen]", "[eigen_bron]")
    problems = refused(tmp_path, EXTENDS + OWN_FACT + "regels:\n" + once, tweede="regels:\n" + once)
    (problem,) = problems
    assert problem.code == "VORM05"
    assert problem.location.file == str(tmp_path / "tweede.yaml")
    assert str(tmp_path / "regels.yaml") in problem.message


def test_a_shipped_fact_cannot_be_replaced(tmp_path: Path, shipped: Ruleset) -> None:
    name = next(iter(shipped.vocabulary.facts))
    problems = refused(tmp_path, EXTENDS + OWN_FACT.replace("eigen_feit:", f"{name}:"))
    assert {problem.code for problem in problems} >= {"VORM05"}


def test_another_ruleset_cannot_be_extended(tmp_path: Path) -> None:
    problems = refused(tmp_path, "breidt_uit: samenwerken\n" + OWN_FACT)
    assert [(problem.code, problem.expected) for problem in problems if problem.code == "VORM04"] == [
        ("VORM04", "samenwerkadvies")
    ]


def test_loading_an_extension_leaves_the_shipped_ruleset_as_it_was(tmp_path: Path, shipped: Ruleset) -> None:
    before = [*shipped.rules]
    ruleset_from(tmp_path, EXTENDS + OWN_FACT)
    assert [*load_ruleset().rules] == before
    assert load_ruleset() is shipped


TRANSLATED = (
    "taal: en\n"
    "bronnen: {eigen_bron: A source of our own}\n"
    "feiten: {eigen_feit: {label: our fact, vraag: Is it?, ja: it is so, nee: it is not so}}\n"
    "regels: {NAME: {bevinding: Found., advies: Act., stappen: [Begin.]}}\n"
)


def test_an_extension_with_a_translation_keeps_english(tmp_path: Path, shipped: Ruleset) -> None:
    text = (
        EXTENDS
        + OWN_FACT
        + "regels:\n"
        + extended("eigen_regel", "eigen_feit = nee").replace("[eigen]", "[eigen_bron]")
    )
    made = ruleset_from(tmp_path, text, vertalingen__en=TRANSLATED.replace("NAME", "eigen_regel"))
    assert made.languages == ("nl", "en")
    assert made.rules["eigen_regel"].texts["en"].finding == "Found."
    assert all(rule.texts["en"].finding for rule in made.rules.values())
    assert made.sources["en"]["eigen_bron"].title == "A source of our own"


def test_a_replaced_rule_needs_a_translation_of_its_own(tmp_path: Path, shipped: Ruleset) -> None:
    name = replacing(shipped)
    text = EXTENDS + OWN_FACT + "regels:\n" + extended(name, "eigen_feit = nee").replace("[eigen]", "[eigen_bron]")
    made = ruleset_from(tmp_path / "goed", text, vertalingen__en=TRANSLATED.replace("NAME", name))
    assert made.rules[name].texts["en"].finding == "Found."
    without = TRANSLATED.split("regels:", maxsplit=1)[0]
    problems = refused(tmp_path / "fout", text, vertalingen__en=without)
    assert [(problem.code, name in problem.message) for problem in problems] == [("VORM07", True)]


def test_the_identity_of_an_extension_is_its_own(tmp_path: Path) -> None:
    made = ruleset_from(tmp_path, EXTENDS + "regelset: {naam: onze regels, versie: '3'}\n" + OWN_FACT)
    assert (made.name, made.version) == ("onze regels", "3")


# --- the shipped ruleset ---


def test_the_shipped_ruleset_is_complete(shipped: Ruleset) -> None:
    assert [*shipped.conditions] == [*range(1, 14)]
    assert len(shipped.vocabulary.facts) == 83
    assert len(shipped.rules) == 96
    assert shipped.languages == ("nl", "en")
    assert shipped.replacements == ()
    assert shipped.name == "samenwerkadvies"


def test_every_text_of_the_shipped_ruleset_is_there_in_every_language(shipped: Ruleset) -> None:
    for language in shipped.languages:
        assert all(rule.texts[language].finding for rule in shipped.rules.values())
        assert all(fact.texts[language].label for fact in shipped.vocabulary.facts.values())
        assert all(condition.texts[language].title for condition in shipped.conditions.values())
        assert all(average.labels[language] for average in shipped.vocabulary.averages.values())
        assert all(cited.title for cited in shipped.sources[language].values())
