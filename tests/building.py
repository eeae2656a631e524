"""Small rulesets, written in the test that uses them."""

from pathlib import Path
from textwrap import dedent

from samenwerkadvies import MissingDependencyError, Ruleset, load_ruleset
from samenwerkadvies.engines.durable import load_module


def _engines() -> tuple[str, ...]:
    try:
        load_module()
    except MissingDependencyError:
        return ("reference",)
    return ("durable", "reference")


ENGINES = _engines()
"""The engines that can answer here, the one that `auto` takes first: the extra `durable` may not be there."""

RULE = """\
    ernst: midden
    soort: opbouw
    bevinding: Er is iets gevonden.
    advies: Doe er iets aan.
    stappen: [Begin vandaag.]
    bron: [eigen]
"""
"""Everything that a rule needs besides its `als`; indented to stand below one."""

DECLARED = """\
partijen:
  gemeente: {naam: gemeente, met_lidwoord: de gemeente}
  migrantenorganisatie: {naam: migrantenorganisatie, met_lidwoord: de migrantenorganisatie, kort: organisatie}
"""
"""The parties of the shipped rules."""
DECLARED_IN_ENGLISH = """\
taal: en
partijen:
  gemeente: {naam: municipality, met_lidwoord: the municipality}
  migrantenorganisatie: {naam: migrant organisation, met_lidwoord: the migrant organisation, kort: organisation}
"""
PARTIES = ("gemeente", "migrantenorganisatie")

FACTS = (
    DECLARED
    + """\
bronnen:
  eigen: Eigen uitwerking
feiten:
  veilig: {soort: ja_nee, wie: samen, beter: ja, label: de veiligheid, vraag: Is het veilig?, ja: het is veilig, nee: het is niet veilig}
  mensen: {soort: aantal, wie: samen, beter: meer, label: het aantal mensen, vraag: Hoeveel mensen?, eenheid: mensen, zin: "er zijn {aantal} mensen", zin_een: "er is {aantal} mens"}
  procent: {soort: aantal, wie: gemeente, beter: minder, hoogstens: 100, label: het deel, vraag: Hoeveel procent?, eenheid: procent, zin: "het deel is {aantal} procent"}
  cijfer: {soort: schaal, wie: samen, label: de sfeer, vraag: Hoe is de sfeer?}
  steun: {soort: schaal, wie: ieder, label: de steun, vraag: Hoe is de steun?}
  moed: {soort: schaal, wie: ieder, label: de moed, vraag: Hoe is de moed?}
  pijn: {soort: ja_nee, wie: ieder, beter: nee, label: de pijn, vraag: Is er pijn?, ja: er is pijn, nee: er is geen pijn}
  jaren: {soort: aantal, wie: ieder, beter: meer, label: de duur, vraag: Hoeveel jaar?, eenheid: jaar, zin: "we gaan nog {aantal} jaar door"}
  vorm:
    soort: keuze
    wie: samen
    beter: geen < mondeling < papier
    label: de vorm
    vraag: Welke vorm?
    opties:
      geen: {label: geen, zin: er is niets afgesproken, niet: er is iets afgesproken}
      mondeling: {label: mondeling, zin: het is besproken, niet: het is niet alleen besproken}
      papier: {label: op papier, zin: het staat op papier, niet: het staat niet op papier}
  start: {soort: datum, wie: samen, beter: eerder, label: de start, vraag: Wanneer?}
  evaluatie: {soort: datum, wie: samen, beter: later, label: de evaluatie, vraag: Wanneer?, nooit: er is nooit geëvalueerd}
gemiddelden:
  band: {als: "gemiddelde(steun, moed)", label: de band}
"""
)
"""Invented facts: one of every kind and respondent."""

SEVERAL = """\
  hulp:
    soort: meerkeuze
    wie: samen
    beter: meer
    label: de hulp
    vraag: Welke hulp is er?
    opties:
      taal: {label: hulp met taal, zin: er is hulp met taal, niet: er is geen hulp met taal}
      geld: {label: geld, zin: er is geld, niet: er is geen geld}
      ruimte: {label: een ruimte, zin: er is een ruimte, niet: er is geen ruimte}
  taken:
    soort: meerkeuze
    wie: ieder
    beter: minder
    label: de taken
    vraag: Wat doe je?
    opties:
      koken: {label: koken, zin: wij koken, niet: wij koken niet}
      bellen: {label: bellen, zin: wij bellen, niet: wij bellen niet}
"""
"""Invented facts to which several options can be the answer."""

CONDITIONS = """
voorwaarde: {nummer: 1, id: basis, titel: De basis, uitleg: Hier begint het., rust_op: []}
"""


def rules(**expressions: str) -> str:
    """Return a `regels` section with one rule for each expression."""
    written = "".join(f"  {name}:\n    als: {text!r}\n{RULE}" for name, text in expressions.items())
    return f"regels:\n{written}"


def ruleset_from(folder: Path, text: str, **files: str) -> Ruleset:
    """Write rule files (`regels.yaml`, and others by keyword, `__` for a folder) and load them.

    Where they say no parties and extend nothing, the parties of the shipped rules are written beside them.
    """
    written = {"regels": text, **files}
    rule_files = [content for name, content in written.items() if not name.startswith("vertalingen")]
    if not any(word in content for content in rule_files for word in ("partijen:", "breidt_uit:")):
        written["partijen"] = DECLARED
    if any("taal: en" in content for content in files.values()) and "partijen" not in "".join(files.values()):
        written["vertalingen__partijen"] = DECLARED_IN_ENGLISH
    for name, content in written.items():
        path = folder / f"{name.replace('__', '/')}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dedent(content), "utf-8")
    return load_ruleset(folder)


MORE_PARTIES = ("school", "club")
"""Invented ones, for rulesets of more than two."""


def facts_of_parties(number: int) -> str:
    """Return the invented facts, of so many parties (2 to 4)."""
    more = MORE_PARTIES[: number - len(PARTIES)]
    return FACTS.replace(
        DECLARED, DECLARED + "".join(f"  {name}: {{naam: {name}, met_lidwoord: de {name}}}\n" for name in more)
    )


def small_ruleset(folder: Path, number_of_parties: int = len(PARTIES), **expressions: str) -> Ruleset:
    """Load a ruleset with the invented facts and one rule for each expression."""
    return ruleset_from(folder, facts_of_parties(number_of_parties) + rules(**expressions))


_SCANNED = """\
voorwaarde: {{nummer: {number}, id: {name}, titel: {title}, kort: {title}, uitleg: Dat is nodig., rust_op: []}}
feiten:
  scan_{name}: {{soort: schaal, wie: ieder, label: {title} in één cijfer, vraag: "Hoe gaat het met {name}?"}}
  {name}_hier: {{soort: ja_nee, wie: gemeente, label: {title} hier, vraag: "Is er {name} hier?", ja: "er is {name} hier", nee: "er is geen {name} hier"}}
  {name}_daar: {{soort: ja_nee, wie: migrantenorganisatie, label: {title} daar, vraag: "Is er {name} daar?", ja: "er is {name} daar", nee: "er is geen {name} daar"}}
regels:
  wringt_{name}:
    als: laagste(scan_{name}) <= 2
    wijkt_voor: voorwaarde
{mild}  {name}_ontbreekt:
    als: {name}_hier = nee en {name}_daar = nee
{grave}  {name}_schaars:
    als: ({name}_hier = nee of {name}_daar = nee) en begin = ja
{alone}"""


def scanned_ruleset(folder: Path, alone: str = "midden") -> Ruleset:
    """Load three conditions (`geld`, `tijd`, `plek`), each with a first look and rules that ask more.

    One of these needs a single answer, once it is known that the partnership begins; it is this serious.
    """
    context = (
        DECLARED + "bronnen: {eigen: Eigen keuze}\nfeiten:\n  begin: {soort: ja_nee, wie: samen, label: het begin, "
    )
    context += "vraag: Beginnen jullie net?, ja: jullie beginnen net, nee: jullie zijn al bezig}\n"
    names = ("geld", "tijd", "plek")
    severities = {
        each: RULE.replace("midden", word) for each, word in {"mild": "laag", "grave": "hoog", "alone": alone}.items()
    }
    made = (
        _SCANNED.format(number=number, name=name, title=name.capitalize(), **severities)
        for number, name in enumerate(names, start=1)
    )
    return ruleset_from(folder, context, **dict(zip(names, made, strict=True)))
