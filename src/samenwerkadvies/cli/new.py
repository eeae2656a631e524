"""The command that starts rules of one's own: a small folder that holds, to be changed by who writes policy."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from samenwerkadvies.cli.options import app, say, stop
from samenwerkadvies.errors import shown_path
from samenwerkadvies.placing import put_folder_in_place, said_by_system
from samenwerkadvies.scenarios.starting import START_FILES, start_files


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
    texts = start_files(extends=extends)
    shown = shown_path(directory)
    try:
        put_folder_in_place(directory, {name: text.encode("utf-8") for name, text in texts.items()})
    except FileExistsError:
        stop(f"{shown}: hier staat al iets\n   = kies: een nieuwe naam, of een lege map")
    except OSError as error:
        stop(f"{shown}: deze map kan niet worden gemaakt: {said_by_system(error)}")
    say(_what_next(directory))


def _what_next(directory: Path) -> str:
    named = f'"{directory}"' if " " in str(directory) else str(directory)
    return f"""\
In {directory} staan nu je eigen regels. Ze kloppen al: verander ze zoals jij wilt.

1. Open {directory / START_FILES[0]} en lees de uitleg achter elke #.
2. Verander iets, en kijk of het klopt:  samenwerkadvies check {named}
3. Speel de scenario's na:               samenwerkadvies test {named} --coverage
4. Beantwoord de vragen:                 samenwerkadvies ask casus.yaml --rules {named}

De scenario's staan in {directory / START_FILES[1]}."""
