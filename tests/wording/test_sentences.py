"""Conditions and facts are said as sentences, in Dutch and in English."""

import datetime
from collections.abc import Callable
from pathlib import Path

import pytest

from building import FACTS, rules, ruleset_from
from samenwerkadvies import Partnership, Ruleset
from samenwerkadvies.grammar.parser import parse
from samenwerkadvies.grammar.tree import Quantity, View
from samenwerkadvies.wording.dates import in_words
from samenwerkadvies.wording.sentences import Sentences

WISH = """\
feiten:
  wens:
    soort: keuze
    wie: ieder
    label: de wens
    vraag: Wat willen jullie?
    opties:
      meer: {label: meer, zin: we willen meer, niet: we willen iets anders dan meer}
      stoppen: {label: stoppen, zin: we willen stoppen, niet: we willen doorgaan}
      blijven: {label: blijven, zin: we willen blijven, niet: we willen niet blijven}
"""
ENGLISH = """\
taal: en
bronnen: {eigen: Our own choice}
feiten:
  veilig: {label: safety, vraag: Safe?, ja: it is safe, nee: it is not safe}
  mensen: {label: the number of people, vraag: How many?, eenheid: people, zin: "there are {aantal} people", zin_een: "there is {aantal} person"}
  procent: {label: the share, vraag: How much?, eenheid: percent, zin: "the share is {aantal} percent"}
  cijfer: {label: the mood, vraag: Mood?}
  steun: {label: support, vraag: Support?}
  moed: {label: courage, vraag: Courage?}
  pijn: {label: pain, vraag: Pain?, ja: there is pain, nee: there is no pain}
  jaren: {label: the duration, vraag: Years?, eenheid: years, zin: "we go on for {aantal} years"}
  vorm:
    label: the form
    vraag: Which form?
    opties:
      geen: {label: none, zin: nothing has been agreed, niet: something has been agreed}
      mondeling: {label: spoken, zin: it has been discussed, niet: it has not just been discussed}
      papier: {label: on paper, zin: it is on paper, niet: it is not on paper}
  start: {label: the start, vraag: When?}
  evaluatie: {label: the evaluation, vraag: When?, nooit: there has never been an evaluation}
  wens:
    label: the wish
    vraag: What?
    opties:
      meer: {label: more, zin: we want more, niet: we want something else than more}
      stoppen: {label: stop, zin: we want to stop, niet: we want to go on}
      blijven: {label: stay, zin: we want to stay, niet: we do not want to stay}
gemiddelden:
  band: {label: the bond}
regels:
  veilig: {bevinding: Something was found., advies: Do something., stappen: [Begin today.]}
  druk: {bevinding: It is busy., advies: Do something., stappen: [Begin today.]}
"""  # noqa: E501 - one fact a line is easier to read
DAY = datetime.date(2026, 3, 1)


@pytest.fixture(scope="module")
def ruleset(tmp_path_factory: pytest.TempPathFactory) -> Ruleset:
    folder = tmp_path_factory.mktemp("regels")
    made = rules(veilig="veilig = ja") + rules(druk="mensen >= 9").replace("regels:\n", "").replace(
        "Er is iets gevonden", "Het is druk"
    )
    return ruleset_from(folder, FACTS + made, wens=WISH, vertalingen__en=ENGLISH)


@pytest.fixture(scope="module")
def said(ruleset: Ruleset) -> Callable[[str, str], str]:
    """Return how a condition is said in a language."""

    def say(text: str, language: str) -> str:
        return Sentences(ruleset, language).condition(parse(text))

    return say


@pytest.mark.parametrize(
    ("text", "dutch", "english"),
    [
        ("veilig = ja", "het is veilig", "it is safe"),
        ("veilig = nee", "het is niet veilig", "it is not safe"),
        ("veilig != ja", "het is niet veilig", "it is not safe"),
        ("niet veilig = nee", "het is veilig", "it is safe"),
        ("mensen = 3", "er zijn 3 mensen", "there are 3 people"),
        ("mensen != 3", "er zijn minder of meer dan 3 mensen", "there are less or more than 3 people"),
        ("mensen < 3", "er zijn minder dan 3 mensen", "there are fewer than 3 people"),
        ("mensen <= 3", "er zijn hoogstens 3 mensen", "there are at most 3 people"),
        ("mensen > 3", "er zijn meer dan 3 mensen", "there are more than 3 people"),
        ("mensen >= 3", "er zijn minstens 3 mensen", "there are at least 3 people"),
        ("niet mensen >= 3", "er zijn minder dan 3 mensen", "there are fewer than 3 people"),
        ("mensen = 0", "er zijn geen mensen", "there are no people"),
        ("mensen <= 0", "er zijn geen mensen", "there are no people"),
        ("mensen < 1", "er zijn geen mensen", "there are no people"),
        ("mensen != 0", "er is minstens 1 mens", "there is at least 1 person"),
        ("mensen > 0", "er is minstens 1 mens", "there is at least 1 person"),
        ("mensen = 1", "er is 1 mens", "there is 1 person"),
        ("mensen >= 12500", "er zijn minstens 12.500 mensen", "there are at least 12,500 people"),
        ("procent = 1", "het deel is 1 procent", "the share is 1 percent"),
        ("cijfer <= 2", "de sfeer: hoogstens een 2", "the mood: at most a 2"),
        (
            "laagste(steun) <= 2",
            "minstens één partij geeft hoogstens een 2 voor de steun",
            "at least one party gives at most a 2 for support",
        ),
        (
            "laagste(steun) < 2",
            "minstens één partij geeft minder dan een 2 voor de steun",
            "at least one party gives less than a 2 for support",
        ),
        (
            "laagste(steun) >= 4",
            "beide partijen geven minstens een 4 voor de steun",
            "both parties give at least a 4 for support",
        ),
        (
            "laagste(steun) > 3",
            "beide partijen geven meer dan een 3 voor de steun",
            "both parties give more than a 3 for support",
        ),
        ("laagste(steun) = 2", "het laagste antwoord over de steun is een 2", "the lowest answer about support is a 2"),
        (
            "hoogste(steun) <= 2",
            "beide partijen geven hoogstens een 2 voor de steun",
            "both parties give at most a 2 for support",
        ),
        (
            "hoogste(steun) > 3",
            "minstens één partij geeft meer dan een 3 voor de steun",
            "at least one party gives more than a 3 for support",
        ),
        (
            "hoogste(steun) != 2",
            "het hoogste antwoord over de steun is minder of meer dan een 2",
            "the highest answer about support is less or more than a 2",
        ),
        (
            "verschil(steun) >= 2",
            "de antwoorden van de twee partijen over de steun liggen minstens 2 punten uit elkaar",
            "the answers of the two parties about support are at least 2 points apart",
        ),
        (
            "verschil(jaren) > 2",
            "de antwoorden van de twee partijen over de duur liggen meer dan 2 jaar uit elkaar",
            "the answers of the two parties about the duration are more than 2 years apart",
        ),
        (
            "verschil(band) >= 1,5",
            "de antwoorden van de twee partijen over de band liggen minstens 1,5 punt uit elkaar",
            "the answers of the two parties about the bond are at least 1.5 points apart",
        ),
        (
            "laagste(band) < 2,5",
            "minstens één partij geeft minder dan een 2,5 voor de band",
            "at least one party gives less than a 2.5 for the bond",
        ),
        (
            "gemeente(steun) <= 2",
            "de gemeente geeft hoogstens een 2 voor de steun",
            "the municipality gives at most a 2 for support",
        ),
        (
            "migrantenorganisatie(band) >= 4",
            "de migrantenorganisatie geeft minstens een 4 voor de band",
            "the migrant organisation gives at least a 4 for the bond",
        ),
        (
            "laagste(jaren) < 2",
            "minstens één partij zegt: “We gaan nog minder dan 2 jaar door”",
            "at least one party says: “We go on for fewer than 2 years”",
        ),
        (
            "hoogste(jaren) <= 3",
            "beide partijen zeggen: “We gaan nog hoogstens 3 jaar door”",
            "both parties say: “We go on for at most 3 years”",
        ),
        ("laagste(jaren) = 2", "het laagste antwoord over de duur is 2", "the lowest answer about the duration is 2"),
        (
            "gemeente(jaren) >= 2",
            "de gemeente zegt: “We gaan nog minstens 2 jaar door”",
            "the municipality says: “We go on for at least 2 years”",
        ),
        (
            "een_van_beide(pijn) = ja",
            "minstens één partij zegt: “Er is pijn”",
            "at least one party says: “There is pain”",
        ),
        (
            "een_van_beide(pijn) != nee",
            "minstens één partij zegt: “Er is pijn”",
            "at least one party says: “There is pain”",
        ),
        (
            "een_van_beide(pijn) = nee",
            "beide partijen zeggen: “Er is geen pijn”",
            "both parties say: “There is no pain”",
        ),
        ("gemeente(pijn) = ja", "de gemeente zegt: “Er is pijn”", "the municipality says: “There is pain”"),
        ("vorm = papier", "het staat op papier", "it is on paper"),
        ("vorm != papier", "het staat niet op papier", "it is not on paper"),
        (
            "gemeente(wens) = stoppen",
            "de gemeente zegt: “We willen stoppen”",
            "the municipality says: “We want to stop”",
        ),
        (
            "vorm in [mondeling, papier]",
            "het is besproken of het staat op papier",
            "it has been discussed or it is on paper",
        ),
        (
            "niet vorm in [mondeling, papier]",
            "er is niets afgesproken",
            "nothing has been agreed",
        ),
        (
            "migrantenorganisatie(wens) in [meer, blijven]",
            "de migrantenorganisatie zegt: “We willen meer of we willen blijven”",
            "the migrant organisation says: “We want more or we want to stay”",
        ),
        ("maanden_sinds(start) >= 6", "de start was minstens 6 maanden geleden", "the start was at least 6 months ago"),
        ("maanden_tot(start) < 6", "de start is over minder dan 6 maanden", "the start is in less than 6 months"),
        ("evaluatie = nooit", "er is nooit geëvalueerd", "there has never been an evaluation"),
        (
            "aandeel_beantwoord(gemeente) < 0,5",
            "de gemeente beantwoordt minder dan 50% van de vragen die aan beide partijen zijn gesteld",
            "the municipality answers less than 50% of the questions that both parties were asked",
        ),
        (
            "bekend(mensen)",
            "er is een antwoord over het aantal mensen",
            "there is an answer about the number of people",
        ),
        (
            "niet bekend(mensen)",
            "er is nog geen antwoord over het aantal mensen",
            "there is no answer yet about the number of people",
        ),
        ("signaal(veilig)", "de bevinding “Er is iets gevonden” geldt", "the finding “Something was found” holds"),
        (
            "niet signaal(veilig)",
            "de bevinding “Er is iets gevonden” geldt niet",
            "the finding “Something was found” does not hold",
        ),
        ("veilig = ja en mensen = 3", "het is veilig en er zijn 3 mensen", "it is safe and there are 3 people"),
        ("veilig = ja of mensen = 3", "het is veilig of er zijn 3 mensen", "it is safe or there are 3 people"),
        (
            "veilig = ja en mensen = 3 en vorm = geen",
            "het is veilig, er zijn 3 mensen en er is niets afgesproken",
            "it is safe, there are 3 people and nothing has been agreed",
        ),
        (
            "(veilig = ja of mensen = 3) en vorm = geen",
            "het is veilig of er zijn 3 mensen, én er is niets afgesproken",
            "it is safe or there are 3 people, and nothing has been agreed",
        ),
        (
            "vorm in [mondeling, papier] en veilig = ja",
            "het is besproken of het staat op papier, én het is veilig",
            "it has been discussed or it is on paper, and it is safe",
        ),
        (
            "vorm in [mondeling, papier] of veilig = ja",
            "het is besproken, het staat op papier of het is veilig",
            "it has been discussed, it is on paper or it is safe",
        ),
        (
            "veilig = ja en mensen = 3 of vorm = geen",
            "het is veilig en er zijn 3 mensen, óf er is niets afgesproken",
            "it is safe and there are 3 people, or nothing has been agreed",
        ),
        (
            "(veilig = ja en mensen = 3 of vorm = geen) en procent < 80",
            "(het is veilig en er zijn 3 mensen, óf er is niets afgesproken), én het deel is minder dan 80 procent",
            "(it is safe and there are 3 people, or nothing has been agreed), and the share is fewer than 80 percent",
        ),
        (
            "niet (vorm = geen of vorm = papier) en veilig = ja",
            "er is iets afgesproken, het staat niet op papier en het is veilig",
            "something has been agreed, it is not on paper and it is safe",
        ),
        (
            "maanden_sinds(evaluatie) > 18",
            "de evaluatie was meer dan 18 maanden geleden of er is nooit geëvalueerd",
            "the evaluation was more than 18 months ago or there has never been an evaluation",
        ),
        (
            "maanden_sinds(evaluatie) > 6 en maanden_sinds(evaluatie) <= 18",
            "de evaluatie was meer dan 6 maanden geleden en de evaluatie was hoogstens 18 maanden geleden",
            "the evaluation was more than 6 months ago and the evaluation was at most 18 months ago",
        ),
        (
            "maanden_sinds(evaluatie) > 18 of maanden_sinds(evaluatie) <= 6",
            "de evaluatie was meer dan 18 maanden geleden, er is nooit geëvalueerd of de evaluatie was hoogstens 6 maanden geleden",  # noqa: E501 - one sentence
            "the evaluation was more than 18 months ago, there has never been an evaluation or the evaluation was at most 6 months ago",  # noqa: E501 - one sentence
        ),
        (
            "maanden_sinds(evaluatie) <= 18",
            "de evaluatie was hoogstens 18 maanden geleden",
            "the evaluation was at most 18 months ago",
        ),
        (
            "maanden_tot(evaluatie) != 3 en veilig = ja",
            "de evaluatie is niet over precies 3 maanden of er is nooit geëvalueerd, én het is veilig",
            "the evaluation is not in exactly 3 months or there has never been an evaluation, and it is safe",
        ),
        (
            "signaal(veilig) of signaal(druk) of veilig = nee",
            "minstens één van de bevindingen “Er is iets gevonden” of “Het is druk” geldt of het is niet veilig",
            "at least one of the findings “Something was found” or “It is busy” holds or it is not safe",
        ),
        (
            "signaal(veilig) en signaal(druk)",
            "de bevindingen “Er is iets gevonden” en “Het is druk” gelden",
            "the findings “Something was found” and “It is busy” hold",
        ),
        (
            "niet (signaal(veilig) of signaal(druk))",
            "de bevinding “Er is iets gevonden” geldt niet en de bevinding “Het is druk” geldt niet",
            "the finding “Something was found” does not hold and the finding “It is busy” does not hold",
        ),
        (
            "niet (veilig = ja en mensen = 3)",
            "het is niet veilig of er zijn minder of meer dan 3 mensen",
            "it is not safe or there are less or more than 3 people",
        ),
        (
            "niet (veilig = ja of mensen < 3)",
            "het is niet veilig en er zijn minstens 3 mensen",
            "it is not safe and there are at least 3 people",
        ),
    ],
)
def test_a_condition_reads_as_a_sentence(said: Callable[[str, str], str], text: str, dutch: str, english: str) -> None:
    assert (said(text, "nl"), said(text, "en")) == (dutch, english)


def test_none_may_have_a_clause_of_its_own(tmp_path: Path) -> None:
    facts = FACTS.replace("eenheid: mensen", "eenheid: mensen, zin_geen: er is niemand")
    made = ruleset_from(tmp_path, facts + rules(veilig="veilig = ja"))
    sentences = Sentences(made, "nl")
    said = [sentences.condition(parse(f"mensen {comparison}")) for comparison in ("= 0", "< 1", "<= 0", "> 0", "< 2")]
    assert said == [
        "er is niemand",
        "er is niemand",
        "er is niemand",
        "er is minstens 1 mens",
        "er zijn minder dan 2 mensen",
    ]
    partnership = Partnership.from_facts({"mensen": 0}, made.vocabulary, reference_date=DAY)
    assert sentences.fact(Quantity("mensen"), partnership) == "er is niemand"


def test_one_month_is_no_months(said: Callable[[str, str], str]) -> None:
    assert "1 maanden" not in said("maanden_sinds(start) > 1", "nl")
    assert "1 months" not in said("maanden_tot(start) > 1", "en")


def test_one_point_is_no_points(said: Callable[[str, str], str]) -> None:
    assert "1 punten" not in said("verschil(steun) = 1", "nl")
    assert "1 points" not in said("verschil(steun) = 1", "en")


PEOPLE = 'eenheid: mensen, zin: "er zijn {aantal} mensen", zin_een: "er is {aantal} mens"'


@pytest.mark.parametrize(
    ("written", "span"),
    [
        (PEOPLE, "1 mens"),
        (PEOPLE.replace('mensen"', 'mensen mee"').replace('mens"', 'mens mee"'), "1 mens"),
        (PEOPLE.replace('mensen"', 'mensen mee"'), "1 mensen"),
        (PEOPLE.replace('{aantal} mensen"', '{aantal} deelnemers"'), "1 mensen"),
        ('eenheid: uur, zin: "het duurt {aantal} uur"', "1 uur"),
    ],
)
def test_one_of_a_unit_is_called_as_in_the_sentence_about_one(tmp_path: Path, written: str, span: str) -> None:
    facts = FACTS.replace(PEOPLE, written).replace(
        "mensen: {soort: aantal, wie: samen", "mensen: {soort: aantal, wie: ieder"
    )
    ruleset = ruleset_from(tmp_path, facts + rules(r="verschil(mensen) >= 1"))
    (rule,) = ruleset.rules.values()
    assert Sentences(ruleset, "nl").condition(rule.expression) == (
        f"de antwoorden van de twee partijen over het aantal mensen liggen minstens {span} uit elkaar"
    )


def test_one_of_a_unit_is_called_so_in_english_too(said: Callable[[str, str], str]) -> None:
    assert said("verschil(mensen) >= 1", "en").endswith(" are at least 1 person apart")
    assert said("verschil(jaren) >= 1", "en").endswith(" are at least 1 (in years) apart")


def test_that_something_did_happen_once_is_said_in_good_word_order(said: Callable[[str, str], str]) -> None:
    assert "dat er is" not in said("evaluatie != nooit", "nl")


def test_whether_a_party_answered_is_not_said_as_its_opinion(said: Callable[[str, str], str]) -> None:
    assert "zegt" not in said("bekend(gemeente(steun))", "nl")
    assert "zegt" not in said("niet bekend(gemeente(steun))", "nl")
    assert "says" not in said("bekend(gemeente(steun))", "en")


@pytest.mark.parametrize(
    ("name", "view", "answer", "dutch", "english"),
    [
        ("veilig", View.ITSELF, True, "het is veilig", "it is safe"),
        ("veilig", View.ITSELF, False, "het is niet veilig", "it is not safe"),
        (
            "veilig",
            View.ITSELF,
            None,
            "er is nog geen antwoord over de veiligheid",
            "there is no answer yet about safety",
        ),
        ("mensen", View.ITSELF, 3, "er zijn 3 mensen", "there are 3 people"),
        ("mensen", View.ITSELF, 1, "er is 1 mens", "there is 1 person"),
        ("mensen", View.ITSELF, 0, "er zijn geen mensen", "there are no people"),
        ("cijfer", View.ITSELF, 4, "de sfeer: 4", "the mood: 4"),
        ("vorm", View.ITSELF, "papier", "het staat op papier", "it is on paper"),
        ("start", View.MONTHS_SINCE, "2025-06-01", "de start was op 1 juni 2025", "the start was on 1 June 2025"),
        (
            "start",
            View.MONTHS_UNTIL,
            "2026-12-31",
            "de start is op 31 december 2026",
            "the start is on 31 December 2026",
        ),
        ("evaluatie", View.ITSELF, "nooit", "er is nooit geëvalueerd", "there has never been an evaluation"),
        (
            "steun",
            View.LOWEST,
            {"gemeente": 4, "migrantenorganisatie": 2},
            "de gemeente geeft een 4 en de migrantenorganisatie een 2 voor de steun",
            "the municipality gives a 4 and the migrant organisation a 2 for support",
        ),
        (
            "steun",
            View.DIFFERENCE,
            {"migrantenorganisatie": 2},
            "de migrantenorganisatie geeft een 2 voor de steun",
            "the migrant organisation gives a 2 for support",
        ),
        (
            "steun",
            "gemeente",
            {"gemeente": 4, "migrantenorganisatie": 2},
            "de gemeente geeft een 4 voor de steun",
            "the municipality gives a 4 for support",
        ),
        (
            "steun",
            "gemeente",
            {"migrantenorganisatie": 2},
            "de gemeente heeft nog geen antwoord gegeven over de steun",
            "the municipality has not answered yet about support",
        ),
        ("steun", View.HIGHEST, None, "er is nog geen antwoord over de steun", "there is no answer yet about support"),
        (
            "pijn",
            View.EITHER,
            {"gemeente": True, "migrantenorganisatie": False},
            "de gemeente zegt: “Er is pijn” en de migrantenorganisatie zegt: “Er is geen pijn”",
            "the municipality says: “There is pain” and the migrant organisation says: “There is no pain”",
        ),
        (
            "jaren",
            View.LOWEST,
            {"gemeente": 2},
            "de gemeente zegt: “We gaan nog 2 jaar door”",
            "the municipality says: “We go on for 2 years”",
        ),
        (
            "wens",
            "migrantenorganisatie",
            {"migrantenorganisatie": "stoppen"},
            "de migrantenorganisatie zegt: “We willen stoppen”",
            "the migrant organisation says: “We want to stop”",
        ),
    ],
)
def test_an_answer_reads_as_a_sentence(  # noqa: PLR0913, PLR0917 - a column each
    ruleset: Ruleset, name: str, view: View | str, answer: object, dutch: str, english: str
) -> None:
    made = Partnership.from_facts({name: answer}, ruleset.vocabulary, reference_date=DAY)
    quantity = Quantity(name, view) if isinstance(view, View) else Quantity(name, party=view)
    said = [Sentences(ruleset, language).fact(quantity, made) for language in ("nl", "en")]
    assert said == [dutch, english]


def test_an_average_is_said_with_one_decimal(ruleset: Ruleset) -> None:
    facts = {"steun": {"gemeente": 4, "migrantenorganisatie": 2}, "moed": {"gemeente": 3, "migrantenorganisatie": 2}}
    made = Partnership.from_facts(facts, ruleset.vocabulary, reference_date=DAY)
    dutch, english = (Sentences(ruleset, language) for language in ("nl", "en"))
    band = Quantity("band", View.LOWEST)
    assert dutch.fact(band, made) == "de gemeente geeft een 3,5 en de migrantenorganisatie een 2 voor de band"
    assert english.fact(band, made) == "the municipality gives a 3.5 and the migrant organisation a 2 for the bond"


def test_an_average_of_which_a_part_is_missing_is_unknown(ruleset: Ruleset) -> None:
    made = Partnership.from_facts({"steun": {"gemeente": 4}}, ruleset.vocabulary, reference_date=DAY)
    said = Sentences(ruleset, "nl").fact(Quantity("band", View.LOWEST), made)
    assert said == "er is nog geen antwoord over de band"


def test_the_share_of_answers_is_said_as_a_percentage(ruleset: Ruleset) -> None:
    facts = {"steun": {"gemeente": 4}, "pijn": {"gemeente": True, "migrantenorganisatie": True}}
    made = Partnership.from_facts(facts, ruleset.vocabulary, reference_date=DAY)
    sentences = Sentences(ruleset, "nl")
    shares = [
        sentences.fact(Quantity(party, View.SHARE_ANSWERED), made) for party in ("gemeente", "migrantenorganisatie")
    ]
    assert shares == [
        "de gemeente beantwoordt 40% van de vragen die aan beide partijen zijn gesteld",
        "de migrantenorganisatie beantwoordt 20% van de vragen die aan beide partijen zijn gesteld",
    ]


@pytest.mark.parametrize(
    ("date", "dutch", "english"),
    [
        (datetime.date(2026, 1, 1), "1 januari 2026", "1 January 2026"),
        (datetime.date(2024, 2, 29), "29 februari 2024", "29 February 2024"),
        (datetime.date(2026, 12, 31), "31 december 2026", "31 December 2026"),
    ],
)
def test_a_date_is_said_in_words(date: datetime.date, dutch: str, english: str) -> None:
    assert in_words(date, "nl") == dutch
    assert in_words(date, "en") == english


def test_a_date_on_the_day_itself_is_past(ruleset: Ruleset) -> None:
    made = Partnership.from_facts({"start": DAY}, ruleset.vocabulary, reference_date=DAY)
    said = Sentences(ruleset, "nl").fact(Quantity("start", View.MONTHS_SINCE), made)
    assert said == "de start was op 1 maart 2026"


def test_a_number_just_below_one_decimal_is_rounded_half_up(ruleset: Ruleset) -> None:
    from fractions import Fraction

    sentences = Sentences(ruleset, "nl")
    assert sentences.number(Fraction(7, 3)) == "2,3"
    assert sentences.number(Fraction(5, 4)) == "1,3"
    assert sentences.number(Fraction(4, 2)) == "2"


DATED = """\
bronnen: {eigen: Eigen keuze}
feiten:
  einde:
    soort: datum
    wie: samen
    label: het einde van het geld
    vraag: Wanneer stopt het geld?
    zin: het geld stopt {wanneer}
    zin_voorbij: het geld stopte {wanneer}
    nooit: het geld heeft geen einddatum
  werk:
    soort: schaal
    wie: ieder
    label: het werk
    vraag: Is het werk haalbaar?
    bij_de_vraag: of het werk haalbaar is
"""


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("maanden_tot(einde) <= 6", "het geld stopt over hoogstens 6 maanden"),
        ("maanden_tot(einde) > 6", "het geld stopt over meer dan 6 maanden of het geld heeft geen einddatum"),
        ("maanden_sinds(einde) < 1", "het geld stopte minder dan 1 maand geleden"),
        ("gemeente(werk) <= 2", "de gemeente geeft hoogstens een 2 bij de vraag of het werk haalbaar is"),
        ("laagste(werk) >= 3", "beide partijen geven minstens een 3 bij de vraag of het werk haalbaar is"),
        (
            "verschil(werk) < 2",
            "de antwoorden van de twee partijen op de vraag of het werk haalbaar is, liggen minder dan 2 punten uit elkaar",  # noqa: E501 - one sentence
        ),
        ("laagste(werk) = 2", "het laagste antwoord op de vraag of het werk haalbaar is, is een 2"),
        ("bekend(werk)", "er is een antwoord op de vraag of het werk haalbaar is"),
        (
            "niet bekend(gemeente(werk))",
            "de gemeente heeft nog geen antwoord gegeven op de vraag of het werk haalbaar is",
        ),
    ],
)
def test_a_fact_may_say_its_moment_and_its_question_in_a_sentence(tmp_path: Path, text: str, sentence: str) -> None:
    made = ruleset_from(tmp_path, DATED + rules(laat="maanden_tot(einde) < 3"))
    assert Sentences(made, "nl").condition(parse(text)) == sentence


def test_an_answer_is_said_with_the_moment_and_the_question_of_its_fact(tmp_path: Path) -> None:
    made = ruleset_from(tmp_path, DATED + rules(laat="maanden_tot(einde) < 3"))
    sentences = Sentences(made, "nl")
    facts = {"einde": "2026-06-01", "werk": {"gemeente": 4, "migrantenorganisatie": 2}}
    to_come = Partnership.from_facts(facts, made.vocabulary, reference_date=DAY)
    past = Partnership.from_facts(facts, made.vocabulary, reference_date="2026-06-01")
    end, work = Quantity("einde", View.MONTHS_UNTIL), Quantity("werk", View.LOWEST)
    assert sentences.fact(end, to_come) == "het geld stopt op 1 juni 2026"
    assert sentences.fact(end, past) == "het geld stopte op 1 juni 2026"
    assert sentences.fact(work, past) == (
        "de gemeente geeft een 4 en de migrantenorganisatie een 2 bij de vraag of het werk haalbaar is"
    )
