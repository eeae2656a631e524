"""Values that are worked out when they are first asked for."""

import copy
import pickle

from samenwerkadvies import Adviser, Ruleset
from samenwerkadvies.advising.later import Later


def test_a_value_is_worked_out_once_and_only_when_asked_for() -> None:
    made: list[int] = []

    def make() -> tuple[int, ...]:
        made.append(1)
        return (1, 2)

    later = Later(make)
    assert made == []
    assert later() == later() == (1, 2)
    assert made == [1]
    assert later == Later.done((1, 2))
    assert later != (1, 2)
    assert hash(later) == hash((1, 2))
    assert repr(later) == "(1, 2)"


def test_an_assessment_travels_between_processes(shipped: Ruleset) -> None:
    assessment = Adviser(shipped).assess({"dragers_mo": 1}, "2026-01-01")
    assert pickle.loads(pickle.dumps(assessment)) == assessment
    assert copy.deepcopy(assessment) == assessment
