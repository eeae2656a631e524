# language: nl
Functionaliteit: Monitoring van resultaten, evaluatie en het zichtbaar maken en verspreiden van successen zijn essentiële onderdelen van een succesvolle samenwerking (voorwaarde 12)

  Kijk geregeld samen wat het oplevert. Vertel de uitkomst aan de mensen om wie het gaat.
  Laat successen zien, want dat helpt ook bij het besluit over geld.

  Achtergrond:
    Gegeven een samenwerking
    En de peildatum is 1 januari 2026

  Regel: geen_evaluatie

    Scenario: De samenwerking is lang niet geëvalueerd
      Gegeven de volgende feiten:
        | feit                        | antwoord          |
        | de fase van de samenwerking | we voeren het uit |
        | de laatste evaluatie        | 30 juni 2024      |
      Als om advies wordt gevraagd
      Dan heeft advies geen_evaluatie de ernst midden en de soort borging

    Abstract Scenario: De grenzen van geen_evaluatie
      Gegeven de volgende feiten:
        | feit                        | antwoord    |
        | de fase van de samenwerking | <fase>      |
        | de laatste evaluatie        | <evaluatie> |
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel geen_evaluatie: <uitkomst>

      Voorbeelden: De regel geldt
        | fase              | evaluatie    | uitkomst |
        | we voeren het uit | 30 juni 2024 | geldt    |
        | we voeren het uit | nooit        | geldt    |
        | we ronden het af  | 30 juni 2024 | geldt    |

      Voorbeelden: De regel geldt niet
        | fase              | evaluatie    | uitkomst   |
        | we verkennen nog  | 30 juni 2024 | geldt niet |
        | we voeren het uit | 1 juli 2024  | geldt niet |
        | we voeren het uit | 2 juli 2024  | geldt niet |
        | we richten het in | 30 juni 2024 | geldt niet |

      Voorbeelden: Er ontbreekt een antwoord
        | fase              | evaluatie    | uitkomst |
        | onbekend          | 30 juni 2024 | onbekend |
        | we voeren het uit | onbekend     | onbekend |

  Regel: halen_zonder_brengen

    Scenario: De gemeenschap is iets gevraagd, maar hoorde niet wat ermee is gedaan
      Gegeven de volgende feiten:
        | feit                                       | antwoord    |
        | de resultaten vertellen aan de gemeenschap | nee         |
        | de laatste vraag aan de gemeenschap          | 1 juli 2024 |
      Als om advies wordt gevraagd
      Dan heeft advies halen_zonder_brengen de ernst hoog en de soort herstel

    Abstract Scenario: De grenzen van halen_zonder_brengen
      Gegeven de volgende feiten:
        | feit                                       | antwoord         |
        | de resultaten vertellen aan de gemeenschap | <teruggekoppeld> |
        | de laatste vraag aan de gemeenschap          | <peiling>        |
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel halen_zonder_brengen: <uitkomst>

      Voorbeelden: De regel geldt
        | teruggekoppeld | peiling     | uitkomst |
        | nee            | 1 juli 2024 | geldt    |
        | nee            | 2 juli 2024 | geldt    |

      Voorbeelden: De regel geldt niet
        | teruggekoppeld | peiling      | uitkomst   |
        | ja             | 1 juli 2024  | geldt niet |
        | nee            | 30 juni 2024 | geldt niet |
        | nee            | nooit        | geldt niet |

      Voorbeelden: Er ontbreekt een antwoord
        | teruggekoppeld | peiling     | uitkomst |
        | onbekend       | 1 juli 2024 | onbekend |
        | nee            | onbekend    | onbekend |

    Scenario: Is de gemeenschap kort geleden bevraagd, dan staat er niet nog eens dat zij niets hoorde
      Gegeven de volgende feiten:
        | feit                                       | antwoord        |
        | de resultaten vertellen aan de gemeenschap | nee             |
        | de laatste vraag aan de gemeenschap        | 1 december 2025 |
      Als om advies wordt gevraagd
      Dan valt niets_teruggehoord onder halen_zonder_brengen

  Regel: succes_onzichtbaar

    Scenario: Niemand buiten de samenwerking ziet wat er goed gaat
      Gegeven de volgende feiten:
        | feit                        | antwoord          |
        | de fase van de samenwerking | we voeren het uit |
        | de gedeelde successen       | 0                 |
      Als om advies wordt gevraagd
      Dan heeft advies succes_onzichtbaar de ernst midden en de soort borging

    Abstract Scenario: De grenzen van succes_onzichtbaar
      Gegeven de volgende feiten:
        | feit                        | antwoord    |
        | de fase van de samenwerking | <fase>      |
        | de gedeelde successen       | <successen> |
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel succes_onzichtbaar: <uitkomst>

      Voorbeelden: De regel geldt
        | fase              | successen | uitkomst |
        | we voeren het uit | 0         | geldt    |
        | we ronden het af  | 0         | geldt    |

      Voorbeelden: De regel geldt niet
        | fase              | successen | uitkomst   |
        | we verkennen nog  | 0         | geldt niet |
        | we voeren het uit | 1         | geldt niet |
        | we richten het in | 0         | geldt niet |

      Voorbeelden: Er ontbreekt een antwoord
        | fase              | successen | uitkomst |
        | onbekend          | 0         | onbekend |
        | we voeren het uit | onbekend  | onbekend |

  Regel: eenzijdige_evaluatie

    Scenario: De evaluatie is maar door één partij gedaan
      Gegeven de volgende feiten:
        | feit                             | antwoord    |
        | een evaluatie met beide partijen | nee         |
        | de laatste evaluatie             | 1 juli 2024 |
      Als om advies wordt gevraagd
      Dan heeft advies eenzijdige_evaluatie de ernst midden en de soort borging

    Abstract Scenario: De grenzen van eenzijdige_evaluatie
      Gegeven de volgende feiten:
        | feit                             | antwoord          |
        | een evaluatie met beide partijen | <evaluatie samen> |
        | de laatste evaluatie             | <evaluatie>       |
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel eenzijdige_evaluatie: <uitkomst>

      Voorbeelden: De regel geldt
        | evaluatie samen | evaluatie   | uitkomst |
        | nee             | 1 juli 2024 | geldt    |
        | nee             | 2 juli 2024 | geldt    |

      Voorbeelden: De regel geldt niet
        | evaluatie samen | evaluatie    | uitkomst   |
        | ja              | 1 juli 2024  | geldt niet |
        | nee             | 30 juni 2024 | geldt niet |
        | nee             | nooit        | geldt niet |

      Voorbeelden: Er ontbreekt een antwoord
        | evaluatie samen | evaluatie   | uitkomst |
        | onbekend        | 1 juli 2024 | onbekend |
        | nee             | onbekend    | onbekend |

  Regel: doelen_niet_haalbaar

    Scenario: Minstens één partij vindt de doelen onduidelijk of niet haalbaar
      Gegeven de volgende feiten:
        | feit                          | gemeente | migrantenorganisatie |
        | de haalbaarheid van de doelen | 2        | onbekend             |
      Als om advies wordt gevraagd
      Dan heeft advies doelen_niet_haalbaar de ernst midden en de soort opbouw

    Abstract Scenario: De grenzen van doelen_niet_haalbaar
      Gegeven de volgende feiten:
        | feit                          | gemeente   | migrantenorganisatie   |
        | de haalbaarheid van de doelen | <gemeente> | <migrantenorganisatie> |
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel doelen_niet_haalbaar: <uitkomst>

      Voorbeelden: De regel geldt
        | gemeente | migrantenorganisatie | uitkomst |
        | 2        | onbekend             | geldt    |
        | onbekend | 1                    | geldt    |

      Voorbeelden: De regel geldt niet
        | gemeente | migrantenorganisatie | uitkomst   |
        | 3        | 3                    | geldt niet |

      Voorbeelden: Er ontbreekt een antwoord
        | gemeente | migrantenorganisatie | uitkomst |
        | onbekend | onbekend             | onbekend |

  Regel: niets_teruggehoord

    Scenario: De gemeenschap heeft niet gehoord wat het werk heeft opgeleverd
      Gegeven de volgende feiten:
        | feit                                       | antwoord |
        | de resultaten vertellen aan de gemeenschap | nee      |
      Als om advies wordt gevraagd
      Dan heeft advies niets_teruggehoord de ernst midden en de soort herstel

    Abstract Scenario: De grenzen van niets_teruggehoord
      Gegeven de volgende feiten:
        | feit                                       | antwoord |
        | de resultaten vertellen aan de gemeenschap | <terug>  |
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel niets_teruggehoord: <uitkomst>

      Voorbeelden: De regel geldt
        | terug | uitkomst |
        | nee   | geldt    |

      Voorbeelden: De regel geldt niet
        | terug | uitkomst   |
        | ja    | geldt niet |

      Voorbeelden: Er ontbreekt een antwoord
        | terug    | uitkomst |
        | onbekend | onbekend |

  Regel: beeld_van_succes_verschilt

    Scenario: Volgens minstens één partij zijn jullie het niet eens over wanneer het werk een succes is
      Gegeven de volgende feiten:
        | feit                       | gemeente | migrantenorganisatie |
        | hetzelfde beeld van succes | 4        | 2                    |
      Als om advies wordt gevraagd
      Dan heeft advies beeld_van_succes_verschilt de ernst midden en de soort opbouw

    Abstract Scenario: De grenzen van beeld_van_succes_verschilt
      Gegeven de volgende feiten:
        | feit                       | gemeente   | migrantenorganisatie   |
        | hetzelfde beeld van succes | <gemeente> | <migrantenorganisatie> |
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel beeld_van_succes_verschilt: <uitkomst>

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

  Regel: wringt_resultaten

    Scenario: Minstens één partij vindt dat jullie te weinig samen kijken wat het werk oplevert
      Gegeven de volgende feiten:
        | feit                                       | gemeente | migrantenorganisatie |
        | samen kijken naar resultaten in één cijfer | 4        | 2                    |
      Als om advies wordt gevraagd
      Dan heeft advies wringt_resultaten de ernst midden en de soort opbouw

    Abstract Scenario: De grenzen van wringt_resultaten
      Gegeven de volgende feiten:
        | feit                                       | gemeente   | migrantenorganisatie   |
        | samen kijken naar resultaten in één cijfer | <gemeente> | <migrantenorganisatie> |
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel wringt_resultaten: <uitkomst>

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
        | feit                                       | antwoord |
        | de resultaten vertellen aan de gemeenschap | nee      |
      En de volgende feiten:
        | feit                                       | gemeente | migrantenorganisatie |
        | samen kijken naar resultaten in één cijfer | 4        | 2                    |
      Als om advies wordt gevraagd
      Dan valt wringt_resultaten onder niets_teruggehoord
