# language: nl
Functionaliteit: Gelijkwaardigheid en erkenning (voorwaarde 5)

  Partners zijn niet altijd even groot, maar wel evenveel waard. Dat merk je aan waardering,
  aan een eerlijke vergoeding en aan meebeslissen. Zonder dat haakt een partner af.

  Achtergrond:
    Gegeven een samenwerking
    En de peildatum is 1 januari 2026

  Regel: verschil_gelijkwaardigheid

    Scenario: De partijen denken heel anders over hun gelijkwaardigheid
      Gegeven de volgende feiten:
        | feit                 | gemeente | migrantenorganisatie |
        | de gelijkwaardigheid | 4        | 2                    |
      Als om advies wordt gevraagd
      Dan heeft advies verschil_gelijkwaardigheid de ernst hoog en de soort herstel

    Abstract Scenario: De grenzen van verschil_gelijkwaardigheid
      Gegeven de volgende feiten:
        | feit                 | gemeente   | migrantenorganisatie   |
        | de gelijkwaardigheid | <gemeente> | <migrantenorganisatie> |
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel verschil_gelijkwaardigheid: <uitkomst>

      Voorbeelden: De regel geldt
        | gemeente | migrantenorganisatie | uitkomst |
        | 4        | 2                    | geldt    |

      Voorbeelden: De regel geldt niet
        | gemeente | migrantenorganisatie | uitkomst   |
        | 3        | 2                    | geldt niet |
        | 4        | 3                    | geldt niet |

      Voorbeelden: Er ontbreekt een antwoord
        | gemeente | migrantenorganisatie | uitkomst |
        | onbekend | 2                    | onbekend |
        | 4        | onbekend             | onbekend |

  Regel: ongelijkwaardig

    Scenario: Minstens één partij voelt zich geen gelijkwaardige partner
      Gegeven de volgende feiten:
        | feit                 | gemeente | migrantenorganisatie |
        | de gelijkwaardigheid | 4        | 2                    |
      Als om advies wordt gevraagd
      Dan heeft advies ongelijkwaardig de ernst hoog en de soort opbouw

    Abstract Scenario: De grenzen van ongelijkwaardig
      Gegeven de volgende feiten:
        | feit                 | gemeente   | migrantenorganisatie   |
        | de gelijkwaardigheid | <gemeente> | <migrantenorganisatie> |
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel ongelijkwaardig: <uitkomst>

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

  Regel: scheve_inzet

    Scenario: Vrijwilligers doen veel uren zonder betaling
      Gegeven de volgende feiten:
        | feit                                                  | antwoord        |
        | de vergoeding voor mensen van de migrantenorganisatie | alleen onkosten |
        | de uren van vrijwilligers                             | 16              |
        | de betaalde uren                                      | 0               |
      Als om advies wordt gevraagd
      Dan heeft advies scheve_inzet de ernst hoog en de soort opbouw

    Abstract Scenario: De grenzen van scheve_inzet
      Gegeven de volgende feiten:
        | feit                                                  | antwoord           |
        | de vergoeding voor mensen van de migrantenorganisatie | <vergoeding inzet> |
        | de uren van vrijwilligers                             | <vrijwilligers>    |
        | de betaalde uren                                      | <betaald>          |
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel scheve_inzet: <uitkomst>

      Voorbeelden: De regel geldt
        | vergoeding inzet | vrijwilligers | betaald | uitkomst |
        | alleen onkosten  | 16            | 0       | geldt    |
        | alleen onkosten  | 17            | 0       | geldt    |
        | geen vergoeding  | 16            | 0       | geldt    |

      Voorbeelden: De regel geldt niet
        | vergoeding inzet            | vrijwilligers | betaald | uitkomst   |
        | een vrijwilligersvergoeding | 16            | 0       | geldt niet |
        | alleen onkosten             | 15            | 0       | geldt niet |
        | alleen onkosten             | 16            | 1       | geldt niet |
        | ze worden betaald           | 16            | 0       | geldt niet |

      Voorbeelden: Er ontbreekt een antwoord
        | vergoeding inzet | vrijwilligers | betaald  | uitkomst |
        | onbekend         | 16            | 0        | onbekend |
        | alleen onkosten  | onbekend      | 0        | onbekend |
        | alleen onkosten  | 16            | onbekend | onbekend |

  Regel: erkenning_tekort

    Scenario: Minstens één partij vindt dat de organisatie te weinig waardering krijgt
      Gegeven de volgende feiten:
        | feit                                       | gemeente | migrantenorganisatie |
        | de waardering voor de migrantenorganisatie | 3        | 2                    |
      Als om advies wordt gevraagd
      Dan heeft advies erkenning_tekort de ernst midden en de soort opbouw

    Abstract Scenario: De grenzen van erkenning_tekort
      Gegeven de volgende feiten:
        | feit                                       | gemeente   | migrantenorganisatie   |
        | de waardering voor de migrantenorganisatie | <gemeente> | <migrantenorganisatie> |
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel erkenning_tekort: <uitkomst>

      Voorbeelden: De regel geldt
        | gemeente | migrantenorganisatie | uitkomst |
        | 3        | 2                    | geldt    |
        | 1        | onbekend             | geldt    |

      Voorbeelden: De regel geldt niet
        | gemeente | migrantenorganisatie | uitkomst   |
        | 3        | 3                    | geldt niet |

      Voorbeelden: Er ontbreekt een antwoord
        | gemeente | migrantenorganisatie | uitkomst |
        | 3        | onbekend             | onbekend |

  Regel: geen_zeggenschap_over_geld

    Scenario: De migrantenorganisatie beslist niet mee over geld, en niet iedereen voelt zich gelijkwaardig
      Gegeven de volgende feiten:
        | feit                   | antwoord |
        | meebeslissen over geld | nee      |
      En de volgende feiten:
        | feit                 | gemeente | migrantenorganisatie |
        | de gelijkwaardigheid | 4        | 3                    |
      Als om advies wordt gevraagd
      Dan heeft advies geen_zeggenschap_over_geld de ernst midden en de soort opbouw

    Abstract Scenario: De grenzen van geen_zeggenschap_over_geld
      Gegeven de volgende feiten:
        | feit                   | antwoord      |
        | meebeslissen over geld | <beslist mee> |
      En de volgende feiten:
        | feit                 | gemeente   | migrantenorganisatie   |
        | de gelijkwaardigheid | <gemeente> | <migrantenorganisatie> |
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel geen_zeggenschap_over_geld: <uitkomst>

      Voorbeelden: De regel geldt
        | gemeente | migrantenorganisatie | beslist mee | uitkomst |
        | 4        | 3                    | nee         | geldt    |
        | 1        | onbekend             | nee         | geldt    |

      Voorbeelden: De regel geldt niet
        | gemeente | migrantenorganisatie | beslist mee | uitkomst   |
        | 4        | 4                    | nee         | geldt niet |
        | 4        | 3                    | ja          | geldt niet |

      Voorbeelden: Er ontbreekt een antwoord
        | gemeente | migrantenorganisatie | beslist mee | uitkomst |
        | 4        | onbekend             | nee         | onbekend |
        | 4        | 3                    | onbekend    | onbekend |

  Regel: wringt_gelijkwaardigheid

    Scenario: Minstens één partij voelt zich niet gelijkwaardig of niet gewaardeerd
      Gegeven de volgende feiten:
        | feit                               | gemeente | migrantenorganisatie |
        | de gelijkwaardigheid in één cijfer | 4        | 2                    |
      Als om advies wordt gevraagd
      Dan heeft advies wringt_gelijkwaardigheid de ernst midden en de soort opbouw

    Abstract Scenario: De grenzen van wringt_gelijkwaardigheid
      Gegeven de volgende feiten:
        | feit                               | gemeente   | migrantenorganisatie   |
        | de gelijkwaardigheid in één cijfer | <gemeente> | <migrantenorganisatie> |
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel wringt_gelijkwaardigheid: <uitkomst>

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
        | feit                                       | gemeente | migrantenorganisatie |
        | de waardering voor de migrantenorganisatie | 4        | 2                    |
        | de gelijkwaardigheid in één cijfer         | 4        | 2                    |
      Als om advies wordt gevraagd
      Dan valt wringt_gelijkwaardigheid onder erkenning_tekort
