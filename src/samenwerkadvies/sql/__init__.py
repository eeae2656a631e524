"""The rules as SQL that an auditor can read and a database can keep as a view.

The same trees that ``engines.columns`` computes are written here, one SELECT for each stratum.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from samenwerkadvies.bilingual import joined
from samenwerkadvies.in_force import standings_through_time
from samenwerkadvies.meaning.standing import Standing, Status
from samenwerkadvies.ruleset import DUTCH, Condition, Language, Rule, Ruleset
from samenwerkadvies.sql.expressions import Expressions, column, is_there, read, text
from samenwerkadvies.sql.layout import Dialect, Layout, comment, exp, heading, indented, listed
from samenwerkadvies.sql.table import AnswerTable, table_to_sql
from samenwerkadvies.validity import ALWAYS
from samenwerkadvies.wording.dates import validity_in_words
from samenwerkadvies.wording.sentences import Sentences
from samenwerkadvies.wording.words import words_in

__all__ = ["AnswerTable", "Dialect", "rules_to_sql", "table_to_sql"]


def rules_to_sql(
    ruleset: Ruleset,
    dialect: Dialect,
    table: AnswerTable = AnswerTable(),  # noqa: B008 - it is frozen
    *,
    view: str = "",
    language: Language = DUTCH,
) -> str:
    """Return a SELECT with a column for each rule and for the status of each condition, or with ``view`` its view.

    ``language`` is that of the comments; equal rules give equal bytes.

    Raises:
        UsageError: for a name that the database does not take, or two columns of one name.
    """
    layout, words = Layout(dialect), words_in(language).sql
    _, date = own = [name for name, _ in table.own_columns]
    whole = ruleset.with_checks
    expressions = Expressions(whole, date)
    rules = {rule.id: expressions.of(rule) for rule in whole.rules.values()}
    answers = dict(read(ruleset.vocabulary, rules))
    standing = {f"condition_{number}": condition for number, condition in ruleset.conditions.items()}
    layout.check_columns([*own, *answers, *rules, *standing])

    def selected(title: str, items: Iterable[list[str]], source: str) -> list[str]:
        return [*comment(words[title]), "SELECT", *indented(listed(items)), f"FROM {source}"]

    items = [layout.item(found, name) for name, found in (*table.own_columns, *answers.items())]
    steps = [(layout.name("stap_0_antwoorden"), selected("answers", items, layout.table_name(table.name)))]
    for number, layer in enumerate(whole.strata, start=1):
        items = [[*_about(rule, ruleset, language), *layout.item(rules[rule.id], rule.id)] for rule in layer]
        select = selected("rules" if number == 1 else "built", [["*"], *items], steps[-1][0])
        steps.append((layout.name(f"stap_{number}_regels"), select))
    items = [[layout.name(name)] for name in (*own, *ruleset.rules)]
    for name, condition in standing.items():
        title = comment(f"{condition.number}. {condition.texts[language].title}")
        items.append(["", *title, *layout.item(_standing(condition, ruleset, expressions), name)])
    if ruleset.checks:
        first, *others = ([layout.name(check)] for check in ruleset.checks)
        items += [["", *comment(words["checks"]), *first], *others]

    lines = heading(ruleset, language, words["how to read"].splitlines())
    lines += [f"CREATE OR REPLACE VIEW {layout.table_name(view)} AS"] if view else []
    lines += listed([[f"{step} AS (", *indented(select), ")"] for step, select in steps], "WITH ")
    return "\n".join([*lines, *selected("outcome", items, steps[-1][0])]) + ";\n"


def _about(rule: Rule, ruleset: Ruleset, language: str) -> list[str]:
    """Return a rule in words, as comments."""
    words = words_in(language).sql
    numbers = joined([str(number) for number in rule.conditions], words_in(language).phrases["and"])
    place = f"{words['condition'].format(numbers)}, " if numbers else ""
    clause = Sentences(ruleset, language).condition(rule.expression)
    told = (
        f"{rule.id} ({words['check'] if rule.is_check else place + words_in(language).severities[rule.severity]})",
        words["finding"].format(rule.texts[language].finding),
        words["holds"].format(clause),
        *([] if rule.validity == ALWAYS else [f"{validity_in_words(rule.validity, language)}."]),
    )
    return ["", *(line for said in told for line in comment(said))]


def _standing(condition: Condition, ruleset: Ruleset, expressions: Expressions) -> exp.Condition:
    """Return the status of a condition, as assessments define it: by the rules that are in force."""
    each = standings_through_time(ruleset, condition.number)
    if len(each) == 1:
        return _stands(each[0][1])
    found = exp.Case()
    for time, standings in each[:-1]:
        found = found.when(expressions.within(time), _stands(standings))
    return found.else_(_stands(each[-1][1]))


def _stands(standings: Sequence[Standing]) -> exp.Condition:
    if not standings:
        return text(Status.UNKNOWN.value)
    found = exp.Case()
    for each in standings:
        any_holds, all_decided = map(column, each.any_holds), map(is_there, each.all_decided)
        found = found.when(exp.or_(*any_holds) if each.any_holds else exp.and_(*all_decided), text(each.status.value))
    return found.else_(text(Status.UNKNOWN.value))
