# language: nl
Functionaliteit: Samenwerkingspartners dienen rekening te houden met de beperkte capaciteit en soms beperkte professionaliteit in aanpak of organisatieprocessen van migrantenorganisaties (voorwaarde 13)

  Migrantenorganisaties doen veel met weinig mensen en weinig geld. Vraag niet meer dan
  haalbaar is. Bied hulp waar die nodig is.

  Achtergrond:
    Gegeven een samenwerking
    En de peildatum is 1 januari 2026

  Regel: overbelasting

    Scenario: Het werk is te veel voor de mensen van de migrantenorganisatie
      Gegeven de volgende feiten:
        | feit                         | gemeente | migrantenorganisatie |
        | de haalbaarheid van het werk | onbekend | 1                    |
      Als om advies wordt gevraagd
      Dan heeft advies overbelasting de ernst hoog en de soort herstel

    Abstract Scenario: De grenzen van overbelasting
      Gegeven de volgende feiten:
        | feit                         | gemeente | migrantenorganisatie   |
        | de haalbaarheid van het werk | onbekend | <migrantenorganisatie> |
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel overbelasting: <uitkomst>

      Voorbeelden: De regel geldt
        | migrantenorganisatie | uitkomst |
        | 1                    | geldt    |
        | 2                    | geldt    |

      Voorbeelden: De regel geldt niet
        | migrantenorganisatie | uitkomst   |
        | 3                    | geldt niet |

      Voorbeelden: Er ontbreekt een antwoord
        | migrantenorganisatie | uitkomst |
        | onbekend             | onbekend |

  Regel: capaciteit_zonder_steun

    Scenario: Bestuur of boekhouding is nog niet op orde, en er is geen hulp
      Gegeven de volgende feiten:
        | feit                                         | antwoord      |
        | bestuur, bankrekening en boekhouding op orde | voor een deel |
        | de hulp aan de migrantenorganisatie          | geen hulp     |
      Als om advies wordt gevraagd
      Dan heeft advies capaciteit_zonder_steun de ernst midden en de soort opbouw

    Abstract Scenario: De grenzen van capaciteit_zonder_steun
      Gegeven de volgende feiten:
        | feit                                         | antwoord        |
        | bestuur, bankrekening en boekhouding op orde | <basis op orde> |
        | de hulp aan de migrantenorganisatie          | <ondersteuning> |
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel capaciteit_zonder_steun: <uitkomst>

      Voorbeelden: De regel geldt
        | basis op orde | ondersteuning | uitkomst |
        | voor een deel | geen hulp     | geldt    |

      Voorbeelden: De regel geldt niet
        | basis op orde | ondersteuning | uitkomst   |
        | ja            | geen hulp     | geldt niet |
        | voor een deel | advies        | geldt niet |

      Voorbeelden: Er ontbreekt een antwoord
        | basis op orde | ondersteuning | uitkomst |
        | onbekend      | geen hulp     | onbekend |
        | voor een deel | onbekend      | onbekend |

  Regel: onderschatte_belasting

    Scenario: De partijen denken heel anders over wat haalbaar is
      Gegeven de volgende feiten:
        | feit                         | gemeente | migrantenorganisatie |
        | de haalbaarheid van het werk | 4        | 1                    |
      Als om advies wordt gevraagd
      Dan heeft advies onderschatte_belasting de ernst hoog en de soort opbouw

    Abstract Scenario: De grenzen van onderschatte_belasting
      Gegeven de volgende feiten:
        | feit                         | gemeente   | migrantenorganisatie   |
        | de haalbaarheid van het werk | <gemeente> | <migrantenorganisatie> |
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel onderschatte_belasting: <uitkomst>

      Voorbeelden: De regel geldt
        | gemeente | migrantenorganisatie | uitkomst |
        | 4        | 1                    | geldt    |
        | 3        | 1                    | geldt    |

      Voorbeelden: De regel geldt niet
        | gemeente | migrantenorganisatie | uitkomst   |
        | 2        | 1                    | geldt niet |
        | 4        | 3                    | geldt niet |

      Voorbeelden: Er ontbreekt een antwoord
        | gemeente | migrantenorganisatie | uitkomst |
        | onbekend | 1                    | onbekend |
        | 4        | onbekend             | onbekend |

  Regel: eisen_boven_draagkracht

    Scenario: De organisatie is nog niet op orde, en het papierwerk is zwaar
      Gegeven de volgende feiten:
        | feit                                         | antwoord |
        | bestuur, bankrekening en boekhouding op orde | nee      |
        | de uren aan papierwerk                       | 8        |
      Als om advies wordt gevraagd
      Dan heeft advies eisen_boven_draagkracht de ernst hoog en de soort opbouw

    Abstract Scenario: De grenzen van eisen_boven_draagkracht
      Gegeven de volgende feiten:
        | feit                                         | antwoord        |
        | bestuur, bankrekening en boekhouding op orde | <basis op orde> |
        | de uren aan papierwerk                       | <papierwerk>    |
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel eisen_boven_draagkracht: <uitkomst>

      Voorbeelden: De regel geldt
        | basis op orde | papierwerk | uitkomst |
        | nee           | 8          | geldt    |
        | nee           | 9          | geldt    |

      Voorbeelden: De regel geldt niet
        | basis op orde | papierwerk | uitkomst   |
        | voor een deel | 8          | geldt niet |
        | nee           | 7          | geldt niet |

      Voorbeelden: Er ontbreekt een antwoord
        | basis op orde | papierwerk | uitkomst |
        | onbekend      | 8          | onbekend |
        | nee           | onbekend   | onbekend |

  Regel: geld_komt_te_laat

    Scenario: De migrantenorganisatie moet geld voorschieten, of wacht vaak op geld
      Gegeven de volgende feiten:
        | feit                            | antwoord |
        | voorschieten of wachten op geld | ja       |
      Als om advies wordt gevraagd
      Dan heeft advies geld_komt_te_laat de ernst hoog en de soort herstel

    Abstract Scenario: De grenzen van geld_komt_te_laat
      Gegeven de volgende feiten:
        | feit                            | antwoord       |
        | voorschieten of wachten op geld | <voorschieten> |
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel geld_komt_te_laat: <uitkomst>

      Voorbeelden: De regel geldt
        | voorschieten | uitkomst |
        | ja           | geldt    |

      Voorbeelden: De regel geldt niet
        | voorschieten | uitkomst   |
        | nee          | geldt niet |

      Voorbeelden: Er ontbreekt een antwoord
        | voorschieten | uitkomst |
        | onbekend     | onbekend |

  Regel: wringt_capaciteit

    Scenario: Minstens één partij vindt dat er meer wordt gevraagd dan haalbaar is
      Gegeven de volgende feiten:
        | feit                          | gemeente | migrantenorganisatie |
        | wat haalbaar is in één cijfer | 4        | 2                    |
      Als om advies wordt gevraagd
      Dan heeft advies wringt_capaciteit de ernst midden en de soort opbouw

    Abstract Scenario: De grenzen van wringt_capaciteit
      Gegeven de volgende feiten:
        | feit                          | gemeente   | migrantenorganisatie   |
        | wat haalbaar is in één cijfer | <gemeente> | <migrantenorganisatie> |
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel wringt_capaciteit: <uitkomst>

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
        | feit                            | antwoord |
        | voorschieten of wachten op geld | ja       |
      En de volgende feiten:
        | feit                          | gemeente | migrantenorganisatie |
        | wat haalbaar is in één cijfer | 4        | 2                    |
      Als om advies wordt gevraagd
      Dan valt wringt_capaciteit onder geld_komt_te_laat
