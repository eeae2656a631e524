"""A view is added in four steps, and everything that computes, explains and thinks along knows it.

The steps are those of docs/een-operator-toevoegen.md, with ``som(x)``: the scores of the two parties added up. They are
done in a copy of the package, in which the rest of this file then runs as a script.
"""

import operator
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

ROOT = Path(__file__).parents[2]
STEPS: Mapping[str, Mapping[str, str]] = {
    "grammar/tree.py": {"    MONTHS_SINCE = ": '    SUM = "som"\n'},
    "grammar/typecheck.py": {
        "    return (View.LOWEST, View.HIGHEST, View.DIFFERENCE)": """\
    if isinstance(known, FactType):
        return (View.LOWEST, View.HIGHEST, View.DIFFERENCE, View.SUM)
""",
        "        case _:\n            return low, high\n": """\
        case View.SUM:
            return 2 * low, 2 * high
""",
    },
    "meaning/elaborate.py": {
        "        case View.LOWEST:\n": """\
        case View.SUM if operator is Operator.EQUAL:
            sides = (Operator.AT_MOST, Operator.AT_LEAST)
            return All(tuple(_comparison(Compared(quantity, side, literal), vocabulary) for side in sides))
        case View.SUM:
            limit, (least, greatest) = _whole(operator, threshold(literal, fact)), fact.range
            most, less, more = (operator is sign for sign in (Operator.AT_MOST, Operator.LESS, Operator.MORE))
            others = (greatest, least) if most or less else (least, greatest)
            enough, needed = (limit - other for other in others)  # of one score, whatever the other party gives
            always = needed - less >= greatest if most or less else needed + more <= least
            alone = tuple(Total((slot,), operator, enough) for slot in asked)
            bounds = () if always else tuple(Total((slot,), operator, needed) for slot in asked)
            return All((Some((Total(asked, operator, limit), *alone)), *bounds))
"""
    },
    "wording/languages/nl.py": {
        '        "verschil": ': '        "som": "de antwoorden van de twee partijen {} zijn samen {}",\n'
    },
    "wording/languages/en.py": {
        '        "verschil": ': '        "som": "the answers of the two parties {} are {} together",\n'
    },
}
"""Per file what is written into it, and before what. (The two languages are one step.)"""


def test_a_view_is_added_in_four_steps(tmp_path: Path) -> None:
    package = tmp_path / "samenwerkadvies"
    shutil.copytree(ROOT / "src/samenwerkadvies", package)
    shutil.copytree(ROOT / "rules", package / "rules")
    for name, edits in STEPS.items():
        written = (package / name).read_text("utf-8")
        for before, added in edits.items():
            assert written.count(before) == 1, (name, before)
            written = written.replace(before, added + before)
        (package / name).write_text(written, "utf-8")
    own = {**os.environ, "PYTHONPATH": os.pathsep.join(map(str, (tmp_path, ROOT / "tests")))}
    call = [sys.executable, __file__, str(tmp_path)]
    done = subprocess.run(call, capture_output=True, encoding="utf-8", check=False, env=own)
    assert done.returncode == 0, done.stderr
    assert done.stdout == "every door knows it\n"


# --- what runs in the copy -----------------------------------------------------------------------------

COLUMNS = ("steun.gemeente", "steun.migrantenorganisatie")
SCORES = (None, 1, 2, 3, 4, 5)
COMPARED = "<= 2,<= 5,<= 6,<= 9,< 3,< 6,< 10,>= 3,>= 6,>= 10,> 2,> 5,> 9,= 2,= 5,= 6,= 10,!= 6"
RULES = {f"r{place}": f"som(steun) {text}" for place, text in enumerate(COMPARED.split(","))}
MATCHES: Mapping[str, Callable[[int, int], bool]] = {
    "<=": operator.le,
    "<": operator.lt,
    ">=": operator.ge,
    ">": operator.gt,
    "=": operator.eq,
    "!=": operator.ne,
}


def meant(text: str, one: int | None, other: int | None) -> bool | None:
    """Return how a rule must come out: what it says for every score that a party may still give."""
    _, sign, limit = text.split()
    found = {
        MATCHES[sign](first + second, int(limit))
        for first in (SCORES[1:] if one is None else (one,))
        for second in (SCORES[1:] if other is None else (other,))
    }
    return found.pop() if len(found) == 1 else None


def cases() -> Iterator[dict[str, int]]:
    for one in SCORES:
        for other in SCORES:
            given = {"gemeente": one, "migrantenorganisatie": other}
            yield {party: score for party, score in given.items() if score is not None}


def main(folder: Path) -> None:
    """Hold every door to what the view means."""
    import datetime

    import duckdb
    import polars as pl

    from building import small_ruleset
    from samenwerkadvies import Adviser, Partnership
    from samenwerkadvies.engines import make_engine
    from samenwerkadvies.frames import assess_frame
    from samenwerkadvies.outputs import explain_rule
    from samenwerkadvies.sql import Dialect, rules_to_sql, table_to_sql

    day = datetime.date(2026, 1, 1)
    ruleset = small_ruleset(folder / "regels", **RULES)
    assert "over de steun zijn samen hoogstens een 2" in explain_rule(ruleset.rules["r0"], ruleset, "nl")
    engines = [make_engine(name, ruleset) for name in ("auto", "reference")]
    adviser, frame = Adviser(ruleset), []
    for given in cases():
        facts = {"steun": given} if given else {}
        scores = [given.get(party) for party in ("gemeente", "migrantenorganisatie")]
        wanted = {rule: meant(text, *scores) for rule, text in RULES.items()}
        partnership = Partnership.from_facts(facts, ruleset.vocabulary, reference_date=day)
        for engine in engines:
            assert dict(engine.decide(partnership)) == wanted, (engine.name, given)
        frame.append({"naam": str(len(frame)), **dict(zip(COLUMNS, scores, strict=True)), **wanted})
        found = adviser.assess(partnership, thinking_along=True)
        asked = {question.party for question in found.open_questions}
        assert asked == (set() if len(given) == 2 else {"gemeente", "migrantenorganisatie"} - set(given)), given
        for rule in RULES:
            assert adviser.why(partnership, rule).outcome is wanted[rule]
            assert bool(adviser.why_not(partnership, rule).kept_by) is (wanted[rule] is False)
        for advice in found.advice:
            for change in advice.resolved_when:
                assert advice.rule not in adviser.what_if(partnership, change.facts).after.findings, (given, change)
    table = pl.DataFrame(frame, schema_overrides=dict.fromkeys(COLUMNS, pl.Int64))
    outcomes = assess_frame(table.select("naam", *COLUMNS), ruleset, day).outcomes
    assert outcomes.select(*RULES).equals(table.select(*RULES)), "frames"
    with duckdb.connect() as database:
        database.execute(table_to_sql(ruleset, Dialect.DUCKDB))
        columns = ", ".join(f'"{name}"' for name in ("naam", *COLUMNS))
        given = f"SELECT {columns}, date '{day}' AS peildatum FROM partnerships"
        database.register("partnerships", table.to_arrow())
        database.execute(f"INSERT INTO samenwerkingen BY NAME {given}")
        written = database.execute(rules_to_sql(ruleset, Dialect.DUCKDB)).fetchall()
        names = [column[0] for column in database.description]
    found = {row[0]: dict(zip(names, row, strict=True)) for row in written}
    assert [{rule: found[row["naam"]][rule] for rule in RULES} for row in frame] == table.select(*RULES).to_dicts(), (
        "SQL"
    )
    sys.stdout.write("every door knows it\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
