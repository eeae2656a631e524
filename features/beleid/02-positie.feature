# language: nl
Functionaliteit: Positionering in de project- of beleidscyclus (voorwaarde 2)

  Het maakt uit wanneer je elkaar vraagt. Wie vroeg meedoet, kan nog meedenken. Wie pas aan
  het eind wordt gevraagd, mag alleen nog uitvoeren.

  Achtergrond:
    Gegeven een samenwerking
    En de peildatum is 1 januari 2026

  Regel: verschil_invloed

    Scenario: De partijen denken heel anders over de invloed van de migrantenorganisatie
      Gegeven de volgende feiten:
        | feit                                                | gemeente | migrantenorganisatie |
        | de invloed van de migrantenorganisatie op besluiten | 3        | 1                    |
      Als om advies wordt gevraagd
      Dan heeft advies verschil_invloed de ernst midden en de soort herstel

    Abstract Scenario: De grenzen van verschil_invloed
      Gegeven de volgende feiten:
        | feit                                                | gemeente   | migrantenorganisatie   |
        | de invloed van de migrantenorganisatie op besluiten | <gemeente> | <migrantenorganisatie> |
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel verschil_invloed: <uitkomst>

      Voorbeelden: De regel geldt
        | gemeente | migrantenorganisatie | uitkomst |
        | 3        | 1                    | geldt    |

      Voorbeelden: De regel geldt niet
        | gemeente | migrantenorganisatie | uitkomst   |
        | 2        | 1                    | geldt niet |
        | 3        | 2                    | geldt niet |

      Voorbeelden: Er ontbreekt een antwoord
        | gemeente | migrantenorganisatie | uitkomst |
        | onbekend | 1                    | onbekend |
        | 3        | onbekend             | onbekend |

  Regel: te_laat_betrokken

    Scenario: De migrantenorganisatie is laat gevraagd en heeft weinig invloed
      Gegeven de volgende feiten:
        | feit                                                  | antwoord            |
        | het moment waarop de migrantenorganisatie is gevraagd | toen het werk begon |
      En de volgende feiten:
        | feit                                                | gemeente | migrantenorganisatie |
        | de invloed van de migrantenorganisatie op besluiten | 3        | 2                    |
      Als om advies wordt gevraagd
      Dan heeft advies te_laat_betrokken de ernst hoog en de soort opbouw

    Abstract Scenario: De grenzen van te_laat_betrokken
      Gegeven de volgende feiten:
        | feit                                                  | antwoord           |
        | het moment waarop de migrantenorganisatie is gevraagd | <moment betrokken> |
      En de volgende feiten:
        | feit                                                | gemeente   | migrantenorganisatie   |
        | de invloed van de migrantenorganisatie op besluiten | <gemeente> | <migrantenorganisatie> |
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel te_laat_betrokken: <uitkomst>

      Voorbeelden: De regel geldt
        | moment betrokken    | gemeente | migrantenorganisatie | uitkomst |
        | toen het werk begon | 3        | 2                    | geldt    |
        | achteraf            | 3        | 2                    | geldt    |
        | toen het werk begon | 1        | onbekend             | geldt    |

      Voorbeelden: De regel geldt niet
        | moment betrokken                | gemeente | migrantenorganisatie | uitkomst   |
        | toen het onderwerp werd gekozen | 3        | 2                    | geldt niet |
        | toen het werk begon             | 3        | 3                    | geldt niet |
        | toen het plan werd gemaakt      | 3        | 2                    | geldt niet |
        | toen het besluit werd genomen   | 3        | 2                    | geldt niet |

      Voorbeelden: Er ontbreekt een antwoord
        | moment betrokken    | gemeente | migrantenorganisatie | uitkomst |
        | onbekend            | 3        | 2                    | onbekend |
        | toen het werk begon | 3        | onbekend             | onbekend |

  Regel: start_vanuit_incident

    Scenario: Het contact begon omdat er iets was gebeurd
      Gegeven de volgende feiten:
        | feit                             | antwoord            |
        | de reden voor het eerste contact | er was iets gebeurd |
        | de fase van de samenwerking      | we richten het in   |
      Als om advies wordt gevraagd
      Dan heeft advies start_vanuit_incident de ernst midden en de soort opbouw

    Abstract Scenario: De grenzen van start_vanuit_incident
      Gegeven de volgende feiten:
        | feit                             | antwoord     |
        | de reden voor het eerste contact | <aanleiding> |
        | de fase van de samenwerking      | <fase>       |
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel start_vanuit_incident: <uitkomst>

      Voorbeelden: De regel geldt
        | aanleiding          | fase              | uitkomst |
        | er was iets gebeurd | we richten het in | geldt    |
        | er was iets gebeurd | we verkennen nog  | geldt    |

      Voorbeelden: De regel geldt niet
        | aanleiding              | fase              | uitkomst   |
        | we zagen samen een kans | we richten het in | geldt niet |
        | er was iets gebeurd     | we voeren het uit | geldt niet |
        | er was iets gebeurd     | we ronden het af  | geldt niet |

      Voorbeelden: Er ontbreekt een antwoord
        | aanleiding          | fase              | uitkomst |
        | onbekend            | we richten het in | onbekend |
        | er was iets gebeurd | onbekend          | onbekend |

  Regel: te_korte_reactietijd

    Scenario: De migrantenorganisatie krijgt te weinig tijd om te reageren
      Gegeven de volgende feiten:
        | feit                               | antwoord |
        | de tijd om op een plan te reageren | 2        |
      Als om advies wordt gevraagd
      Dan heeft advies te_korte_reactietijd de ernst midden en de soort opbouw

    Abstract Scenario: De grenzen van te_korte_reactietijd
      Gegeven de volgende feiten:
        | feit                               | antwoord            |
        | de tijd om op een plan te reageren | <weken reactietijd> |
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel te_korte_reactietijd: <uitkomst>

      Voorbeelden: De regel geldt
        | weken reactietijd | uitkomst |
        | 2                 | geldt    |

      Voorbeelden: De regel geldt niet
        | weken reactietijd | uitkomst   |
        | 3                 | geldt niet |
        | 4                 | geldt niet |

      Voorbeelden: Er ontbreekt een antwoord
        | weken reactietijd | uitkomst |
        | onbekend          | onbekend |

  Regel: weinig_invloed

    Scenario: Volgens minstens één partij heeft de migrantenorganisatie weinig invloed op besluiten
      Gegeven de volgende feiten:
        | feit                                                | gemeente | migrantenorganisatie |
        | de invloed van de migrantenorganisatie op besluiten | 4        | 2                    |
      Als om advies wordt gevraagd
      Dan heeft advies weinig_invloed de ernst midden en de soort opbouw

    Abstract Scenario: De grenzen van weinig_invloed
      Gegeven de volgende feiten:
        | feit                                                | gemeente   | migrantenorganisatie   |
        | de invloed van de migrantenorganisatie op besluiten | <gemeente> | <migrantenorganisatie> |
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel weinig_invloed: <uitkomst>

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

  Regel: besluiten_niet_te_volgen

    Scenario: Voor minstens één partij is niet duidelijk hoe en waarom de gemeente beslist
      Gegeven de volgende feiten:
        | feit                              | gemeente | migrantenorganisatie |
        | hoe goed besluiten te volgen zijn | 4        | 2                    |
      Als om advies wordt gevraagd
      Dan heeft advies besluiten_niet_te_volgen de ernst hoog en de soort herstel

    Abstract Scenario: De grenzen van besluiten_niet_te_volgen
      Gegeven de volgende feiten:
        | feit                              | gemeente   | migrantenorganisatie   |
        | hoe goed besluiten te volgen zijn | <gemeente> | <migrantenorganisatie> |
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel besluiten_niet_te_volgen: <uitkomst>

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

  Regel: wringt_positie

    Scenario: Minstens één partij vindt dat de migrantenorganisatie niet op tijd wordt betrokken
      Gegeven de volgende feiten:
        | feit                          | gemeente | migrantenorganisatie |
        | op tijd meedoen in één cijfer | 4        | 2                    |
      Als om advies wordt gevraagd
      Dan heeft advies wringt_positie de ernst midden en de soort opbouw

    Abstract Scenario: De grenzen van wringt_positie
      Gegeven de volgende feiten:
        | feit                          | gemeente   | migrantenorganisatie   |
        | op tijd meedoen in één cijfer | <gemeente> | <migrantenorganisatie> |
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel wringt_positie: <uitkomst>

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
        | feit                                                | gemeente | migrantenorganisatie |
        | de invloed van de migrantenorganisatie op besluiten | 4        | 2                    |
        | op tijd meedoen in één cijfer                       | 4        | 2                    |
      Als om advies wordt gevraagd
      Dan valt wringt_positie onder weinig_invloed
