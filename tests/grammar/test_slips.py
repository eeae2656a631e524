"""What people write from habit: the language says what it offers instead, at the whole of the slip."""

import pytest

from samenwerkadvies.grammar.parser import ExpressionError, parse
from samenwerkadvies.grammar.slips import slip_at


@pytest.mark.parametrize(
    ("text", "shown", "hint"),
    [
        ("2 <= koks <= 5 en contact = ja", "2 <= koks <= 5", "koks >= 2 en koks <= 5"),
        ("5 > laagste(sfeer) >= 2", "5 > laagste(sfeer) >= 2", "laagste(sfeer) < 5 en laagste(sfeer) >= 2"),
        ("contact = ja en 5 >= koks", "5 >= koks", "koks <= 5"),
        ("5 <> koks", "5 <> koks", "koks != 5"),
        ("koks >= 2 <= 5", "koks >= 2 <= 5", "koks >= 2 en koks <= 5"),
        ("koks < 2 of > 5", "koks < 2 of > 5", "koks < 2 of koks > 5"),
        ("koks tussen 1 en 5", "koks tussen 1 en 5", "koks >= 1 en koks <= 5"),
        ("koks ligt tussen 1 en 5", "koks ligt tussen 1 en 5", "koks >= 1 en koks <= 5"),
        ("koks = 1-5", "koks = 1-5", "koks >= 1 en koks <= 5"),
        ("koks 1 t/m 5", "koks 1 t/m 5", "koks >= 1 en koks <= 5"),
        ("koks = 1..5", "koks = 1..5", "koks >= 1 en koks <= 5"),
        ("feest < 1-1-2025", "feest < 1-1-2025", "maanden_sinds(feest) > 12, of maanden_tot(feest) < 3"),
        ("feest = 2025-01-01", "feest = 2025-01-01", "maanden_sinds(feest) > 12, of maanden_tot(feest) < 3"),
        ("feest > 31/12/2025", "feest > 31/12/2025", "maanden_sinds(feest) > 12, of maanden_tot(feest) < 3"),
        ("feest > 1 mei 2025", "feest > 1 mei 2025", "maanden_sinds(feest) > 12, of maanden_tot(feest) < 3"),
        ("koks <= 50% en contact = ja", "50%", "50"),
        ("koks <= 50 procent", "50 procent", "50"),
        ("koks <= 12,5%", "12,5%", "12,5"),
        ("aandeel_beantwoord(gemeente) >= 50%", "aandeel_beantwoord(gemeente) >= 50%", "0,5"),
        ("koks >= € 6.000", "€ 6.000", "6000"),
        ("koks >= 600 euro", "600 euro", "600"),
        ("maanden_sinds(feest) > 12 maanden", "12 maanden", "12"),
        ("koks + gasten <= 1", "koks + gasten", ""),
        ("koks * 2 <= 1", "koks * 2", ""),
        ("koks - gasten <= 1", "koks - gasten", ""),
        ("vaste-contactpersoon = ja", "vaste-contactpersoon", "vaste_contactpersoon"),
        ("koks > -1", "-1", ""),
        ("koks > –1", "–1", ""),
        ("plek = 'huis'", "'huis'", "huis"),
        ("“plek” = huis", "“plek”", "plek"),
        ('koks = "', '"', ""),
        ("koks = 1 of 2 of 3", "koks = 1 of 2 of 3", "koks = 1 of koks = 2 of koks = 3"),
        ("plek = huis of stadhuis", "plek = huis of stadhuis", "plek in [huis, stadhuis]"),
        ("koks in [1, 2]", "koks in [1, 2]", "koks = 1 of koks = 2"),
        ("plek in (huis, stadhuis)", "in (huis, stadhuis)", "in [huis, stadhuis]"),
        ("plek niet in [huis]", "plek niet in", "niet plek in"),
        ("plek is leeg", "plek is leeg", "niet bekend(plek)"),
        ("gemeente(sfeer) ontbreekt", "gemeente(sfeer) ontbreekt", "niet bekend(gemeente(sfeer))"),
        ("plek is ingevuld", "plek is ingevuld", "bekend(plek)"),
        ("koks is groter dan 5", "is groter dan", ">"),
        ("koks minimaal 5", "minimaal", ">="),
        ("koks ten  hoogste 5", "ten  hoogste", "<="),
        ("plek is niet huis", "is niet", "!="),
        ("plek is huis", "is", "="),
        ("not plek = huis", "not", "niet"),
        ("als koks <= 1", "als", ""),
        ("gemiddelde(a, b) > 2", "gemiddelde(a, b)", ""),
        ("geëvalueerd = ja", "geëvalueerd", "geevalueerd"),
    ],
)
def test_a_habit_gets_what_the_language_offers_instead(text: str, shown: str, hint: str) -> None:
    with pytest.raises(ExpressionError) as caught:
        parse(text)
    found = caught.value.problem
    assert (found.code, text[slice(*found.span)], found.hint) == ("TAAL01", shown, hint)
    assert found.message
    assert found.expected


@pytest.mark.parametrize(
    ("text", "shown", "hint"),
    [
        ("minimaal 3 koks", "minimaal 3 koks", "koks >= 3"),
        ("contact = ja en max 3 koks", "max 3 koks", "koks <= 3"),
        ("koks groter dan of gelijk aan 3", "groter dan of gelijk aan", ">="),
        ("koks is kleiner of gelijk aan 3", "is kleiner of gelijk aan", "<="),
        ("koks > of gelijk aan 3", "> of gelijk aan", ">="),
        ("koks niet meer dan 3", "niet meer dan", "<="),
        ("koks min 3", "min", ">="),
        ("contact = ja en/of koks > 3", "en/of", "of"),
        ("contact = niet ja", "contact = niet ja", "contact != ja"),
        ("contact is geen ja", "is geen", "!="),
        ("laagste sfeer <= 2", "laagste sfeer", "laagste(sfeer)"),
        ("bekend koks en contact = ja", "bekend koks", "bekend(koks)"),
        ("sfeer.laagste <= 2", "sfeer.laagste", "laagste(sfeer)"),
        ("sfeer.gemeente <= 2", "sfeer.gemeente", "gemeente(sfeer)"),
        ("gemeente van sfeer <= 2", "gemeente van sfeer", "gemeente(sfeer)"),
        ("contact: ja", "contact: ja", "contact = ja"),
        ("contact = ja; koks > 3", ";", "en"),
        ("contact = ja, koks > 3", ",", "en"),
        ("contact = ja plus koks > 3", "plus", "en"),
        ("contact = ja zonder koks > 3", "zonder", "en niet"),
        ("zowel contact = ja als koks > 3", "zowel contact = ja als", "contact = ja en"),
        ("koks !== 3", "!==", "!="),
        ("koks > 3 // de baas", "// de baas", ""),
        ("koks > 3 -- de baas", "-- de baas", ""),
        ("koks > 3.", ".", ""),
        ("contact = ja dan", "dan", ""),
        ("indien contact = ja", "indien", ""),
        ("en contact = ja", "en", ""),
        ("contact = ja of of koks > 3", "of of", ""),
    ],
)
def test_what_people_write_in_words_and_in_other_languages_is_known(text: str, shown: str, hint: str) -> None:
    with pytest.raises(ExpressionError) as caught:
        parse(text)
    fault = caught.value.problem
    assert (text[slice(*fault.span)].strip(), fault.hint) == (shown, hint)
    if hint and "(gemeente)" not in text:
        parse(text.replace(shown, f" {hint}", 1))


@pytest.mark.parametrize(
    "text", ["koks = 1 of 2", "2 <= koks <= 5", "koks tussen 1 en 5", "plek = huis of tuin", "5 >= koks"]
)
def test_what_is_offered_can_be_written_as_it_is(text: str) -> None:
    with pytest.raises(ExpressionError) as caught:
        parse(text)
    parse(caught.value.problem.hint)


def test_a_point_before_three_figures_may_be_a_thousand_or_a_decimal() -> None:
    with pytest.raises(ExpressionError) as caught:
        parse("geld >= 6.000")
    assert (caught.value.problem.code, caught.value.problem.hint) == ("TAAL06", "6000, of 6,000")


def test_a_fact_alone_beside_a_yes_or_no_stays_a_fact_alone() -> None:
    with pytest.raises(ExpressionError) as caught:
        parse("a = ja of b")
    assert caught.value.problem.code == "TAAL10"


def test_a_slip_far_away_is_not_looked_for() -> None:
    assert slip_at("2 <= koks <= 5 " + " " * 500 + "?", 515) is None
