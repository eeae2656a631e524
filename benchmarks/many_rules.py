"""A set of rules as large as one likes, written as rule files: how time grows with it."""

from __future__ import annotations

import random
from pathlib import Path

KINDS = ("ja_nee", "aantal", "schaal", "keuze", "ieder")
"""The kinds of facts, in turn; ``ieder``: a score of each party."""
IN_A_FILE = 250


def write_rules(folder: Path, rules: int = 5_000, facts: int = 500) -> None:
    """Write rule files: each rule compares two or three facts, and one in ten builds on another rule."""
    source = random.Random(1)
    kinds = {f"feit_{number}": KINDS[number % len(KINDS)] for number in range(facts)}
    for first in range(0, rules, IN_A_FILE):
        text = "" if first else _head(kinds)
        text += "regels:\n"
        text += "".join(_rule(number, kinds, source) for number in range(first, min(first + IN_A_FILE, rules)))
        (folder / f"deel_{first // IN_A_FILE:03}.yaml").write_text(text, "utf-8")


def full_facts(facts: int = 500) -> dict[str, object]:
    """Return an answer to every fact, most of them good: of 5,000 rules some hundreds hold."""
    source = random.Random(2)

    def answer(kind: str) -> object:
        match kind:
            case "ja_nee":
                return source.random() < 0.9
            case "aantal":
                return source.randint(0, 20)
            case "keuze":
                return source.choice(["twee", "drie"])
            case "ieder":
                return {"gemeente": source.randint(3, 5), "migrantenorganisatie": source.randint(3, 5)}
            case _:
                return source.randint(3, 5)

    return {f"feit_{number}": answer(KINDS[number % len(KINDS)]) for number in range(facts)}


def _head(kinds: dict[str, str]) -> str:
    facts = "".join(f"  {name}: {{{_fact(name, kind)}}}\n" for name, kind in kinds.items())
    parties = "".join(
        f"  {name}: {{naam: {name}, met_lidwoord: de {name}}}\n" for name in ("gemeente", "migrantenorganisatie")
    )
    head = f"regelset: {{naam: groot, versie: '1'}}\npartijen:\n{parties}bronnen: {{eigen: Eigen keuze}}\n"
    return f"{head}feiten:\n{facts}"


def _fact(name: str, kind: str) -> str:
    said = f"label: {name}, vraag: Hoe is {name}?"
    match kind:
        case "ja_nee":
            return f"soort: ja_nee, wie: samen, beter: ja, {said}, ja: {name} is zo, nee: {name} is niet zo"
        case "aantal":
            clause = f'zin: "er zijn {{aantal}} van {name}"'
            return f"soort: aantal, wie: samen, beter: meer, hoogstens: 20, {said}, eenheid: stuks, {clause}"
        case "keuze":
            options = ", ".join(
                f"{option}: {{label: {option}, zin: {name} is {option}, niet: {name} is niet {option}}}"
                for option in ("een", "twee", "drie")
            )
            return f"soort: keuze, wie: samen, beter: een < twee < drie, {said}, opties: {{{options}}}"
        case _:
            return f"soort: schaal, wie: {'ieder' if kind == 'ieder' else 'samen'}, {said}"


def _rule(number: int, kinds: dict[str, str], source: random.Random) -> str:
    one, two, three = (_comparison(name, kinds[name], source) for name in source.sample([*kinds], 3))
    if number % 10 == 9:
        expression = f"signaal(regel_{number - source.randint(1, 9)}) en {one}"
    else:
        expression = f"{one} en ({two} of {three})" if number % 3 == 0 else f"{one} en {two}"
    severity = ("kritiek", "hoog", "midden", "laag")[number % 4]
    return (
        f"  regel_{number}:\n    als: {expression}\n    ernst: {severity}\n    soort: herstel\n"
        f"    bevinding: Er is iets met {number}.\n    advies: Doe iets aan {number}.\n"
        "    stappen: [Begin vandaag., Kijk daarna.]\n    bron: [eigen]\n"
    )


def _comparison(name: str, kind: str, source: random.Random) -> str:
    match kind:
        case "ja_nee":
            return f"{name} = nee"
        case "aantal":
            return f"{name} <= {source.randint(1, 15)}"
        case "keuze":
            return f"{name} != drie"
        case "ieder":
            return f"laagste({name}) <= {source.randint(1, 3)}"
        case _:
            return f"{name} <= {source.randint(1, 3)}"
