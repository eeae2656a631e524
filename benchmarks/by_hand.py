"""The shipped rules as an analyst who knows Polars would write them out, and the statuses of the conditions.

Not made from the rule files: whoever changes a rule there changes it here as well, and ``batch.py`` checks that both
say the same. The columns are those of ``assess_frame``: yes/no, whole numbers, options as text or Enum, dates, and
beside a date that may never come its ``.nooit``, filled wherever the date is answered. An empty cell is unknown;
Polars' own logic of three values does the rest.
"""

from __future__ import annotations

import calendar
import datetime

import polars as pl
from polars import col

SCANNED = (
    *("draagvlak", "positie", "van_onderop", "rollen", "gelijkwaardigheid", "duurzaamheid", "spreiding", "vertrouwen"),
    *("contact", "flexibiliteit", "kritiek", "resultaten", "capaciteit"),
)
"""The first look at each condition, in their order."""
PERCEPTIONS = (
    *("draagvlak_uitvoering", "invloed_op_besluit", "besluit_te_begrijpen", "doelen_passen_bij_behoefte"),
    *("vertrouwen_gemeenschap", "taken_helder", "gelijkwaardigheid", "erkenning", "gewenste_duur_jaren"),
    *("geld_past_bij_werk", "afspraken_nagekomen", "open_over_problemen", "zelfde_doel", "oud_zeer"),
    *("gebroken_toezeggingen_12m", "verantwoording_past", "kritiek_veilig", "kritiek_leidt_tot_verandering"),
    *("zelfreflectie_ander", "doelen_haalbaar", "zelfde_beeld_van_succes", "haalbaar_voor_mo"),
    *(f"scan_{name}" for name in SCANNED),
)
"""What both parties are asked."""

CONDITIONS: dict[int, tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]] = {
    1: (
        ("draagvlak_ontbreekt", "draagvlak_op_papier", "bestuurlijk_vacuum"),
        (
            *("opdrachtgever_zoeken", "uitvoering_haakt_niet_aan", "draagvlak_kwetsbaar", "raad_wel_bestuur_niet"),
            "initiatief_zonder_aansluiting",
        ),
        (),
    ),
    2: (
        ("te_laat_betrokken", "besluiten_niet_te_volgen", "schijnsamenwerking"),
        ("verschil_invloed", "start_vanuit_incident", "te_korte_reactietijd", "weinig_invloed"),
        (),
    ),
    3: (
        ("alleen_top_down", "mo_als_doorgeefluik", "gemeenschap_staat_er_niet_achter", "schijnsamenwerking"),
        ("beeld_achterban_verouderd", "initiatief_zonder_aansluiting", "doelen_missen_behoefte"),
        (),
    ),
    4: (
        ("veiligheid_niet_geregeld", "geen_rolafspraken"),
        ("papier_werkt_niet", "onduidelijk_wie_beslist", "afspraken_verouderd"),
        (),
    ),
    5: (
        ("verschil_gelijkwaardigheid", "ongelijkwaardig", "scheve_inzet", "schijnsamenwerking", "uitputting_dreigt"),
        ("erkenning_tekort", "geen_zeggenschap_over_geld"),
        ("sterke_basis",),
    ),
    6: (
        (
            *("financieringsgat", "vervolg_onzeker", "projectencarrousel", "let_op_redelijke_termijn"),
            *("geld_gestopt", "geld_krimpt", "geld_past_niet_bij_werk"),
            *("continuiteit_in_gevaar", "geen_bewijs_voor_vervolg", "bestuurlijk_vacuum"),
        ),
        ("verschil_verwachte_duur",),
        (),
    ),
    7: (
        (
            *("leunt_op_een_persoon_mo", "geen_drager_mo", "geen_drager_gemeente", "continuiteit_in_gevaar"),
            *("stille_afhankelijkheid", "relatie_verdwijnt_met_ambtenaar"),
        ),
        ("leunt_op_een_ambtenaar", "een_geldgever", "een_stem"),
        (),
    ),
    8: (
        (
            *("verschil_vertrouwen", "vertrouwen_ernstig_laag", "vertrouwen_laag", "oud_zeer_eerst"),
            *("toezeggingen_gebroken", "eerst_relatie_dan_papier", "gevoelig_zonder_basis"),
        ),
        ("vertrouwen_wankel", "oud_zeer_leeft"),
        ("sterke_basis",),
    ),
    9: (
        ("geen_vast_gezicht", "relatie_verdwijnt_met_ambtenaar", "gevoelig_zonder_basis"),
        ("wisselende_gezichten", "contact_op_afstand"),
        (),
    ),
    10: (
        ("regeldruk_te_hoog", "eisen_boven_draagkracht", "geld_komt_te_laat", "uitputting_dreigt"),
        ("vergaderen_op_werktijd", "verantwoording_knelt", "starre_opdracht"),
        (),
    ),
    11: (
        ("kritiek_onveilig", "feedback_zonder_gevolg", "stille_afhankelijkheid"),
        ("geen_feedback", "weinig_zelfreflectie"),
        ("sterke_basis",),
    ),
    12: (
        ("halen_zonder_brengen", "geen_bewijs_voor_vervolg"),
        (
            *("geen_evaluatie", "succes_onzichtbaar", "eenzijdige_evaluatie", "doelen_niet_haalbaar"),
            *("niets_teruggehoord", "beeld_van_succes_verschilt"),
        ),
        (),
    ),
    13: (
        (
            *("geld_past_niet_bij_werk", "overbelasting", "onderschatte_belasting", "eisen_boven_draagkracht"),
            *("geld_komt_te_laat", "uitputting_dreigt"),
        ),
        ("capaciteit_zonder_steun",),
        (),
    ),
}
"""The rules of each condition but its first look: those that make it a risk, that ask for attention, strengths."""


def findings(reference: datetime.date) -> dict[str, pl.Expr]:
    """Return for each rule whether it holds; null is undecided."""
    return {**_parties(), **_money_and_work(), **_dates(reference)}


def compound() -> dict[str, pl.Expr]:
    """Return the rules that look at other rules, which stand in columns by now."""
    has_no_money_ahead = col("financieringsgat") | col("vervolg_onzeker")
    has_little_trust = col("vertrouwen_laag") | col("vertrouwen_ernstig_laag")
    return {
        "continuiteit_in_gevaar": (
            (col("leunt_op_een_persoon_mo") | col("leunt_op_een_ambtenaar"))
            & (col("vervanger_geregeld") != "beide")
            & (has_no_money_ahead | col("projectencarrousel"))
        ),
        "schijnsamenwerking": (
            col("te_laat_betrokken")
            & col("alleen_top_down")
            & (col("ongelijkwaardig") | col("verschil_gelijkwaardigheid"))
        ),
        "uitputting_dreigt": (
            col("overbelasting")
            & (col("scheve_inzet") | col("regeldruk_te_hoog") | col("eisen_boven_draagkracht"))
            & (col("ondersteuning") == "geen")
        ),
        "eerst_relatie_dan_papier": (
            has_little_trust & (col("geen_rolafspraken") | col("papier_werkt_niet") | col("afspraken_verouderd"))
        ),
        "geen_bewijs_voor_vervolg": has_no_money_ahead & (col("geen_evaluatie") | col("succes_onzichtbaar")),
        "stille_afhankelijkheid": col("kritiek_onveilig") & col("een_geldgever"),
        "relatie_verdwijnt_met_ambtenaar": col("wisselende_gezichten") & col("leunt_op_een_ambtenaar"),
        "gevoelig_zonder_basis": (
            col("thema_gevoelig") & has_little_trust & (col("geen_vast_gezicht") | col("contact_op_afstand"))
        ),
        "bestuurlijk_vacuum": col("draagvlak_ontbreekt") & has_no_money_ahead,
    }


def statuses() -> dict[str, pl.Expr]:
    """Return the status of each condition, once all rules stand in columns."""
    found = {}
    for (number, (serious, other, strengths)), look in zip(CONDITIONS.items(), SCANNED, strict=True):
        is_decided = pl.all_horizontal(col(*serious, *other, *strengths).is_not_null())
        found[f"condition_{number}"] = (
            pl.when(pl.any_horizontal(col(*serious)))
            .then(pl.lit("risk"))
            .when(pl.any_horizontal(col(*other, f"wringt_{look}")))
            .then(pl.lit("attention"))
            .when(is_decided)
            .then(pl.lit("in_order"))
            .otherwise(pl.lit("unknown"))
        )
    return found


# --- who answers what ---


def both(fact: str) -> tuple[pl.Expr, pl.Expr]:
    """Return the answers of the two parties."""
    return col(f"{fact}.gemeente"), col(f"{fact}.migrantenorganisatie")


def low(fact: str, limit: int = 2) -> pl.Expr:
    """Say whether one of the parties answers so low."""
    one, other = both(fact)
    return (one <= limit) | (other <= limit)


def apart(fact: str) -> pl.Expr:
    """Say whether the answers of the parties lie two or more apart."""
    one, other = both(fact)
    return (one - other).abs() >= 2


def trust(party: str) -> pl.Expr:
    """Return the trust of a party three times: the sum of three answers."""
    return col(f"afspraken_nagekomen.{party}") + col(f"open_over_problemen.{party}") + col(f"zelfde_doel.{party}")


def answers_half(party: str) -> pl.Expr:
    """Say whether a party has answered half of what it is asked."""
    answered = pl.sum_horizontal(col(f"{fact}.{party}").is_not_null() for fact in PERCEPTIONS)
    return answered >= len(PERCEPTIONS) / 2


def _parties() -> dict[str, pl.Expr]:
    one, other = trust("gemeente"), trust("migrantenorganisatie")
    old_pain, other_pain = both("oud_zeer")
    broken, other_broken = both("gebroken_toezeggingen_12m")
    equal, other_equal = both("gelijkwaardigheid")
    safe, other_safe = both("kritiek_veilig")
    return {
        **{f"wringt_{look}": low(f"scan_{look}") for look in SCANNED},
        "weinig_invloed": low("invloed_op_besluit"),
        "besluiten_niet_te_volgen": low("besluit_te_begrijpen"),
        "gemeenschap_staat_er_niet_achter": low("vertrouwen_gemeenschap"),
        "geld_past_niet_bij_werk": low("geld_past_bij_werk"),
        "vertrouwen_wankel": low("afspraken_nagekomen") | low("open_over_problemen") | low("zelfde_doel"),
        "oud_zeer_leeft": old_pain | other_pain,
        "beeld_van_succes_verschilt": low("zelfde_beeld_van_succes"),
        "eenzijdig_beeld": answers_half("gemeente") ^ answers_half("migrantenorganisatie"),
        "uitvoering_haakt_niet_aan": low("draagvlak_uitvoering"),
        "verschil_invloed": apart("invloed_op_besluit"),
        "doelen_missen_behoefte": low("doelen_passen_bij_behoefte"),
        "verschil_gelijkwaardigheid": apart("gelijkwaardigheid"),
        "ongelijkwaardig": low("gelijkwaardigheid"),
        "erkenning_tekort": low("erkenning"),
        "verschil_verwachte_duur": apart("gewenste_duur_jaren"),
        "verschil_vertrouwen": (one - other).abs() >= 4.5,
        "vertrouwen_ernstig_laag": (one < 6) | (other < 6),
        "vertrouwen_laag": (one < 9) | (other < 9),
        "oud_zeer_eerst": (old_pain | other_pain) & ((one < 12) | (other < 12)),
        "toezeggingen_gebroken": (broken >= 2) | (other_broken >= 2),
        "verantwoording_knelt": low("verantwoording_past"),
        "kritiek_onveilig": other_safe <= 2,
        "feedback_zonder_gevolg": low("kritiek_leidt_tot_verandering"),
        "weinig_zelfreflectie": low("zelfreflectie_ander"),
        "doelen_niet_haalbaar": low("doelen_haalbaar"),
        "overbelasting": col("haalbaar_voor_mo.migrantenorganisatie") <= 2,
        "onderschatte_belasting": apart("haalbaar_voor_mo"),
        "sterke_basis": (
            (one >= 12) & (other >= 12) & (equal >= 4) & (other_equal >= 4) & (safe >= 4) & (other_safe >= 4)
        ),
    }


# --- what is so ---


def _money_and_work() -> dict[str, pl.Expr]:
    has_patron, phase, pressure = col("bestuurlijk_opdrachtgever"), col("fase"), col("uren_administratie_per_maand")
    agreements, origin, is_unpaid = col("afspraken_vorm"), col("herkomst_agenda"), col("betaalde_uren_per_week") == 0
    is_late = col("moment_betrokken").is_in(["uitvoering", "achteraf"])
    return {
        "draagvlak_ontbreekt": ~has_patron & (col("opgenomen_in_beleid") == "geen") & (phase != "ontwikkeling"),
        "opdrachtgever_zoeken": ~has_patron & (phase == "ontwikkeling"),
        "draagvlak_op_papier": has_patron & (col("ambtelijke_uren_per_week") < 4),
        "draagvlak_kwetsbaar": col("bestuurswissel_binnen_12m") & (col("opgenomen_in_beleid") != "vastgesteld"),
        "raad_wel_bestuur_niet": col("steun_raad") & ~has_patron,
        "te_laat_betrokken": is_late & low("invloed_op_besluit"),
        "start_vanuit_incident": ((col("aanleiding") == "incident") & phase.is_in(["ontwikkeling", "totstandkoming"])),
        "te_korte_reactietijd": col("weken_reactietijd") < 3,
        "alleen_top_down": (origin == "gemeente") & (col("ideeen_achterban_uitgevoerd_12m") == 0),
        "mo_als_doorgeefluik": ~col("eigen_doelen_mo_in_plan") & (origin == "gemeente"),
        "initiatief_zonder_aansluiting": (origin == "migrantenorganisatie") & ~has_patron,
        "veiligheid_niet_geregeld": (
            col("afspraken_privacy_veiligheid").is_in(["ontbreekt", "niet_nodig"]) & col("thema_gevoelig")
        ),
        "geen_rolafspraken": (agreements == "geen") & phase.is_in(["totstandkoming", "uitvoering"]),
        "papier_werkt_niet": agreements.is_in(["kort_op_papier", "overeenkomst"]) & low("taken_helder"),
        "onduidelijk_wie_beslist": ~col("wie_beslist_helder"),
        "scheve_inzet": (
            col("vergoeding_inzet").is_in(["geen", "onkosten"]) & (col("vrijwilligersuren_per_week") >= 16) & is_unpaid
        ),
        "geen_zeggenschap_over_geld": low("gelijkwaardigheid", 3) & ~col("beslist_mee_over_geld"),
        "let_op_redelijke_termijn": (
            col("vervolgbesluit").is_in(["afbouwen", "stoppen"]) & (col("jaren_zelfde_subsidie") >= 3)
        ),
        "geld_krimpt": col("vervolgbesluit").is_in(["afbouwen", "stoppen"]),
        "geen_drager_mo": col("dragers_mo") == 0,
        "geen_drager_gemeente": col("dragers_gemeente") == 0,
        "leunt_op_een_persoon_mo": col("dragers_mo") <= 1,
        "leunt_op_een_ambtenaar": col("dragers_gemeente") <= 1,
        "een_geldgever": col("aandeel_grootste_geldgever") >= 80,
        "een_stem": (col("aantal_migrantenorganisaties") == 1) & col("thema_gevoelig"),
        "geen_vast_gezicht": ~col("vaste_contactpersoon"),
        "wisselende_gezichten": col("wisselingen_contactpersoon_24m") >= 2,
        "contact_op_afstand": (col("ontmoetingen_per_kwartaal") == 0) | (col("bezoeken_op_locatie_12m") == 0),
        "vergaderen_op_werktijd": (col("vergadertijd") == "kantooruren") & is_unpaid,
        "regeldruk_te_hoog": (pressure >= 8) & (col("subsidie_per_jaar") <= 10_000),
        "geld_komt_te_laat": col("moet_voorschieten"),
        "starre_opdracht": ~col("plan_mag_veranderen"),
        "geen_feedback": col("feedbackmomenten_per_jaar") == 0,
        "niets_teruggehoord": ~col("resultaten_teruggekoppeld"),
        "succes_onzichtbaar": phase.is_in(["uitvoering", "afronding"]) & (col("successen_gedeeld_12m") == 0),
        "capaciteit_zonder_steun": (col("basis_op_orde") != "ja") & (col("ondersteuning") == "geen"),
        "eisen_boven_draagkracht": (col("basis_op_orde") == "nee") & (pressure >= 8),
    }


# --- since when, and until when ---


def _dates(reference: datetime.date) -> dict[str, pl.Expr]:
    phase, has_no_decision = col("fase"), col("vervolgbesluit") == "geen"
    ends, never_ends = col("einddatum_financiering"), col("einddatum_financiering.nooit")
    ends_within_half_year = (ends <= months_ahead(reference, 6)) & ~never_ends
    ends_within_year = (ends <= months_ahead(reference, 12)) & ~never_ends
    is_on_paper = col("afspraken_vorm").is_in(["kort_op_papier", "overeenkomst"])
    asked_long_ago = longer_ago("datum_peiling_achterban", 18, reference)
    evaluated_long_ago = longer_ago("datum_evaluatie", 18, reference)
    return {
        "beeld_achterban_verouderd": asked_long_ago,
        "afspraken_verouderd": (
            (phase == "uitvoering") & is_on_paper & longer_ago("datum_herziening_afspraken", 24, reference)
        ),
        "geld_gestopt": (ends < reference) & ~never_ends & has_no_decision,
        "financieringsgat": ends_within_half_year & has_no_decision,
        "vervolg_onzeker": ~ends_within_half_year & ends_within_year & has_no_decision,
        "projectencarrousel": (
            (col("financieringsvorm") == "incidenteel_project") & (col("startdatum") <= months_ago(reference, 36))
        ),
        "geen_evaluatie": phase.is_in(["uitvoering", "afronding"]) & evaluated_long_ago,
        "halen_zonder_brengen": ~col("resultaten_teruggekoppeld") & ~asked_long_ago,
        "eenzijdige_evaluatie": ~col("evaluatie_samen") & ~evaluated_long_ago,
    }


def longer_ago(fact: str, months: int, reference: datetime.date) -> pl.Expr:
    """Say whether a day was longer than so many months ago, or never."""
    return (col(fact) < passed_months_ago(reference, months)) | col(f"{fact}.nooit")


def months_ago(day: datetime.date, months: int) -> datetime.date:
    """Return the last day from which at least so many months have passed."""
    first = _month(day, -months)
    length = _length(first)
    return first.replace(day=length if day.day == _length(day) else min(day.day, length))


def passed_months_ago(day: datetime.date, months: int) -> datetime.date:
    """Return the first day from which no more than so many months have passed."""
    first = _month(day, -months)
    return first + datetime.timedelta(days=min(day.day - 1, _length(first)))


def months_ahead(day: datetime.date, months: int) -> datetime.date:
    """Return the day so many months later, at most the last of its month."""
    first = _month(day, months)
    return first.replace(day=min(day.day, _length(first)))


def _month(day: datetime.date, months: int) -> datetime.date:
    """Return the first day of the month so many months later."""
    index = day.year * 12 + day.month - 1 + months
    return datetime.date(index // 12, index % 12 + 1, 1)


def _length(day: datetime.date) -> int:
    return calendar.monthrange(day.year, day.month)[1]
