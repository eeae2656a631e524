"""The law of rules that are in force on some days: an assessment, a table and a database say the same, row by row."""

import datetime

import polars as pl
from hypothesis import given
from making import same_as_row_by_row
from test_frames_agree import frame_of, invented
from test_sql import in_duckdb, table_of

from random_rules import VALIDITIES, turning
from samenwerkadvies import Adviser, load_ruleset
from samenwerkadvies.frames import assess_frame
from samenwerkadvies.sql import Dialect, rules_to_sql
from samenwerkadvies.validity import Validity
from tried import tried

SHIPPED = load_ruleset()


@tried(0.25)
@given(validities=VALIDITIES)
def test_shipped_rules_that_turn(validities: list[Validity]) -> None:
    ruleset = turning(SHIPPED, [_later(each) for each in validities])
    partnerships = invented(25, seed=len(validities))
    table = frame_of(ruleset, partnerships)
    adviser = Adviser(ruleset, "reference")
    same_as_row_by_row(assess_frame(pl.DataFrame(table), ruleset), adviser, partnerships)
    found_in_sql = in_duckdb(rules_to_sql(ruleset, Dialect.DUCKDB), table_of(ruleset, partnerships))
    rows = {row["naam"]: row for row in found_in_sql}
    for partnership in partnerships:
        found = adviser.assess(partnership, thinking_along=True)
        row = rows[partnership.name]
        assert [row[f"condition_{each.number}"] for each in found.conditions] == [
            each.status.value for each in found.conditions
        ]
        out = {each.rule for each in found.rules_not_in_force}
        assert all(row[rule] is False for rule in out)
        assert all(out.isdisjoint(question.could_decide) for question in found.open_questions or ())
        for advice in found.advice:
            for way in advice.resolved_when or ():
                after = adviser.what_if(partnership, dict(way.facts))
                assert any(each.rule == advice.rule and not each.after for each in after.findings)


def _later(validity: Validity) -> Validity:
    """Move days to where the reference dates of invented partnerships are."""
    days = (day and day + datetime.timedelta(days=120) for day in (validity.since, validity.before))
    return Validity(*days)
