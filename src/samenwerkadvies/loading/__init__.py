"""Read rule files and case files: the only package that reads YAML, and the bounds of every file."""
