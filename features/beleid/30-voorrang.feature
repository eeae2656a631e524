# language: nl
Functionaliteit: Wat eerst komt, en wat onder een ander advies valt

  Een lijst met twintig punten helpt niemand. Wat bij elkaar hoort, wordt één advies.
  Wat het meest dringt, staat bovenaan. De regels daarvoor staan in rules/prioriteit.yaml.

  Achtergrond:
    Gegeven een samenwerking
    En de peildatum is 1 januari 2026

  Scenario: Eén persoon en onzeker geld worden samen één advies
    Gegeven de volgende feiten:
      | het aantal mensen van de migrantenorganisatie dat het werk kan doen | 1                  |
      | de vervanging van de belangrijkste persoon                          | voor niemand       |
      | het einde van het geld                                              | 1 april 2026       |
      | het besluit over wat daarna komt                                    | nog niets besloten |
    Als om advies wordt gevraagd
    Dan is dit het advies:
      | continuiteit_in_gevaar |
    En valt leunt_op_een_persoon_mo onder continuiteit_in_gevaar
    En valt financieringsgat onder continuiteit_in_gevaar

  Scenario: Wat ernstiger is, verdwijnt nooit onder een ander advies
    Gegeven de volgende feiten:
      | het einde van het geld           | 1 april 2026       |
      | het besluit over wat daarna komt | nog niets besloten |
      | de fase van de samenwerking      | we voeren het uit  |
      | de gedeelde successen            | 0                  |
    Als om advies wordt gevraagd
    Dan is dit het advies:
      | financieringsgat         |
      | geen_bewijs_voor_vervolg |
    En is financieringsgat een eigen advies
    En valt succes_onzichtbaar onder geen_bewijs_voor_vervolg

  Scenario: Heel weinig vertrouwen vervangt weinig vertrouwen
    Gegeven de volgende feiten:
      | feit                          | gemeente | migrantenorganisatie |
      | het nakomen van afspraken     | 4        | 1                    |
      | eerlijk praten over problemen | 4        | 2                    |
      | het werken aan hetzelfde doel | 4        | 2                    |
    Als om advies wordt gevraagd
    Dan is het eerste advies vertrouwen_ernstig_laag
    En valt vertrouwen_laag onder vertrouwen_ernstig_laag

  Scenario: Een gevoelig onderwerp zonder vertrouwen en zonder contact is één advies
    Gegeven de volgende feiten:
      | feit                          | gemeente | migrantenorganisatie |
      | het nakomen van afspraken     | 3        | 1                    |
      | eerlijk praten over problemen | 3        | 2                    |
      | het werken aan hetzelfde doel | 3        | 2                    |
    En een gevoelig onderwerp is ja
    En één vast gezicht bij de gemeente is nee
    Als om advies wordt gevraagd
    Dan valt vertrouwen_ernstig_laag onder gevoelig_zonder_basis
    En valt vertrouwen_laag onder gevoelig_zonder_basis
    En valt geen_vast_gezicht onder gevoelig_zonder_basis

  Scenario: Veiligheid gaat voor alles
    Gegeven de volgende feiten:
      | een gevoelig onderwerp                 | ja                  |
      | de afspraken over privacy en veiligheid | nee, die ontbreken |
      | het einde van het geld                 | 1 april 2026        |
      | het besluit over wat daarna komt       | nog niets besloten  |
    Als om advies wordt gevraagd
    Dan is het eerste advies veiligheid_niet_geregeld
    En staat veiligheid_niet_geregeld boven financieringsgat
    En staat er "Veiligheid gaat voor alles."

  Scenario: Wat ernstiger is, staat hoger
    Gegeven de volgende feiten:
      | het aantal mensen van de migrantenorganisatie dat het werk kan doen | 1 |
      | het aantal mensen van de gemeente dat het werk kan doen             | 1 |
    Als om advies wordt gevraagd
    Dan staat leunt_op_een_persoon_mo boven leunt_op_een_ambtenaar

  Scenario: Bij gelijke ernst gaat een termijn voor
    Gegeven de volgende feiten:
      | een wissel van bestuur binnen een jaar      | ja  |
      | de plaats in een plan van de gemeente       | nee |
      | de tijd om op een plan te reageren          | 2   |
    Als om advies wordt gevraagd
    Dan staat draagvlak_kwetsbaar boven te_korte_reactietijd

  Scenario: Herstellen gaat voor opbouwen
    Gegeven de volgende feiten:
      | feit                                                | gemeente | migrantenorganisatie |
      | de invloed van de migrantenorganisatie op besluiten | 4        | 2                    |
    En de tijd om op een plan te reageren is 2
    Als om advies wordt gevraagd
    Dan staat verschil_invloed boven te_korte_reactietijd

  Scenario: Een besluit over geld gaat voor weinig vertrouwen
    Gegeven de volgende feiten:
      | feit                          | gemeente | migrantenorganisatie |
      | het nakomen van afspraken     | 3        | 2                    |
      | eerlijk praten over problemen | 3        | 2                    |
      | het werken aan hetzelfde doel | 3        | 2                    |
    En het besluit over wat daarna komt is we stoppen
    Als om advies wordt gevraagd
    Dan staat geld_krimpt boven vertrouwen_laag

  Scenario: Wat goed gaat, staat onderaan
    Gegeven de volgende feiten:
      | feit                          | gemeente | migrantenorganisatie |
      | het nakomen van afspraken     | 4        | 4                    |
      | eerlijk praten over problemen | 4        | 4                    |
      | het werken aan hetzelfde doel | 4        | 4                    |
      | de gelijkwaardigheid          | 4        | 4                    |
      | veilig kritiek kunnen geven   | 4        | 4                    |
    En het deel van de grootste geldgever is 100
    Als om advies wordt gevraagd
    Dan staat een_geldgever boven sterke_basis
    En is het aantal adviezen 2

  Scenario: Wie niets vertelt, krijgt nog geen advies
    Als om advies wordt gevraagd
    Dan is het aantal adviezen 0
    En is de stand van voorwaarde 1: nog onbekend
    En staat er "Let op: er is nog niets bekend. Er is nog geen enkel antwoord."
