# language: nl
Functionaliteit: Wat samen meer zegt dan apart

  Sommige regels volgen uit andere regels.

  Achtergrond:
    Gegeven een samenwerking
    En de peildatum is 1 januari 2026

  Regel: continuiteit_in_gevaar

    Scenario: Het werk rust op één persoon, de vervanging is niet rond en het geld is onzeker
      Gegeven de volgende feiten:
        | feit                                                    | antwoord           |
        | het aantal mensen van de gemeente dat het werk kan doen | 1                  |
        | het einde van het geld                                  | 1 juni 2026        |
        | het besluit over wat daarna komt                        | nog niets besloten |
        | de vervanging van de belangrijkste persoon              | aan één kant       |
      Als om advies wordt gevraagd
      Dan heeft advies continuiteit_in_gevaar de ernst kritiek en de soort termijn

    Abstract Scenario: De grenzen van continuiteit_in_gevaar
      Gegeven de volgende feiten:
        | feit                                                                | antwoord            |
        | het aantal mensen van de migrantenorganisatie dat het werk kan doen | <mensen>            |
        | het aantal mensen van de gemeente dat het werk kan doen             | <ambtenaren>        |
        | het einde van het geld                                              | <einde geld>        |
        | het besluit over wat daarna komt                                    | <vervolgbesluit>    |
        | het soort geld                                                      | <financieringsvorm> |
        | de start van de samenwerking                                        | <startdatum>        |
        | de vervanging van de belangrijkste persoon                          | <vervanging>        |
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel continuiteit_in_gevaar: <uitkomst>

      Voorbeelden: De regel geldt
        | mensen   | ambtenaren | einde geld  | vervolgbesluit     | financieringsvorm    | startdatum       | vervanging   | uitkomst |
        | onbekend | 1          | 1 juni 2026 | nog niets besloten | onbekend             | onbekend         | aan één kant | geldt    |
        | onbekend | 1          | 2 juli 2026 | nog niets besloten | onbekend             | onbekend         | aan één kant | geldt    |
        | 0        | onbekend   | 1 juni 2026 | nog niets besloten | onbekend             | onbekend         | aan één kant | geldt    |
        | onbekend | 1          | onbekend    | nog niets besloten | eenmalig projectgeld | 1 september 2022 | aan één kant | geldt    |

      Voorbeelden: De regel geldt niet
        | mensen   | ambtenaren | einde geld     | vervolgbesluit     | financieringsvorm | startdatum | vervanging        | uitkomst   |
        | onbekend | 1          | 1 juni 2026    | nog niets besloten | onbekend          | onbekend   | voor beide kanten | geldt niet |
        | onbekend | 1          | 2 januari 2027 | nog niets besloten | geen geld         | onbekend   | aan één kant      | geldt niet |

      Voorbeelden: Er ontbreekt een antwoord
        | mensen   | ambtenaren | einde geld  | vervolgbesluit     | financieringsvorm | startdatum | vervanging   | uitkomst |
        | onbekend | onbekend   | 1 juni 2026 | nog niets besloten | onbekend          | onbekend   | aan één kant | onbekend |
        | onbekend | 1          | onbekend    | nog niets besloten | onbekend          | onbekend   | aan één kant | onbekend |
        | onbekend | 1          | 1 juni 2026 | onbekend           | onbekend          | onbekend   | aan één kant | onbekend |
        | onbekend | 1          | 1 juni 2026 | nog niets besloten | onbekend          | onbekend   | onbekend     | onbekend |

  Regel: schijnsamenwerking

    Scenario: De organisatie is laat gevraagd, het plan komt van de gemeente en jullie zijn niet gelijkwaardig
      Gegeven de volgende feiten:
        | feit                                                  | antwoord            |
        | het moment waarop de migrantenorganisatie is gevraagd | toen het werk begon |
        | wie het onderwerp heeft bedacht                       | de gemeente         |
        | de uitgevoerde ideeën uit de gemeenschap              | 0                   |
      En de volgende feiten:
        | feit                                                | gemeente | migrantenorganisatie |
        | de invloed van de migrantenorganisatie op besluiten | 3        | 2                    |
        | de gelijkwaardigheid                                | 4        | 2                    |
      Als om advies wordt gevraagd
      Dan heeft advies schijnsamenwerking de ernst kritiek en de soort herstel

    Abstract Scenario: De grenzen van schijnsamenwerking
      Gegeven de volgende feiten:
        | feit                                                  | antwoord           |
        | het moment waarop de migrantenorganisatie is gevraagd | <moment betrokken> |
        | wie het onderwerp heeft bedacht                       | <herkomst agenda>  |
        | de uitgevoerde ideeën uit de gemeenschap              | <ideeën>           |
      En de volgende feiten:
        | feit                                                | gemeente                     | migrantenorganisatie             |
        | de invloed van de migrantenorganisatie op besluiten | 3                            | <invloed op besluit organisatie> |
        | de gelijkwaardigheid                                | <gelijkwaardigheid gemeente> | <gelijkwaardigheid organisatie>  |
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel schijnsamenwerking: <uitkomst>

      Voorbeelden: De regel geldt
        | moment betrokken    | invloed op besluit organisatie | herkomst agenda | ideeën | gelijkwaardigheid gemeente | gelijkwaardigheid organisatie | uitkomst |
        | toen het werk begon | 2                              | de gemeente     | 0      | 4                          | 2                             | geldt    |
        | toen het werk begon | 2                              | de gemeente     | 0      | onbekend                   | 2                             | geldt    |
        | toen het werk begon | 2                              | de gemeente     | 0      | 3                          | 5                             | geldt    |

      Voorbeelden: De regel geldt niet
        | moment betrokken                | invloed op besluit organisatie | herkomst agenda         | ideeën | gelijkwaardigheid gemeente | gelijkwaardigheid organisatie | uitkomst   |
        | toen het onderwerp werd gekozen | 2                              | de gemeente             | 0      | 4                          | 2                             | geldt niet |
        | toen het werk begon             | 3                              | de gemeente             | 0      | 4                          | 2                             | geldt niet |
        | toen het werk begon             | 2                              | de migrantenorganisatie | 0      | 4                          | 2                             | geldt niet |
        | toen het werk begon             | 2                              | de gemeente             | 1      | 4                          | 2                             | geldt niet |
        | toen het werk begon             | 2                              | de gemeente             | 0      | 4                          | 3                             | geldt niet |

      Voorbeelden: Er ontbreekt een antwoord
        | moment betrokken    | invloed op besluit organisatie | herkomst agenda | ideeën   | gelijkwaardigheid gemeente | gelijkwaardigheid organisatie | uitkomst |
        | onbekend            | 2                              | de gemeente     | 0        | 4                          | 2                             | onbekend |
        | toen het werk begon | onbekend                       | de gemeente     | 0        | 4                          | 2                             | onbekend |
        | toen het werk begon | 2                              | onbekend        | 0        | 4                          | 2                             | onbekend |
        | toen het werk begon | 2                              | de gemeente     | onbekend | 4                          | 2                             | onbekend |
        | toen het werk begon | 2                              | de gemeente     | 0        | 4                          | onbekend                      | onbekend |

  Regel: uitputting_dreigt

    Scenario: Het werk is te zwaar, de lasten zijn oneerlijk verdeeld en er is geen hulp
      Gegeven de volgende feiten:
        | feit                                | antwoord  |
        | de uren aan papierwerk              | 9         |
        | de subsidie per jaar                | 6000      |
        | de hulp aan de migrantenorganisatie | geen hulp |
      En de volgende feiten:
        | feit                         | gemeente | migrantenorganisatie |
        | de haalbaarheid van het werk | onbekend | 1                    |
      Als om advies wordt gevraagd
      Dan heeft advies uitputting_dreigt de ernst kritiek en de soort herstel

    Abstract Scenario: De grenzen van uitputting_dreigt
      Gegeven de volgende feiten:
        | feit                                                  | antwoord           |
        | de vergoeding voor mensen van de migrantenorganisatie | <vergoeding inzet> |
        | de uren van vrijwilligers                             | <vrijwilligers>    |
        | de betaalde uren                                      | <betaald>          |
        | de uren aan papierwerk                                | <papierwerk>       |
        | de subsidie per jaar                                  | <subsidie>         |
        | bestuur, bankrekening en boekhouding op orde          | <basis op orde>    |
        | de hulp aan de migrantenorganisatie                   | <ondersteuning>    |
      En de volgende feiten:
        | feit                         | gemeente | migrantenorganisatie   |
        | de haalbaarheid van het werk | onbekend | <migrantenorganisatie> |
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel uitputting_dreigt: <uitkomst>

      Voorbeelden: De regel geldt
        | migrantenorganisatie | vergoeding inzet | vrijwilligers | betaald  | papierwerk | subsidie | basis op orde | ondersteuning | uitkomst |
        | 1                    | onbekend         | onbekend      | onbekend | 9          | 6000     | onbekend      | geen hulp     | geldt    |
        | 1                    | onbekend         | onbekend      | onbekend | 9          | onbekend | nee           | geen hulp     | geldt    |
        | 1                    | alleen onkosten  | 40            | 0        | onbekend   | 6000     | onbekend      | geen hulp     | geldt    |

      Voorbeelden: De regel geldt niet
        | migrantenorganisatie | vergoeding inzet            | vrijwilligers | betaald  | papierwerk | subsidie | basis op orde | ondersteuning | uitkomst   |
        | 3                    | onbekend                    | onbekend      | onbekend | 9          | 6000     | onbekend      | geen hulp     | geldt niet |
        | 1                    | onbekend                    | onbekend      | onbekend | 9          | 6000     | onbekend      | advies        | geldt niet |
        | 1                    | een vrijwilligersvergoeding | onbekend      | onbekend | 7          | 6000     | onbekend      | geen hulp     | geldt niet |

      Voorbeelden: Er ontbreekt een antwoord
        | migrantenorganisatie | vergoeding inzet | vrijwilligers | betaald  | papierwerk | subsidie | basis op orde | ondersteuning | uitkomst |
        | onbekend             | onbekend         | onbekend      | onbekend | 9          | 6000     | onbekend      | geen hulp     | onbekend |
        | 1                    | onbekend         | onbekend      | onbekend | onbekend   | 6000     | onbekend      | geen hulp     | onbekend |
        | 1                    | onbekend         | onbekend      | onbekend | 9          | onbekend | onbekend      | geen hulp     | onbekend |
        | 1                    | onbekend         | onbekend      | onbekend | 9          | 6000     | onbekend      | onbekend      | onbekend |

  Regel: eerst_relatie_dan_papier

    Scenario: Het vertrouwen is laag, en de afspraken zijn niet op orde
      Gegeven de volgende feiten:
        | feit                         | antwoord            |
        | hoe de taken zijn vastgelegd | in een overeenkomst |
      En de volgende feiten:
        | feit                               | gemeente | migrantenorganisatie |
        | het nakomen van afspraken          | 4        | 3                    |
        | eerlijk praten over problemen      | 4        | 3                    |
        | het werken aan hetzelfde doel      | 4        | 2                    |
        | de duidelijkheid over wie wat doet | 4        | 2                    |
      Als om advies wordt gevraagd
      Dan heeft advies eerst_relatie_dan_papier de ernst hoog en de soort herstel

    Abstract Scenario: De grenzen van eerst_relatie_dan_papier
      Gegeven de volgende feiten:
        | feit                         | antwoord         |
        | hoe de taken zijn vastgelegd | <afspraken vorm> |
        | de fase van de samenwerking  | <fase>           |
      En de volgende feiten:
        | feit                               | gemeente             | migrantenorganisatie       |
        | het nakomen van afspraken          | <afspraken gemeente> | <afspraken organisatie>    |
        | eerlijk praten over problemen      | <eerlijk gemeente>   | <eerlijk organisatie>      |
        | het werken aan hetzelfde doel      | <doel gemeente>      | <doel organisatie>         |
        | de duidelijkheid over wie wat doet | 4                    | <taken helder organisatie> |
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel eerst_relatie_dan_papier: <uitkomst>

      Voorbeelden: De regel geldt
        | afspraken gemeente | afspraken organisatie | eerlijk gemeente | eerlijk organisatie | doel gemeente | doel organisatie | afspraken vorm         | fase              | taken helder organisatie | uitkomst |
        | 4                  | 3                     | 4                | 3                   | 4             | 2                | in een overeenkomst    | onbekend          | 2                        | geldt    |
        | 4                  | 3                     | 4                | 3                   | 4             | 2                | er zijn geen afspraken | we richten het in | 2                        | geldt    |

      Voorbeelden: De regel geldt niet
        | afspraken gemeente | afspraken organisatie | eerlijk gemeente | eerlijk organisatie | doel gemeente | doel organisatie | afspraken vorm      | fase     | taken helder organisatie | uitkomst   |
        | 4                  | 4                     | 4                | 3                   | 4             | 2                | in een overeenkomst | onbekend | 2                        | geldt niet |
        | 4                  | 3                     | 4                | 4                   | 4             | 2                | in een overeenkomst | onbekend | 2                        | geldt niet |
        | 4                  | 3                     | 4                | 3                   | 4             | 3                | in een overeenkomst | onbekend | 2                        | geldt niet |
        | 4                  | 3                     | 4                | 3                   | 4             | 2                | mondeling           | onbekend | 2                        | geldt niet |

      Voorbeelden: Er ontbreekt een antwoord
        | afspraken gemeente | afspraken organisatie | eerlijk gemeente | eerlijk organisatie | doel gemeente | doel organisatie | afspraken vorm      | fase     | taken helder organisatie | uitkomst |
        | 4                  | onbekend              | 4                | 3                   | 4             | 2                | in een overeenkomst | onbekend | 2                        | onbekend |
        | 4                  | 3                     | 4                | onbekend            | 4             | 2                | in een overeenkomst | onbekend | 2                        | onbekend |
        | 4                  | 3                     | 4                | 3                   | 4             | onbekend         | in een overeenkomst | onbekend | 2                        | onbekend |
        | 4                  | 3                     | 4                | 3                   | 4             | 2                | onbekend            | onbekend | 2                        | onbekend |
        | 4                  | 3                     | 4                | 3                   | 4             | 2                | in een overeenkomst | onbekend | onbekend                 | onbekend |
        | 3                  | 3                     | 3                | onbekend            | 3             | 2                | in een overeenkomst | onbekend | 3                        | onbekend |

  Regel: geen_bewijs_voor_vervolg

    Scenario: Er komt een besluit over geld, maar resultaten zijn niet te zien
      Gegeven de volgende feiten:
        | feit                             | antwoord           |
        | het einde van het geld           | 1 januari 2027     |
        | het besluit over wat daarna komt | nog niets besloten |
        | de fase van de samenwerking      | we voeren het uit  |
        | de laatste evaluatie             | nooit              |
      Als om advies wordt gevraagd
      Dan heeft advies geen_bewijs_voor_vervolg de ernst hoog en de soort termijn

    Abstract Scenario: De grenzen van geen_bewijs_voor_vervolg
      Gegeven de volgende feiten:
        | feit                             | antwoord         |
        | het einde van het geld           | <einde geld>     |
        | het besluit over wat daarna komt | <vervolgbesluit> |
        | de fase van de samenwerking      | <fase>           |
        | de laatste evaluatie             | <evaluatie>      |
        | de gedeelde successen            | <successen>      |
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel geen_bewijs_voor_vervolg: <uitkomst>

      Voorbeelden: De regel geldt
        | einde geld     | vervolgbesluit     | fase              | evaluatie | successen | uitkomst |
        | 1 januari 2027 | nog niets besloten | we voeren het uit | nooit     | onbekend  | geldt    |
        | 30 juni 2026   | nog niets besloten | we voeren het uit | nooit     | onbekend  | geldt    |
        | 1 januari 2027 | nog niets besloten | we voeren het uit | onbekend  | 0         | geldt    |

      Voorbeelden: De regel geldt niet
        | einde geld     | vervolgbesluit     | fase              | evaluatie | successen | uitkomst   |
        | 2 januari 2027 | nog niets besloten | we voeren het uit | nooit     | onbekend  | geldt niet |
        | 1 januari 2027 | we gaan door       | we voeren het uit | nooit     | onbekend  | geldt niet |
        | 1 januari 2027 | nog niets besloten | we verkennen nog  | nooit     | onbekend  | geldt niet |

      Voorbeelden: Er ontbreekt een antwoord
        | einde geld     | vervolgbesluit     | fase              | evaluatie | successen | uitkomst |
        | onbekend       | nog niets besloten | we voeren het uit | nooit     | onbekend  | onbekend |
        | 1 januari 2027 | onbekend           | we voeren het uit | nooit     | onbekend  | onbekend |
        | 1 januari 2027 | nog niets besloten | onbekend          | nooit     | onbekend  | onbekend |
        | 1 januari 2027 | nog niets besloten | we voeren het uit | onbekend  | onbekend  | onbekend |

  Regel: stille_afhankelijkheid

    Scenario: De organisatie hangt af van één geldgever en durft geen kritiek te geven
      Gegeven de volgende feiten:
        | feit                               | antwoord |
        | het deel van de grootste geldgever | 80       |
      En de volgende feiten:
        | feit                        | gemeente | migrantenorganisatie |
        | veilig kritiek kunnen geven | onbekend | 2                    |
      Als om advies wordt gevraagd
      Dan heeft advies stille_afhankelijkheid de ernst hoog en de soort herstel

    Abstract Scenario: De grenzen van stille_afhankelijkheid
      Gegeven de volgende feiten:
        | feit                               | antwoord |
        | het deel van de grootste geldgever | <deel>   |
      En de volgende feiten:
        | feit                        | gemeente | migrantenorganisatie   |
        | veilig kritiek kunnen geven | onbekend | <migrantenorganisatie> |
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel stille_afhankelijkheid: <uitkomst>

      Voorbeelden: De regel geldt
        | migrantenorganisatie | deel | uitkomst |
        | 2                    | 80   | geldt    |
        | 2                    | 81   | geldt    |

      Voorbeelden: De regel geldt niet
        | migrantenorganisatie | deel | uitkomst   |
        | 3                    | 80   | geldt niet |
        | 2                    | 79   | geldt niet |

      Voorbeelden: Er ontbreekt een antwoord
        | migrantenorganisatie | deel     | uitkomst |
        | onbekend             | 80       | onbekend |
        | 2                    | onbekend | onbekend |

  Regel: relatie_verdwijnt_met_ambtenaar

    Scenario: Het contact rust op één ambtenaar, en die wisselt vaak
      Gegeven de volgende feiten:
        | feit                                                    | antwoord |
        | de wisselingen van contactpersoon                       | 2        |
        | het aantal mensen van de gemeente dat het werk kan doen | 1        |
      Als om advies wordt gevraagd
      Dan heeft advies relatie_verdwijnt_met_ambtenaar de ernst hoog en de soort opbouw

    Abstract Scenario: De grenzen van relatie_verdwijnt_met_ambtenaar
      Gegeven de volgende feiten:
        | feit                                                    | antwoord      |
        | de wisselingen van contactpersoon                       | <wisselingen> |
        | het aantal mensen van de gemeente dat het werk kan doen | <ambtenaren>  |
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel relatie_verdwijnt_met_ambtenaar: <uitkomst>

      Voorbeelden: De regel geldt
        | wisselingen | ambtenaren | uitkomst |
        | 2           | 1          | geldt    |
        | 3           | 1          | geldt    |
        | 2           | 0          | geldt    |

      Voorbeelden: De regel geldt niet
        | wisselingen | ambtenaren | uitkomst   |
        | 1           | 1          | geldt niet |
        | 2           | 2          | geldt niet |

      Voorbeelden: Er ontbreekt een antwoord
        | wisselingen | ambtenaren | uitkomst |
        | onbekend    | 1          | onbekend |
        | 2           | onbekend   | onbekend |

  Regel: gevoelig_zonder_basis

    Scenario: Het onderwerp is gevoelig, het vertrouwen laag en het contact mager
      Gegeven de volgende feiten:
        | feit                             | antwoord |
        | één vast gezicht bij de gemeente | nee      |
        | een gevoelig onderwerp           | ja       |
      En de volgende feiten:
        | feit                          | gemeente | migrantenorganisatie |
        | het nakomen van afspraken     | 4        | 3                    |
        | eerlijk praten over problemen | 4        | 3                    |
        | het werken aan hetzelfde doel | 4        | 2                    |
      Als om advies wordt gevraagd
      Dan heeft advies gevoelig_zonder_basis de ernst kritiek en de soort herstel

    Abstract Scenario: De grenzen van gevoelig_zonder_basis
      Gegeven de volgende feiten:
        | feit                             | antwoord       |
        | één vast gezicht bij de gemeente | <vast gezicht> |
        | de ontmoetingen in het echt      | <ontmoetingen> |
        | een gevoelig onderwerp           | <gevoelig>     |
      En de volgende feiten:
        | feit                          | gemeente | migrantenorganisatie    |
        | het nakomen van afspraken     | 4        | <afspraken organisatie> |
        | eerlijk praten over problemen | 4        | <eerlijk organisatie>   |
        | het werken aan hetzelfde doel | 4        | <doel organisatie>      |
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel gevoelig_zonder_basis: <uitkomst>

      Voorbeelden: De regel geldt
        | afspraken organisatie | eerlijk organisatie | doel organisatie | vast gezicht | ontmoetingen | gevoelig | uitkomst |
        | 3                     | 3                   | 2                | nee          | onbekend     | ja       | geldt    |
        | 3                     | 3                   | 2                | onbekend     | 0            | ja       | geldt    |

      Voorbeelden: De regel geldt niet
        | afspraken organisatie | eerlijk organisatie | doel organisatie | vast gezicht | ontmoetingen | gevoelig | uitkomst   |
        | 4                     | 3                   | 2                | nee          | onbekend     | ja       | geldt niet |
        | 3                     | 4                   | 2                | nee          | onbekend     | ja       | geldt niet |
        | 3                     | 3                   | 3                | nee          | onbekend     | ja       | geldt niet |
        | 3                     | 3                   | 2                | nee          | onbekend     | nee      | geldt niet |

      Voorbeelden: Er ontbreekt een antwoord
        | afspraken organisatie | eerlijk organisatie | doel organisatie | vast gezicht | ontmoetingen | gevoelig | uitkomst |
        | onbekend              | 3                   | 2                | nee          | onbekend     | ja       | onbekend |
        | 3                     | onbekend            | 2                | nee          | onbekend     | ja       | onbekend |
        | 3                     | 3                   | onbekend         | nee          | onbekend     | ja       | onbekend |
        | 3                     | 3                   | 2                | onbekend     | onbekend     | ja       | onbekend |
        | 3                     | 3                   | 2                | nee          | onbekend     | onbekend | onbekend |

  Regel: bestuurlijk_vacuum

    Scenario: Het geld stopt, en geen bestuurder staat achter de samenwerking
      Gegeven de volgende feiten:
        | feit                                      | antwoord           |
        | een bestuurder die de samenwerking steunt | nee                |
        | de plaats in een plan van de gemeente     | nee                |
        | de fase van de samenwerking               | we voeren het uit  |
        | het einde van het geld                    | 1 januari 2027     |
        | het besluit over wat daarna komt          | nog niets besloten |
      Als om advies wordt gevraagd
      Dan heeft advies bestuurlijk_vacuum de ernst kritiek en de soort termijn

    Abstract Scenario: De grenzen van bestuurlijk_vacuum
      Gegeven de volgende feiten:
        | feit                                      | antwoord         |
        | een bestuurder die de samenwerking steunt | <bestuurder>     |
        | de plaats in een plan van de gemeente     | <beleid>         |
        | de fase van de samenwerking               | <fase>           |
        | het einde van het geld                    | <einde geld>     |
        | het besluit over wat daarna komt          | <vervolgbesluit> |
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel bestuurlijk_vacuum: <uitkomst>

      Voorbeelden: De regel geldt
        | bestuurder | beleid | fase              | einde geld     | vervolgbesluit     | uitkomst |
        | nee        | nee    | we voeren het uit | 1 januari 2027 | nog niets besloten | geldt    |
        | nee        | nee    | we voeren het uit | 30 juni 2026   | nog niets besloten | geldt    |

      Voorbeelden: De regel geldt niet
        | bestuurder | beleid               | fase              | einde geld     | vervolgbesluit     | uitkomst   |
        | ja         | nee                  | we voeren het uit | 1 januari 2027 | nog niets besloten | geldt niet |
        | nee        | er wordt aan gewerkt | we voeren het uit | 1 januari 2027 | nog niets besloten | geldt niet |
        | nee        | nee                  | we verkennen nog  | 1 januari 2027 | nog niets besloten | geldt niet |
        | nee        | nee                  | we voeren het uit | 2 januari 2027 | nog niets besloten | geldt niet |
        | nee        | nee                  | we voeren het uit | 1 januari 2027 | we gaan door       | geldt niet |

      Voorbeelden: Er ontbreekt een antwoord
        | bestuurder | beleid   | fase              | einde geld     | vervolgbesluit     | uitkomst |
        | onbekend   | nee      | we voeren het uit | 1 januari 2027 | nog niets besloten | onbekend |
        | nee        | onbekend | we voeren het uit | 1 januari 2027 | nog niets besloten | onbekend |
        | nee        | nee      | onbekend          | 1 januari 2027 | nog niets besloten | onbekend |
        | nee        | nee      | we voeren het uit | onbekend       | nog niets besloten | onbekend |
        | nee        | nee      | we voeren het uit | 1 januari 2027 | onbekend           | onbekend |

  Regel: sterke_basis

    Scenario: Beide partijen vertrouwen elkaar, voelen zich gelijkwaardig en durven kritiek te geven
      Gegeven de volgende feiten:
        | feit                          | gemeente | migrantenorganisatie |
        | het nakomen van afspraken     | 4        | 4                    |
        | eerlijk praten over problemen | 4        | 4                    |
        | het werken aan hetzelfde doel | 4        | 4                    |
        | de gelijkwaardigheid          | 5        | 4                    |
        | veilig kritiek kunnen geven   | 5        | 4                    |
      Als om advies wordt gevraagd
      Dan heeft advies sterke_basis de ernst sterk en de soort borging

    Abstract Scenario: De grenzen van sterke_basis
      Gegeven de volgende feiten:
        | feit                          | gemeente                     | migrantenorganisatie            |
        | het nakomen van afspraken     | <afspraken gemeente>         | <afspraken organisatie>         |
        | eerlijk praten over problemen | <eerlijk gemeente>           | <eerlijk organisatie>           |
        | het werken aan hetzelfde doel | <doel gemeente>              | <doel organisatie>              |
        | de gelijkwaardigheid          | <gelijkwaardigheid gemeente> | <gelijkwaardigheid organisatie> |
        | veilig kritiek kunnen geven   | <kritiek veilig gemeente>    | <kritiek veilig organisatie>    |
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel sterke_basis: <uitkomst>

      Voorbeelden: De regel geldt
        | afspraken gemeente | afspraken organisatie | eerlijk gemeente | eerlijk organisatie | doel gemeente | doel organisatie | gelijkwaardigheid gemeente | gelijkwaardigheid organisatie | kritiek veilig gemeente | kritiek veilig organisatie | uitkomst |
        | 4                  | 4                     | 4                | 4                   | 4             | 4                | 5                          | 4                             | 5                       | 4                          | geldt    |

      Voorbeelden: De regel geldt niet
        | afspraken gemeente | afspraken organisatie | eerlijk gemeente | eerlijk organisatie | doel gemeente | doel organisatie | gelijkwaardigheid gemeente | gelijkwaardigheid organisatie | kritiek veilig gemeente | kritiek veilig organisatie | uitkomst   |
        | 3                  | 4                     | 4                | 4                   | 4             | 4                | 5                          | 4                             | 5                       | 4                          | geldt niet |
        | 4                  | 3                     | 4                | 4                   | 4             | 4                | 5                          | 4                             | 5                       | 4                          | geldt niet |
        | 4                  | 4                     | 3                | 4                   | 4             | 4                | 5                          | 4                             | 5                       | 4                          | geldt niet |
        | 4                  | 4                     | 4                | 3                   | 4             | 4                | 5                          | 4                             | 5                       | 4                          | geldt niet |
        | 4                  | 4                     | 4                | 4                   | 3             | 4                | 5                          | 4                             | 5                       | 4                          | geldt niet |
        | 4                  | 4                     | 4                | 4                   | 4             | 3                | 5                          | 4                             | 5                       | 4                          | geldt niet |
        | 4                  | 4                     | 4                | 4                   | 4             | 4                | 3                          | 4                             | 5                       | 4                          | geldt niet |
        | 4                  | 4                     | 4                | 4                   | 4             | 4                | 5                          | 3                             | 5                       | 4                          | geldt niet |
        | 4                  | 4                     | 4                | 4                   | 4             | 4                | 5                          | 4                             | 3                       | 4                          | geldt niet |
        | 4                  | 4                     | 4                | 4                   | 4             | 4                | 5                          | 4                             | 5                       | 3                          | geldt niet |

      Voorbeelden: Er ontbreekt een antwoord
        | afspraken gemeente | afspraken organisatie | eerlijk gemeente | eerlijk organisatie | doel gemeente | doel organisatie | gelijkwaardigheid gemeente | gelijkwaardigheid organisatie | kritiek veilig gemeente | kritiek veilig organisatie | uitkomst |
        | onbekend           | 4                     | 4                | 4                   | 4             | 4                | 5                          | 4                             | 5                       | 4                          | onbekend |
        | 4                  | onbekend              | 4                | 4                   | 4             | 4                | 5                          | 4                             | 5                       | 4                          | onbekend |
        | 4                  | 4                     | onbekend         | 4                   | 4             | 4                | 5                          | 4                             | 5                       | 4                          | onbekend |
        | 4                  | 4                     | 4                | onbekend            | 4             | 4                | 5                          | 4                             | 5                       | 4                          | onbekend |
        | 4                  | 4                     | 4                | 4                   | onbekend      | 4                | 5                          | 4                             | 5                       | 4                          | onbekend |
        | 4                  | 4                     | 4                | 4                   | 4             | onbekend         | 5                          | 4                             | 5                       | 4                          | onbekend |
        | 4                  | 4                     | 4                | 4                   | 4             | 4                | onbekend                   | 4                             | 5                       | 4                          | onbekend |
        | 4                  | 4                     | 4                | 4                   | 4             | 4                | 5                          | onbekend                      | 5                       | 4                          | onbekend |
        | 4                  | 4                     | 4                | 4                   | 4             | 4                | 5                          | 4                             | onbekend                | 4                          | onbekend |
        | 4                  | 4                     | 4                | 4                   | 4             | 4                | 5                          | 4                             | 5                       | onbekend                   | onbekend |
