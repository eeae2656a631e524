"""The command line: results on standard output, errors on standard error, exit codes 0, 1 and 2."""

from __future__ import annotations

import io
import signal
import sys
from importlib import metadata
from typing import Annotated, cast

import typer

from samenwerkadvies.cli import advice, ask, codebook, database, guide, new, rules, tables  # noqa: F401 - each adds its commands to the app, in this order
from samenwerkadvies.cli.options import app

__all__ = ["app", "run"]


def _show_version(wanted: bool) -> None:  # noqa: FBT001 - typer calls it so
    if wanted:
        typer.echo(f"samenwerkadvies {metadata.version('samenwerkadvies')}")
        raise typer.Exit


@app.callback()
def main(
    *,
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Toon de versie en stop.")
    ] = False,
) -> None:
    """Advies over samenwerking tussen gemeenten en migrantenorganisaties.

    De regels werken de dertien voorwaarden uit het onderzoek *Met samenwerking aan het werk* (2010) uit.

    Voorbeeld: `samenwerkadvies advise casus.yaml`
    """


_TERMINATED = 143
"""The exit code of what is stopped with SIGTERM."""


def run() -> None:
    """Start the command line, with UTF-8 on every system; who stops it leaves nothing half made behind."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(_TERMINATED))
    for stream in (sys.stdout, sys.stderr):
        cast(io.TextIOWrapper, stream).reconfigure(encoding="utf-8", errors="replace")
    app()
