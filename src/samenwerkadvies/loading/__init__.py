"""Read rule files and case files: the only package that reads YAML."""

from samenwerkadvies.loading.cases import load_cases
from samenwerkadvies.loading.rulesets import load_ruleset

__all__ = ["load_cases", "load_ruleset"]
