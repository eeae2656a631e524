"""``python -m samenwerkadvies`` is the command line."""

from samenwerkadvies.cli import run

run()
