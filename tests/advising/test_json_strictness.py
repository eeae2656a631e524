"""Reading an assessment back refuses answers that no assessment holds."""

import copy
import json
from typing import Any

import pytest

from samenwerkadvies import Adviser, Assessment, InvalidAssessmentError


@pytest.mark.parametrize("value", [{"gemeente": {"gemeente": 1}}, {"gemeente": None}, float("nan"), float("inf")])
def test_an_answer_that_is_no_answer_is_refused(value: object) -> None:
    made: dict[str, Any] = copy.deepcopy(Adviser().assess({"dragers_mo": 1}, reference_date="2026-01-01").to_dict())
    made["advice"][0]["because"][0]["value"] = value
    with pytest.raises(InvalidAssessmentError):
        Assessment.from_json(json.dumps(made))


@pytest.mark.parametrize("facts", [[], {"dragers_mo": {"stad": 1}}, {"dragers_mo": [1]}])
def test_facts_that_are_no_facts_are_refused(facts: object) -> None:
    made: dict[str, Any] = copy.deepcopy(Adviser().assess({"dragers_mo": 1}, reference_date="2026-01-01").to_dict())
    made["facts"] = facts
    with pytest.raises(InvalidAssessmentError):
        Assessment.from_json(json.dumps(made))


def test_what_takes_time_can_be_left_out() -> None:
    assessment = Adviser().assess({"dragers_mo": 1}, reference_date="2026-01-01")
    whole, brief = assessment.to_dict(), assessment.to_dict(thinking_along=False)
    assert set(whole) - set(brief) == {"open_questions"}
    assert set(whole["advice"][0]) - set(brief["advice"][0]) == {"resolved_when"}
    assert set(whole["conditions"][0]) - set(brief["conditions"][0]) == {"in_order_when"}
    read = Assessment.from_json(assessment.to_json(thinking_along=False))
    assert (read.findings, read.open_questions, read.advice[0].resolved_when) == (assessment.findings, (), ())
