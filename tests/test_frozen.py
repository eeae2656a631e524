"""What never changes, and what follows from that: values hash, copy, travel between processes, and show in short."""

import copy
import enum
import importlib.metadata
import pickle
from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import Any

import msgspec
import pytest

import samenwerkadvies
from building import ENGINES, small_ruleset
from samenwerkadvies import Adviser, Assessment, Interview, Ruleset, UsageError, load_ruleset
from samenwerkadvies.frozen import FrozenDict

DATE = "2026-01-31"
CASE = {
    "naam": "Noord",
    "peildatum": DATE,
    "feiten": {"mensen": 1, "steun": {"migrantenorganisatie": 2}},
    "respondenten": {"gemeente": [{"steun": 4}, {"steun": 1}, {"steun": 1}]},
    "toelichting": ["een", {"twee": 2}],
}
TRAVELS: list[Callable[[Any], Any]] = [copy.copy, copy.deepcopy, lambda value: pickle.loads(pickle.dumps(value))]


@pytest.fixture(scope="module")
def ruleset(tmp_path_factory: pytest.TempPathFactory) -> Ruleset:
    return small_ruleset(
        tmp_path_factory.mktemp("rules"), weinig="mensen <= 1", samen="signaal(weinig) en laagste(steun) <= 2"
    )


@pytest.fixture(scope="module", params=ENGINES)
def adviser(ruleset: Ruleset, request: pytest.FixtureRequest) -> Adviser:
    return Adviser(ruleset, request.param)


@pytest.mark.parametrize(
    "change",
    [
        lambda found: found.__setitem__("a", 1),
        lambda found: found.__delitem__("a"),
        lambda found: found.__ior__({"b": 1}),
        lambda found: found.update(b=1),
        lambda found: found.pop("a"),
        lambda found: found.popitem(),
        lambda found: found.setdefault("b", 1),
        lambda found: found.clear(),
        lambda found: found["a"].clear(),
        lambda found: found["b"][0].clear(),
    ],
)
def test_a_frozen_mapping_refuses_every_change_in_all_that_is_in_it(change: Callable[[Any], None]) -> None:
    found = FrozenDict({"a": {"c": 1}, "b": ({"d": 1},)})
    with pytest.raises(TypeError, match="this mapping never changes: make a dict of it first"):
        change(found)
    assert found == {"a": {"c": 1}, "b": ({"d": 1},)}


def test_a_frozen_mapping_does_not_follow_what_it_was_made_of() -> None:
    inner = {"c": 1}
    found = FrozenDict({"a": inner})
    inner["c"] = 2
    assert found == {"a": {"c": 1}}
    assert hash(found) == hash(FrozenDict({"a": FrozenDict({"c": 1})}))


def test_nobody_changes_an_assessment_through_what_it_gives(adviser: Adviser) -> None:
    assessment = adviser.assess(CASE, thinking_along=True)
    before = assessment.to_json()
    plain = assessment.to_dict()
    plain["facts"]["mensen"] = 9
    plain["facts"]["steun"].clear()
    for advice in plain["advice"]:
        for reason in advice["because"]:
            reason.clear()
        for change in advice["resolved_when"]:
            change["facts"].clear()
    plain["findings"].clear()
    assert assessment.to_json() == before
    with pytest.raises(TypeError):
        assessment.facts["mensen"] = 9  # type: ignore[index]
    with pytest.raises(TypeError):
        assessment.facts["steun"]["gemeente"] = 9  # type: ignore[index]


UNCHANGING = (bool, int, float, str, type(None), tuple, FrozenDict, enum.Enum)


def values_in(found: object) -> Iterator[object]:
    """Yield a value of this package, and every value and collection in it."""
    yield found
    inner: Iterable[object] = ()
    if isinstance(found, msgspec.Struct):
        inner = [getattr(found, name) for name in found.__struct_fields__]
    elif isinstance(found, dict):
        inner = found.values()
    elif isinstance(found, tuple):
        inner = found
    for each in inner:
        yield from values_in(each)


def test_no_field_of_an_assessment_can_be_set_and_every_collection_in_it_is_frozen(adviser: Adviser) -> None:
    found = adviser.assess({**CASE, "feiten": {"mensen": 1}}, thinking_along=True)
    asked = adviser.assess({}, DATE, thinking_along=True)
    for assessment in (found, asked, Assessment.from_json(found.to_json()), Assessment.from_json(asked.to_json())):
        for value in values_in(assessment):
            assert isinstance(value, (*UNCHANGING, msgspec.Struct))
            for name in value.__struct_fields__ if isinstance(value, msgspec.Struct) else ():
                with pytest.raises(AttributeError, match="immutable type"):
                    setattr(value, name, None)
                with pytest.raises(AttributeError, match="immutable type"):
                    delattr(value, name)


def test_nobody_changes_the_shipped_rules_for_everybody_else() -> None:
    with pytest.raises(TypeError):
        load_ruleset().rules.clear()  # type: ignore[attr-defined]
    with pytest.raises(TypeError):
        load_ruleset().vocabulary.facts.clear()  # type: ignore[attr-defined]


def test_equal_values_have_equal_hashes(adviser: Adviser) -> None:
    one = adviser.assess(CASE, thinking_along=True)
    other = Assessment.from_json(one.to_json())
    rules = adviser.ruleset
    values: list[tuple[Hashable, Hashable]] = [
        (one, other),
        (one.advice[0], other.advice[0]),
        (one.conditions, other.conditions),
        (adviser.partnership(CASE), adviser.partnership(CASE)),
        *((rule, pickle.loads(pickle.dumps(rule))) for rule in rules.rules.values()),
        *((fact, pickle.loads(pickle.dumps(fact))) for fact in rules.vocabulary.facts.values()),
        (rules.vocabulary, pickle.loads(pickle.dumps(rules.vocabulary))),
    ]
    for value, equal in values:
        assert (value, hash(value)) == (equal, hash(equal))


@pytest.mark.parametrize("travel", TRAVELS)
def test_an_adviser_travels_and_answers_the_same(adviser: Adviser, travel: Callable[[Any], Any]) -> None:
    again = travel(adviser)
    assert (again.engine, again.language) == (adviser.engine, adviser.language)
    assert again.assess(CASE) == adviser.assess(CASE)


@pytest.mark.parametrize("travel", TRAVELS)
def test_an_interview_travels_and_goes_on(adviser: Adviser, travel: Callable[[Any], Any]) -> None:
    interview = Interview.start(adviser, CASE, parties=("migrantenorganisatie", None))
    assert interview.assessment.findings
    again = travel(interview)
    assert again.next() == interview.next()
    assert (again.to_case(), again.parties) == (interview.to_case(), interview.parties)
    assert isinstance(hash(interview), int)


def test_large_values_are_shown_in_short(adviser: Adviser) -> None:
    ruleset = adviser.ruleset
    shown = f"<Ruleset {ruleset.name} 0: 11 facts, 2 rules, {ruleset.fingerprint[:15]}>"
    assert repr(ruleset) == shown
    assert repr(adviser) == f"<Adviser by {shown}, engine {adviser.engine}, language nl>"
    assert repr(adviser.assess(CASE)) == "<Assessment of 'Noord' at 2026-01-31: 2 findings, 0 undecided>"


def test_the_version_is_that_of_the_package() -> None:
    assert samenwerkadvies.__version__ == importlib.metadata.version("samenwerkadvies")
    with pytest.raises(AttributeError, match="No samenwerkadvies attribute versie"):
        samenwerkadvies.versie  # noqa: B018 - asked for


@pytest.mark.parametrize(
    ("parties", "message"),
    [
        ("gemeente", "parties must be a tuple, such as ('gemeente',), of 'gemeente', 'migrantenorganisatie', None"),
        (("stad",), "unknown party 'stad': choose of 'gemeente', 'migrantenorganisatie', None"),
        ((3,), "unknown party 3: choose of 'gemeente', 'migrantenorganisatie', None"),
    ],
)
def test_an_interview_with_nobody_that_is_known_is_refused(adviser: Adviser, parties: Any, message: str) -> None:
    with pytest.raises(UsageError) as caught:
        Interview.start(adviser, CASE, parties=parties)
    assert str(caught.value) == message


def test_an_interview_asks_a_party_once(adviser: Adviser) -> None:
    assert Interview.start(adviser, CASE, parties=["gemeente", "gemeente"]).parties == ("gemeente",)
