"""Groups are compared fairly: silence never looks like health, and small groups are put together."""

import random
from collections.abc import Mapping

import duckdb
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from building import small_ruleset
from samenwerkadvies import Adviser, Ruleset, UsageError
from samenwerkadvies.frames import GroupComparison, assess_frame, compare_groups, compare_with_others
from samenwerkadvies.frames.groups import Completeness, Group, Share, wilson
from samenwerkadvies.frames.one_by_one import partnerships_of
from samenwerkadvies.meaning.standing import Status
from samenwerkadvies.policy import cannot_wait


def year(ruleset: Ruleset, sizes: Mapping[str | None, int]) -> pl.DataFrame:
    """Return invented answers, of groups of some sizes; about one in ten is missing."""
    draw = random.Random(2026)
    rows = []
    for group, size in sizes.items():
        for number in range(size):
            row: dict[str, object] = {"naam": f"{group} {number}", "regio": group}
            for fact in ruleset.vocabulary.facts.values():
                for party in fact.parties:
                    if draw.random() < 0.1:
                        continue
                    column = f"{fact.id}.{party}" if party else fact.id
                    match fact.kind.value:
                        case "ja_nee":
                            row[column] = draw.choice(["ja", "nee"])
                        case "schaal":
                            row[column] = str(draw.randint(1, 5))
                        case "aantal":
                            row[column] = str(draw.randint(0, 9))
                        case "keuze":
                            row[column] = draw.choice(list(fact.options))
                        case _:
                            row[column] = f"2025-{draw.randint(1, 12):02}-01"
            rows.append(row)
    return pl.DataFrame(rows, infer_schema_length=None)


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Ruleset:
    return small_ruleset(
        tmp_path_factory.mktemp("small"), druk="mensen < 3", genoeg="mensen > 5 en gemeente(pijn) = nee"
    )


def compared(frame: object, ruleset: Ruleset, minimum: int = 10) -> GroupComparison:
    assessment = assess_frame(frame, ruleset, "2026-01-01", metadata=["regio"])
    return compare_groups(assessment, "regio", minimum=minimum)


def named(comparison: GroupComparison, name: str | None) -> Group:
    (found,) = [group for group in comparison.groups if group.name == name]
    return found


@pytest.fixture(scope="module")
def answers(shipped: Ruleset) -> pl.DataFrame:
    return year(shipped, {"Noord": 30, "Zuid": 12, "West": 4, "Oost": 3, None: 5})


@pytest.fixture(scope="module")
def found(answers: pl.DataFrame, shipped: Ruleset) -> GroupComparison:
    return compared(answers, shipped)


def test_groups_say_what_row_by_row_says(answers: pl.DataFrame, found: GroupComparison, shipped: Ruleset) -> None:
    north = named(found, "Noord")
    adviser = Adviser(shipped, "reference")
    assessment = assess_frame(answers.filter(pl.col("regio") == "Noord"), shipped, "2026-01-01", metadata=["regio"])
    each = [adviser.assess(partnership) for partnership in partnerships_of(assessment._checked)]
    assert north.number == len(each) == 30
    for place, condition in enumerate(north.conditions):
        statuses = [one.conditions[place].status for one in each]
        assert condition.statuses == {status: statuses.count(status) for status in Status}
        assert condition.risk.found == statuses.count(Status.RISK)
        standings = [one.conditions[place] for one in each]
        assert condition.answers == Completeness(
            sum(found.answered for found in standings), sum(found.asked for found in standings)
        )
    for advice in north.advice:
        assert advice.share.found == sum(advice.rule in {given.rule for given in one.advice} for one in each)
        assert advice.share.open == sum(advice.rule in one.undecided for one in each)
    rules = shipped.rules
    assert north.urgent.found == sum(
        any(cannot_wait(rules[rule].severity, rules[rule].kind) for rule in one.findings) for one in each
    )
    assert north.answers == Completeness(sum(one.known.answered for one in each), sum(one.known.asked for one in each))
    assert sum(part.asked for part in north.answers_of.values()) == 30 * len(shipped.vocabulary.slots)
    counts = [advice.share.found for advice in north.given]
    assert counts == sorted(counts, reverse=True)
    assert 0 not in counts


@pytest.mark.parametrize("share", [0.25, 0.5, 1.0])
def test_silence_never_looks_like_health(
    answers: pl.DataFrame, found: GroupComparison, shipped: Ruleset, share: float
) -> None:
    """Blank a part of the answers of one group: no share of it may go down unmarked, and none may look surer."""
    draw = random.Random(7)
    asked = [name for name in answers.columns if name not in ("naam", "regio")]
    rows = answers.rows(named=True)
    for row in rows:
        if row["regio"] == "Noord":
            row.update(dict.fromkeys(draw.sample(asked, round(share * len(asked)))))
    after = compared(pl.DataFrame(rows, schema=answers.schema), shipped)
    before, silenced = named(found, "Noord"), named(after, "Noord")
    pairs = list(zip(shares_of(before), shares_of(silenced), strict=True))
    for was, now in pairs:
        assert now.least <= was.least
        assert now.most >= was.most
        assert now.known <= was.known
        assert now.interval[0] <= was.interval[0]
        assert now.interval[1] >= was.interval[1]
        if now.least < was.least:  # it went down: that is marked, as more is open
            assert now.known < was.known
    assert silenced.answers.share < before.answers.share
    assert silenced.is_silent is (share >= 0.5)
    assert not before.is_silent
    assert after.silent == ((silenced,) if share >= 0.5 else ())
    assert named(after, "Zuid") == named(found, "Zuid")
    if share == 1:
        assert all(group.urgent.most == 1.0 for group in after.groups[: after.groups.index(silenced)])
        assert {now.interval for _, now in pairs} == {(0.0, 1.0)}


def shares_of(group: Group) -> list[Share]:
    return [group.urgent, *(condition.risk for condition in group.conditions)]


def test_groups_under_the_minimum_are_put_together(found: GroupComparison) -> None:
    assert {group.name: group.number for group in found.groups} == {"Noord": 30, "Zuid": 12, None: 12}
    (together,) = [group for group in found.groups if group.of]
    assert together.of == ("Oost", "West", None)
    assert found.total.number == 54
    assert found.total.urgent.found == sum(group.urgent.found for group in found.groups)


@pytest.mark.parametrize(
    ("sizes", "left"),
    [
        ({"Noord": 30, "Zuid": 12, "West": 4}, {"Noord": 30, None: 16}),  # else the four are what is left of the total
        ({"Noord": 12, "Zuid": 10}, {"Noord": 12, "Zuid": 10}),
        ({"Noord": 3, "Zuid": 4}, {None: 7}),
        ({"Noord": 12, "West": 4}, {None: 16}),
    ],
)
def test_what_is_put_together_is_no_smaller_than_the_minimum(
    sizes: Mapping[str | None, int], left: Mapping[str | None, int], small: Ruleset
) -> None:
    comparison = compared(year(small, sizes), small)
    assert {group.name: group.number for group in comparison.groups} == left


def test_an_empty_cell_is_a_group_of_its_own(small: Ruleset) -> None:
    comparison = compared(
        year(small, {"Noord": 3, None: 2}).with_columns(regio=pl.col("regio").fill_null(" ")), small, 1
    )
    assert {(group.name, group.of): group.number for group in comparison.groups} == {("Noord", ()): 3, (None, ()): 2}


def test_of_nobody_everything_is_possible(small: Ruleset) -> None:
    comparison = compared(year(small, {"Noord": 1}).head(0), small)
    assert comparison.groups == ()
    assert comparison.total.urgent == Share(0, 0, 0)
    assert (comparison.total.urgent.least, comparison.total.urgent.most) == (0.0, 1.0)
    assert comparison.total.urgent.interval == (0.0, 1.0)
    assert comparison.total.is_silent
    assert comparison.total.answers.share == 0


def test_what_was_not_kept_and_a_minimum_of_nothing_are_refused(small: Ruleset) -> None:
    frame = year(small, {"Noord": 2})
    assessment = assess_frame(frame, small, "2026-01-01", metadata=["regio"])
    with pytest.raises(UsageError, match="the column 'thema' was not kept: name it in metadata"):
        compare_groups(assessment, "thema")
    with pytest.raises(UsageError, match="a minimum of 0 says nothing"):
        compare_groups(assessment, "regio", minimum=0)


@pytest.mark.parametrize("kind", ["pandas", "pyarrow", "lazy", "duckdb"])
def test_every_kind_of_frame_gives_the_same(kind: str, small: Ruleset) -> None:
    frame = year(small, {"Noord": 15, "Zuid": 12, None: 11})
    table = frame.to_arrow()
    made = {
        "pandas": table.to_pandas,
        "pyarrow": lambda: table,
        "lazy": frame.lazy,
        "duckdb": lambda: duckdb.from_arrow(table),
    }[kind]()
    assert compared(made, small) == compared(frame, small)


def test_rows_say_the_same_as_the_groups(found: GroupComparison) -> None:
    rows = pl.DataFrame(found.rows())
    assert len(rows) == (len(found.groups) + 1) * len(found.total.conditions)
    assert rows["part"].unique().sort().to_list() == ["group", "together", "total"]
    north = rows.filter(pl.col("group") == "Noord", pl.col("condition") == 7).row(0, named=True)
    share = named(found, "Noord").conditions[6].risk
    assert (north["found"], north["known"], north["least"], north["most"]) == (
        *(share.found, share.known, share.least, share.most),
    )
    assert (north["low"], north["high"]) == share.interval
    assert north["risk"] + north["attention"] + north["in_order"] + north["unknown"] == north["partnerships"] == 30
    advice = pl.DataFrame(found.advice_rows())
    assert set(advice["rule"]) == {given.rule for given in found.total.given}
    assert set(advice.filter("cannot_wait")["rule"]) == {given.rule for given in found.total.given if given.cannot_wait}


@given(st.integers(1, 400), st.data())
def test_the_interval_is_the_root_of_its_definition(number: int, data: st.DataObject) -> None:
    """Wilson's ends are the shares p of which the found share lies 1.96 standard errors (of p) away."""
    found = data.draw(st.integers(0, number))
    for end in wilson(found, number):
        away = (found / number - end) ** 2
        assert away == pytest.approx(1.959963984540054**2 * end * (1 - end) / number, abs=1e-12)
    low, high = wilson(found, number)
    assert 0 <= low <= found / number <= high <= 1


@pytest.mark.parametrize(
    ("found", "number", "ends"),
    [  # scipy.stats.binomtest(found, number).proportion_ci(method="wilson")
        (0, 10, (0.0, 0.2775327998628892)),
        (10, 10, (0.7224672001371107, 1.0)),
        (3, 12, (0.08894166839405471, 0.5323053349335657)),
        (1, 300, (0.0005886577218511581, 0.018636693694531237)),
    ],
)
def test_the_interval_is_that_of_others(found: int, number: int, ends: tuple[float, float]) -> None:
    assert wilson(found, number) == pytest.approx(ends, abs=1e-12)


def test_one_partnership_stands_beside_those_like_it(answers: pl.DataFrame, shipped: Ruleset) -> None:
    assessment = assess_frame(answers, shipped, "2026-01-01", metadata=["regio"])
    standings = {each.partnership: [found.status for found in each.conditions] for each in assessment.assessments()}
    for by, like in (("regio", [name for name in standings if name.startswith("Zuid")]), (None, list(standings))):
        beside = compare_with_others(assessment, "Zuid 3", by)
        assert [found.status for found in beside] == standings["Zuid 3"]
        for place, found in enumerate(beside):
            others = [standings[name][place] for name in like if name != "Zuid 3"]
            assert found.others == {status: others.count(status) for status in Status}
            assert found.title == list(shipped.conditions.values())[place].texts["nl"].short_title


def test_one_partnership_is_not_compared_with_few(answers: pl.DataFrame, shipped: Ruleset) -> None:
    assessment = assess_frame(answers, shipped, "2026-01-01", metadata=["regio"])
    with pytest.raises(UsageError, match="3 others are too few to compare with: at least 10 are needed"):
        compare_with_others(assessment, "West 1", "regio")
    assert len(compare_with_others(assessment, "None 1", "regio", minimum=4)) == len(shipped.conditions)
    with pytest.raises(UsageError, match="0 partnerships are called 'Weg'"):
        compare_with_others(assessment, "Weg")
    with pytest.raises(UsageError, match="'thema' was not kept"):
        compare_with_others(assessment, "West 1", "thema")
