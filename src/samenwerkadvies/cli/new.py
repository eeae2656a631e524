"""The command that starts rules of one's own: a small folder that holds, to be changed by who writes policy."""

from __future__ import annotations

import string
from importlib import resources
from pathlib import Path
from typing import Annotated

import typer

from samenwerkadvies.cli.options import app, say, stop
from samenwerkadvies.errors import shown_path
from samenwerkadvies.loading import load_ruleset
from samenwerkadvies.placing import put_folder_in_place, said_by_system

_FILES = ("regels.yaml", "regels.feature")
_LARGE = 10
"""A threshold below it mostly lies on a short scale, where a smaller number may mean nothing."""


@app.command()
def new(
    directory: Annotated[
        Path, typer.Argument(metavar="MAP", help="De nieuwe map; die is er nog niet, of is leeg.", show_default=False)
    ],
    *,
    extends: Annotated[
        bool, typer.Option("--extends", help="Vul de meegeleverde regels aan; anders begin je met een hele eigen set.")
    ] = False,
) -> None:
    """Begin met eigen regels: maak een kleine map die klopt, met uitleg erin.

    Er komen twee bestanden in: regels, en scenario's die laten zien dat de regels kloppen. Staat er al iets in de map?
    Dan gebeurt er niets.

    Voorbeelden:

    - `samenwerkadvies new mijn-regels`
    - `samenwerkadvies new mijn-regels --extends`
    """
    start, values = ("uitbreiding", _changed_threshold()) if extends else ("eigen", {})
    folder = resources.files("samenwerkadvies.cli") / "start" / start
    texts = {name: string.Template((folder / name).read_text("utf-8")).substitute(values) for name in _FILES}
    shown = shown_path(directory)
    try:
        put_folder_in_place(directory, {name: text.encode("utf-8") for name, text in texts.items()})
    except FileExistsError:
        stop(f"{shown}: hier staat al iets\n   = kies: een nieuwe naam, of een lege map")
    except OSError as error:
        stop(f"{shown}: deze map kan niet worden gemaakt: {said_by_system(error)}")
    say(_what_next(directory))


def _changed_threshold() -> dict[str, str]:
    """Return a threshold of the shipped rules that can well be a third smaller, to show how one is changed."""
    numbers = {found.id: found.value for found in load_ruleset().thresholds.values()}
    name, value = next((name, value) for name, value in numbers.items() if isinstance(value, int) and value >= _LARGE)
    return {"grens": name, "was": str(value), "wordt": str(value * 2 // 3)}


def _what_next(directory: Path) -> str:
    named = f'"{directory}"' if " " in str(directory) else str(directory)
    return f"""\
In {directory} staan nu je eigen regels. Ze kloppen al: verander ze zoals jij wilt.

1. Open {directory / _FILES[0]} en lees de uitleg achter elke #.
2. Verander iets, en kijk of het klopt:  samenwerkadvies check {named}
3. Speel de scenario's na:               samenwerkadvies test {named} --coverage
4. Beantwoord de vragen:                 samenwerkadvies ask casus.yaml --rules {named}

De scenario's staan in {directory / _FILES[1]}."""
