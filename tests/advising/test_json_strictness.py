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
