"""Living documentation: web pages in Dutch with conditions, rules as sentences, and the scenarios that prove them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import attrs

from samenwerkadvies.outputs.templating import templates
from samenwerkadvies.outputs.words import capitalised
from samenwerkadvies.ruleset import DUTCH, Rule, Ruleset, RuleTexts
from samenwerkadvies.scenarios.coverage import checked_of_another, cover, own_rules
from samenwerkadvies.scenarios.features import Step
from samenwerkadvies.scenarios.running import Played
from samenwerkadvies.scenarios.session import Suite
from samenwerkadvies.wording.sentences import Sentences
from samenwerkadvies.wording.words import words_in


@attrs.frozen
class Told:
    """A scenario as readers see it: an outline is one, with its rows."""

    name: str
    played: tuple[Played, ...]

    @property
    def steps(self) -> tuple[Step, ...]:
        """The steps; of an outline those of its first row."""
        return self.played[0].scenario.steps

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns of an outline; empty for a scenario."""
        return tuple(column for column, _ in self.played[0].scenario.example)

    @property
    def failures(self) -> tuple[str, ...]:
        """The stories of what fails."""
        return tuple(each.failure for each in self.played if each.failure)


@attrs.frozen
class RuleTold:
    """A rule with all that is told about it."""

    rule: Rule
    texts: RuleTexts
    sentence: str
    severity: str
    kind: str
    credits: tuple[str, ...]
    missing: tuple[str, ...]
    """What no scenario checks."""
    scenarios: tuple[Told, ...]


@attrs.frozen
class Page:
    """The rules of one condition (or of none), with their scenarios."""

    file: str
    title: str
    short_title: str
    explanation: str
    number: int | None
    rules: tuple[RuleTold, ...]

    @property
    def played(self) -> tuple[Played, ...]:
        """Every scenario on the page."""
        return tuple(each for rule in self.rules for told in rule.scenarios for each in told.played)

    @property
    def covered(self) -> int:
        """How many rules are checked completely."""
        return sum(not rule.missing for rule in self.rules)


@attrs.frozen
class Part:
    """One ruleset with its pages."""

    suite: Suite
    pages: tuple[Page, ...]
    """With the rules of the set itself."""
    apart: tuple[Page, ...]
    """With the rules of the set that it extends."""
    stories: tuple[tuple[str, tuple[Told, ...]], ...]
    """Per feature: the scenarios that stand under no rule."""
    stories_file: str

    @property
    def story_count(self) -> int:
        """How many of those there are."""
        return sum(len(told.played) for _, group in self.stories for told in group)


def write_site(folder: Path, suites: Sequence[tuple[Suite, Sequence[Played]]]) -> None:
    """Write the pages into a folder that is there: `index.html`, and a page for each condition."""
    environment = templates("samenwerkadvies.scenarios").overlay()
    environment.filters["failed"] = lambda played: [each for each in played if each.failure]
    parts = [_part(suite, played, number) for number, (suite, played) in enumerate(suites)]
    played = [each for _, group in suites for each in group]

    def write(file: str, template: str, **values: object) -> None:
        (folder / file).write_text(environment.get_template(template).render(language=DUTCH, **values), "utf-8")

    write("index.html", "index.html", parts=parts, played=played)
    for part in parts:
        for pages in (part.pages, part.apart):
            for page in pages:
                write(page.file, "page.html", pages=pages, page=page)
        if part.stories:
            write(part.stories_file, "stories.html", part=part)


def _part(suite: Suite, played: Sequence[Played], number: int) -> Part:
    ruleset = suite.ruleset
    prefix = f"regelset-{number + 1}-" if number else ""
    counted_rules = [*own_rules(ruleset), *checked_of_another(ruleset, played)]
    covered = {each.rule: each for each in cover(ruleset, counted_rules, played)}
    sentences = Sentences(ruleset, DUTCH)
    told = {
        name: RuleTold(
            rule=rule,
            texts=rule.texts[DUTCH],
            sentence=capitalised(sentences.condition(rule.expression)),
            severity="" if rule.is_check else words_in(DUTCH).severities[rule.severity],
            kind=words_in(DUTCH).kinds[rule.kind],
            credits=ruleset.credits(rule, DUTCH),
            missing=tuple(covered[name].lines()) if name in covered else ("deze regel komt uit een andere regelset",),
            scenarios=_grouped(each for each in played if each.scenario.rule == name),
        )
        for name, rule in ruleset.with_checks.rules.items()
    }
    own = [each for name, each in told.items() if name not in ruleset.inherited]
    shipped = [each for name, each in told.items() if name in ruleset.inherited]
    pages = _pages(own, ruleset, prefix, keep_empty=not shipped)
    apart = _pages(shipped, ruleset, f"{prefix}uitgebreid-", keep_empty=False)
    other = [each for each in played if each.scenario.rule not in told]
    features = dict.fromkeys(each.scenario.feature for each in other)
    stories = tuple((name, _grouped(each for each in other if each.scenario.feature == name)) for name in features)
    return Part(suite, pages, apart, stories, f"{prefix}verhalen.html")


def _pages(rules: Sequence[RuleTold], ruleset: Ruleset, prefix: str, *, keep_empty: bool) -> tuple[Page, ...]:
    """Return a page for each condition, and one for the rules of none."""
    pages = [
        Page(
            file=f"{prefix}voorwaarde-{condition.number:02}.html",
            title=condition.texts[DUTCH].title,
            short_title=condition.texts[DUTCH].short_title,
            explanation=condition.texts[DUTCH].explanation,
            number=condition.number,
            rules=tuple(each for each in rules if each.rule.condition == condition.number),
        )
        for condition in ruleset.conditions.values()
    ]
    pages = [page for page in pages if page.rules or keep_empty]
    if loose := tuple(each for each in rules if each.rule.condition is None):
        title = "Overige regels" if pages else "De regels"
        explanation = "Deze regels horen niet bij één voorwaarde."
        pages.append(Page(f"{prefix}overig.html", title, title, explanation, None, loose))
    return tuple(pages)


def _grouped(played: Iterable[Played]) -> tuple[Told, ...]:
    """Return scenarios by name, the rows of an outline together."""
    groups: dict[tuple[str, str], list[Played]] = {}
    for each in played:
        groups.setdefault((each.scenario.file, each.scenario.name), []).append(each)
    return tuple(Told(name, tuple(group)) for (_, name), group in groups.items())
