"""The shipped rules, in YAML: what is asked and what follows from it."""
