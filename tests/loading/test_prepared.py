"""A wheel holds the shipped ruleset as it was loaded: it counts only beside the rules that it was made from."""

from pathlib import Path

import pytest

from samenwerkadvies import Adviser, Ruleset, load_cases
from samenwerkadvies.loading import prepared
from samenwerkadvies.loading.prepared import PREPARED, prepare, prepared_ruleset

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.yaml"))


@pytest.fixture
def made(shipped: Ruleset) -> str:
    return prepare(shipped)


def test_what_was_prepared_advises_as_the_rules_do(shipped: Ruleset, made: str) -> None:
    found = prepared_ruleset(made)
    assert found
    assert prepare(found) == made
    for path in EXAMPLES:
        for case in load_cases(path, shipped.vocabulary):
            advices = [
                Adviser(rules, language=language).assess(case, thinking_along=True).to_json()
                for rules in (shipped, found)
                for language in ("nl", "en")
            ]
            assert advices[:2] == advices[2:]


@pytest.mark.parametrize(
    ("before", "after"),
    [("sha256:", "sha256:0"), ('"sources","makes_provisional"', '"makes_provisional","sources"'), ("]", "")],
    ids=["other rules", "other code", "damaged"],
)
def test_what_was_prepared_does_not_count_where_it_does_not_fit(made: str, before: str, after: str) -> None:
    assert before in made
    assert prepared_ruleset(made.replace(before, after, 1)) is None


@pytest.mark.parametrize("is_there", [True, False])
def test_the_file_beside_the_rules_is_read_where_there_is_one(
    tmp_path: Path, made: str, monkeypatch: pytest.MonkeyPatch, *, is_there: bool
) -> None:
    if is_there:
        (tmp_path / PREPARED).write_text(made.replace("Frouws", "Voorbereid"), "utf-8")
    monkeypatch.setattr(prepared.resources, "files", lambda _: tmp_path)
    first = next(iter(prepared._shipped.__wrapped__().sources["nl"].values()))
    assert first.title.startswith("Voorbereid" if is_there else "Frouws")
