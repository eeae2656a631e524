# language: nl
Functionaliteit: Duurzame samenwerking (voorwaarde 6)

  Samenwerken kost tijd en moet kunnen groeien. Geld dat steeds stopt, breekt af wat is
  opgebouwd. Praat daarom op tijd over het vervolg.

  Achtergrond:
    Gegeven een samenwerking
    En de peildatum is 1 januari 2026

  Regel: financieringsgat

    Scenario: Het geld stopt binnenkort, en er is nog geen besluit over het vervolg
      Gegeven de volgende feiten:
        | feit                             | antwoord           |
        | het einde van het geld           | 1 juli 2026        |
        | het besluit over wat daarna komt | nog niets besloten |
      Als om advies wordt gevraagd
      Dan heeft advies financieringsgat de ernst kritiek en de soort termijn

    Abstract Scenario: De grenzen van financieringsgat
      Gegeven de volgende feiten:
        | feit                             | antwoord         |
        | het einde van het geld           | <einde geld>     |
        | het besluit over wat daarna komt | <vervolgbesluit> |
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel financieringsgat: <uitkomst>

      Voorbeelden: De regel geldt
        | einde geld   | vervolgbesluit     | uitkomst |
        | 1 juli 2026  | nog niets besloten | geldt    |
        | 30 juni 2026 | nog niets besloten | geldt    |

      Voorbeelden: De regel geldt niet
        | einde geld  | vervolgbesluit     | uitkomst   |
        | 2 juli 2026 | nog niets besloten | geldt niet |
        | nooit       | nog niets besloten | geldt niet |
        | 1 juli 2026 | we gaan door       | geldt niet |

      Voorbeelden: Er ontbreekt een antwoord
        | einde geld  | vervolgbesluit     | uitkomst |
        | onbekend    | nog niets besloten | onbekend |
        | 1 juli 2026 | onbekend           | onbekend |

  Regel: vervolg_onzeker

    Scenario: Het geld stopt binnen 12 maanden, en er is nog geen besluit over het vervolg
      Gegeven de volgende feiten:
        | feit                             | antwoord           |
        | het einde van het geld           | 2 juli 2026        |
        | het besluit over wat daarna komt | nog niets besloten |
      Als om advies wordt gevraagd
      Dan heeft advies vervolg_onzeker de ernst hoog en de soort termijn

    Abstract Scenario: De grenzen van vervolg_onzeker
      Gegeven de volgende feiten:
        | feit                             | antwoord         |
        | het einde van het geld           | <einde geld>     |
        | het besluit over wat daarna komt | <vervolgbesluit> |
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel vervolg_onzeker: <uitkomst>

      Voorbeelden: De regel geldt
        | einde geld       | vervolgbesluit     | uitkomst |
        | 2 juli 2026      | nog niets besloten | geldt    |
        | 31 december 2026 | nog niets besloten | geldt    |
        | 1 januari 2027   | nog niets besloten | geldt    |

      Voorbeelden: De regel geldt niet
        | einde geld     | vervolgbesluit     | uitkomst   |
        | 30 juni 2026   | nog niets besloten | geldt niet |
        | 1 juli 2026    | nog niets besloten | geldt niet |
        | 2 januari 2027 | nog niets besloten | geldt niet |
        | nooit          | nog niets besloten | geldt niet |
        | 2 juli 2026    | we gaan door       | geldt niet |

      Voorbeelden: Er ontbreekt een antwoord
        | einde geld  | vervolgbesluit     | uitkomst |
        | onbekend    | nog niets besloten | onbekend |
        | 2 juli 2026 | onbekend           | onbekend |

  Regel: projectencarrousel

    Scenario: De samenwerking draait al jaren op eenmalig projectgeld
      Gegeven de volgende feiten:
        | feit                         | antwoord             |
        | het soort geld               | eenmalig projectgeld |
        | de start van de samenwerking | 1 januari 2023       |
      Als om advies wordt gevraagd
      Dan heeft advies projectencarrousel de ernst hoog en de soort borging

    Abstract Scenario: De grenzen van projectencarrousel
      Gegeven de volgende feiten:
        | feit                         | antwoord            |
        | het soort geld               | <financieringsvorm> |
        | de start van de samenwerking | <startdatum>        |
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel projectencarrousel: <uitkomst>

      Voorbeelden: De regel geldt
        | financieringsvorm    | startdatum       | uitkomst |
        | eenmalig projectgeld | 1 januari 2023   | geldt    |
        | eenmalig projectgeld | 31 december 2022 | geldt    |

      Voorbeelden: De regel geldt niet
        | financieringsvorm    | startdatum     | uitkomst   |
        | geen geld            | 1 januari 2023 | geldt niet |
        | eenmalig projectgeld | 2 januari 2023 | geldt niet |

      Voorbeelden: Er ontbreekt een antwoord
        | financieringsvorm    | startdatum     | uitkomst |
        | onbekend             | 1 januari 2023 | onbekend |
        | eenmalig projectgeld | onbekend       | onbekend |

  Regel: let_op_redelijke_termijn

    Scenario: Een subsidie van 3 jaar of langer wordt kleiner of stopt
      Gegeven de volgende feiten:
        | feit                             | antwoord   |
        | het besluit over wat daarna komt | we stoppen |
        | de jaren met dezelfde subsidie   | 3          |
      Als om advies wordt gevraagd
      Dan heeft advies let_op_redelijke_termijn de ernst hoog en de soort termijn

    Abstract Scenario: De grenzen van let_op_redelijke_termijn
      Gegeven de volgende feiten:
        | feit                             | antwoord         |
        | het besluit over wat daarna komt | <vervolgbesluit> |
        | de jaren met dezelfde subsidie   | <jaren>          |
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel let_op_redelijke_termijn: <uitkomst>

      Voorbeelden: De regel geldt
        | vervolgbesluit | jaren | uitkomst |
        | we stoppen     | 3     | geldt    |
        | we stoppen     | 4     | geldt    |
        | we bouwen af   | 3     | geldt    |

      Voorbeelden: De regel geldt niet
        | vervolgbesluit     | jaren | uitkomst   |
        | nog niets besloten | 3     | geldt niet |
        | we stoppen         | 2     | geldt niet |
        | we gaan door       | 3     | geldt niet |

      Voorbeelden: Er ontbreekt een antwoord
        | vervolgbesluit | jaren    | uitkomst |
        | onbekend       | 3        | onbekend |
        | we stoppen     | onbekend | onbekend |

    Scenario: Dat het geld stopt, staat er niet nog eens
      Gegeven de volgende feiten:
        | feit                             | antwoord   |
        | het besluit over wat daarna komt | we stoppen |
        | de jaren met dezelfde subsidie   | 3          |
      Als om advies wordt gevraagd
      Dan valt geld_krimpt onder let_op_redelijke_termijn

  Regel: verschil_verwachte_duur

    Scenario: De partijen willen niet even lang doorgaan
      Gegeven de volgende feiten:
        | feit                  | gemeente | migrantenorganisatie |
        | hoe lang je door wilt | 3        | 5                    |
      Als om advies wordt gevraagd
      Dan heeft advies verschil_verwachte_duur de ernst midden en de soort opbouw

    Abstract Scenario: De grenzen van verschil_verwachte_duur
      Gegeven de volgende feiten:
        | feit                  | gemeente   | migrantenorganisatie   |
        | hoe lang je door wilt | <gemeente> | <migrantenorganisatie> |
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel verschil_verwachte_duur: <uitkomst>

      Voorbeelden: De regel geldt
        | gemeente | migrantenorganisatie | uitkomst |
        | 3        | 5                    | geldt    |
        | 1        | 5                    | geldt    |
        | 2        | 5                    | geldt    |
        | 3        | 1                    | geldt    |

      Voorbeelden: De regel geldt niet
        | gemeente | migrantenorganisatie | uitkomst   |
        | 4        | 5                    | geldt niet |
        | 3        | 2                    | geldt niet |
        | 3        | 3                    | geldt niet |
        | 3        | 4                    | geldt niet |

      Voorbeelden: Er ontbreekt een antwoord
        | gemeente | migrantenorganisatie | uitkomst |
        | onbekend | 5                    | onbekend |
        | 3        | onbekend             | onbekend |

  Regel: geld_gestopt

    Scenario: Het geld is gestopt, en er is nog niets besloten over het vervolg
      Gegeven de volgende feiten:
        | feit                             | antwoord           |
        | het einde van het geld           | 31 december 2025   |
        | het besluit over wat daarna komt | nog niets besloten |
      Als om advies wordt gevraagd
      Dan heeft advies geld_gestopt de ernst kritiek en de soort termijn

    Abstract Scenario: De grenzen van geld_gestopt
      Gegeven de volgende feiten:
        | feit                             | antwoord  |
        | het einde van het geld           | <einde>   |
        | het besluit over wat daarna komt | <besluit> |
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel geld_gestopt: <uitkomst>

      Voorbeelden: De regel geldt
        | einde            | besluit            | uitkomst |
        | 31 december 2025 | nog niets besloten | geldt    |
        | 1 januari 2025   | nog niets besloten | geldt    |

      Voorbeelden: De regel geldt niet
        | einde            | besluit            | uitkomst   |
        | 1 januari 2026   | nog niets besloten | geldt niet |
        | nooit            | nog niets besloten | geldt niet |
        | 31 december 2025 | we gaan door       | geldt niet |

      Voorbeelden: Er ontbreekt een antwoord
        | einde            | besluit            | uitkomst |
        | onbekend         | nog niets besloten | onbekend |
        | 31 december 2025 | onbekend           | onbekend |

    Scenario: Het geld is gestopt: dat het binnenkort stopt, staat er niet nog eens
      Gegeven de volgende feiten:
        | feit                             | antwoord           |
        | het einde van het geld           | 31 december 2025   |
        | het besluit over wat daarna komt | nog niets besloten |
      Als om advies wordt gevraagd
      Dan valt financieringsgat onder geld_gestopt

  Regel: geld_krimpt

    Scenario: Er is besloten dat het geld minder wordt of stopt
      Gegeven de volgende feiten:
        | feit                             | antwoord   |
        | het besluit over wat daarna komt | we stoppen |
      Als om advies wordt gevraagd
      Dan heeft advies geld_krimpt de ernst hoog en de soort termijn

    Abstract Scenario: De grenzen van geld_krimpt
      Gegeven de volgende feiten:
        | feit                             | antwoord  |
        | het besluit over wat daarna komt | <besluit> |
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel geld_krimpt: <uitkomst>

      Voorbeelden: De regel geldt
        | besluit      | uitkomst |
        | we bouwen af | geldt    |
        | we stoppen   | geldt    |

      Voorbeelden: De regel geldt niet
        | besluit            | uitkomst   |
        | nog niets besloten | geldt niet |
        | we gaan door       | geldt niet |

      Voorbeelden: Er ontbreekt een antwoord
        | besluit  | uitkomst |
        | onbekend | onbekend |

  Regel: geld_past_niet_bij_werk

    Scenario: Minstens één partij vindt dat er te weinig geld is voor het werk dat is afgesproken
      Gegeven de volgende feiten:
        | feit                          | gemeente | migrantenorganisatie |
        | of het geld past bij het werk | 4        | 2                    |
      Als om advies wordt gevraagd
      Dan heeft advies geld_past_niet_bij_werk de ernst hoog en de soort opbouw

    Abstract Scenario: De grenzen van geld_past_niet_bij_werk
      Gegeven de volgende feiten:
        | feit                          | gemeente   | migrantenorganisatie   |
        | of het geld past bij het werk | <gemeente> | <migrantenorganisatie> |
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel geld_past_niet_bij_werk: <uitkomst>

      Voorbeelden: De regel geldt
        | gemeente | migrantenorganisatie | uitkomst |
        | 4        | 2                    | geldt    |
        | 1        | onbekend             | geldt    |

      Voorbeelden: De regel geldt niet
        | gemeente | migrantenorganisatie | uitkomst   |
        | 4        | 3                    | geldt niet |

      Voorbeelden: Er ontbreekt een antwoord
        | gemeente | migrantenorganisatie | uitkomst |
        | 4        | onbekend             | onbekend |

  Regel: wringt_duurzaamheid

    Scenario: Minstens één partij denkt dat de samenwerking de komende jaren niet kan doorgaan
      Gegeven de volgende feiten:
        | feit                      | gemeente | migrantenorganisatie |
        | de toekomst in één cijfer | 4        | 2                    |
      Als om advies wordt gevraagd
      Dan heeft advies wringt_duurzaamheid de ernst midden en de soort opbouw

    Abstract Scenario: De grenzen van wringt_duurzaamheid
      Gegeven de volgende feiten:
        | feit                      | gemeente   | migrantenorganisatie   |
        | de toekomst in één cijfer | <gemeente> | <migrantenorganisatie> |
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel wringt_duurzaamheid: <uitkomst>

      Voorbeelden: De regel geldt
        | gemeente | migrantenorganisatie | uitkomst |
        | 4        | 2                    | geldt    |
        | 1        | onbekend             | geldt    |

      Voorbeelden: De regel geldt niet
        | gemeente | migrantenorganisatie | uitkomst   |
        | 4        | 3                    | geldt niet |

      Voorbeelden: Er ontbreekt een antwoord
        | gemeente | migrantenorganisatie | uitkomst |
        | 4        | onbekend             | onbekend |

    Scenario: Is er een ander punt van deze voorwaarde, dan staat het cijfer daaronder
      Gegeven de volgende feiten:
        | feit                             | antwoord   |
        | het besluit over wat daarna komt | we stoppen |
      En de volgende feiten:
        | feit                      | gemeente | migrantenorganisatie |
        | de toekomst in één cijfer | 4        | 2                    |
      Als om advies wordt gevraagd
      Dan valt wringt_duurzaamheid onder geld_krimpt
