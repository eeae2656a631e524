"""Advice for one partnership, in ten lines: python examples/advise_one.py [case file]."""

import sys
from pathlib import Path

from samenwerkadvies import Adviser, load_cases

case = sys.argv[1] if len(sys.argv) > 1 else Path(__file__).with_name("sleutelpersonen.yaml")
adviser = Adviser()
for partnership in load_cases(case, adviser.ruleset.vocabulary):
    for advice in adviser.assess(partnership).advice:
        print(f"{advice.rank}. [{advice.severity.value}] {advice.title}")
