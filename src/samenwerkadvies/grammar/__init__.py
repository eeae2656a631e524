"""The language of rules: grammar, trees, type check, printer and sentences."""
