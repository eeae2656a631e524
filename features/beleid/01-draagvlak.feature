# language: nl
Functionaliteit: Draagvlak voor samenwerking bij de gemeente (voorwaarde 1)

  De gemeente moet de samenwerking echt willen. Dat zie je aan een bestuurder die ervoor
  staat, aan uren en aan een plek in het beleid. Zonder die steun stopt het werk zodra het
  lastig wordt.

  Achtergrond:
    Gegeven een samenwerking
    En de peildatum is 1 januari 2026

  Regel: draagvlak_ontbreekt

    Scenario: Geen bestuurder staat achter de samenwerking en zij staat in geen enkel plan
      Gegeven de volgende feiten:
        | feit                                      | antwoord          |
        | een bestuurder die de samenwerking steunt | nee               |
        | de plaats in een plan van de gemeente     | nee               |
        | de fase van de samenwerking               | we voeren het uit |
      Als om advies wordt gevraagd
      Dan heeft advies draagvlak_ontbreekt de ernst kritiek en de soort opbouw

    Abstract Scenario: De grenzen van draagvlak_ontbreekt
      Gegeven de volgende feiten:
        | feit                                      | antwoord     |
        | een bestuurder die de samenwerking steunt | <bestuurder> |
        | de plaats in een plan van de gemeente     | <beleid>     |
        | de fase van de samenwerking               | <fase>       |
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel draagvlak_ontbreekt: <uitkomst>

      Voorbeelden: De regel geldt
        | bestuurder | beleid | fase              | uitkomst |
        | nee        | nee    | we voeren het uit | geldt    |

      Voorbeelden: De regel geldt niet
        | bestuurder | beleid               | fase              | uitkomst   |
        | ja         | nee                  | we voeren het uit | geldt niet |
        | nee        | er wordt aan gewerkt | we voeren het uit | geldt niet |
        | nee        | nee                  | we verkennen nog  | geldt niet |

      Voorbeelden: Er ontbreekt een antwoord
        | bestuurder | beleid   | fase              | uitkomst |
        | onbekend   | nee      | we voeren het uit | onbekend |
        | nee        | onbekend | we voeren het uit | onbekend |
        | nee        | nee      | onbekend          | onbekend |

  Regel: opdrachtgever_zoeken

    Scenario: Jullie verkennen nog, en er is nog geen bestuurder die de samenwerking steunt
      Gegeven de volgende feiten:
        | feit                                      | antwoord         |
        | een bestuurder die de samenwerking steunt | nee              |
        | de fase van de samenwerking               | we verkennen nog |
      Als om advies wordt gevraagd
      Dan heeft advies opdrachtgever_zoeken de ernst midden en de soort opbouw

    Abstract Scenario: De grenzen van opdrachtgever_zoeken
      Gegeven de volgende feiten:
        | feit                                      | antwoord     |
        | een bestuurder die de samenwerking steunt | <bestuurder> |
        | de fase van de samenwerking               | <fase>       |
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel opdrachtgever_zoeken: <uitkomst>

      Voorbeelden: De regel geldt
        | bestuurder | fase             | uitkomst |
        | nee        | we verkennen nog | geldt    |

      Voorbeelden: De regel geldt niet
        | bestuurder | fase              | uitkomst   |
        | ja         | we verkennen nog  | geldt niet |
        | nee        | we richten het in | geldt niet |

      Voorbeelden: Er ontbreekt een antwoord
        | bestuurder | fase             | uitkomst |
        | onbekend   | we verkennen nog | onbekend |
        | nee        | onbekend         | onbekend |

  Regel: draagvlak_op_papier

    Scenario: De gemeente steunt de samenwerking, maar maakt er weinig tijd voor vrij
      Gegeven de volgende feiten:
        | feit                                      | antwoord |
        | een bestuurder die de samenwerking steunt | ja       |
        | de uren van de gemeente                   | 3        |
      Als om advies wordt gevraagd
      Dan heeft advies draagvlak_op_papier de ernst hoog en de soort opbouw

    Abstract Scenario: De grenzen van draagvlak_op_papier
      Gegeven de volgende feiten:
        | feit                                      | antwoord     |
        | een bestuurder die de samenwerking steunt | <bestuurder> |
        | de uren van de gemeente                   | <uren>       |
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel draagvlak_op_papier: <uitkomst>

      Voorbeelden: De regel geldt
        | bestuurder | uren | uitkomst |
        | ja         | 3    | geldt    |

      Voorbeelden: De regel geldt niet
        | bestuurder | uren | uitkomst   |
        | nee        | 3    | geldt niet |
        | ja         | 4    | geldt niet |
        | ja         | 5    | geldt niet |

      Voorbeelden: Er ontbreekt een antwoord
        | bestuurder | uren     | uitkomst |
        | onbekend   | 3        | onbekend |
        | ja         | onbekend | onbekend |

  Regel: uitvoering_haakt_niet_aan

    Scenario: Minstens één partij merkt dat medewerkers in de praktijk weinig meewerken
      Gegeven de volgende feiten:
        | feit                                    | gemeente | migrantenorganisatie |
        | de steun van medewerkers in de praktijk | 4        | 2                    |
      Als om advies wordt gevraagd
      Dan heeft advies uitvoering_haakt_niet_aan de ernst midden en de soort opbouw

    Abstract Scenario: De grenzen van uitvoering_haakt_niet_aan
      Gegeven de volgende feiten:
        | feit                                    | gemeente   | migrantenorganisatie   |
        | de steun van medewerkers in de praktijk | <gemeente> | <migrantenorganisatie> |
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel uitvoering_haakt_niet_aan: <uitkomst>

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

  Regel: draagvlak_kwetsbaar

    Scenario: Er komt een wissel van bestuur, en er is nog niets vastgesteld
      Gegeven de volgende feiten:
        | feit                                   | antwoord |
        | een wissel van bestuur binnen een jaar | ja       |
        | de plaats in een plan van de gemeente  | nee      |
      Als om advies wordt gevraagd
      Dan heeft advies draagvlak_kwetsbaar de ernst midden en de soort termijn

    Abstract Scenario: De grenzen van draagvlak_kwetsbaar
      Gegeven de volgende feiten:
        | feit                                   | antwoord                |
        | een wissel van bestuur binnen een jaar | <bestuurswissel binnen> |
        | de plaats in een plan van de gemeente  | <beleid>                |
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel draagvlak_kwetsbaar: <uitkomst>

      Voorbeelden: De regel geldt
        | bestuurswissel binnen | beleid | uitkomst |
        | ja                    | nee    | geldt    |

      Voorbeelden: De regel geldt niet
        | bestuurswissel binnen | beleid          | uitkomst   |
        | nee                   | nee             | geldt niet |
        | ja                    | ja, vastgesteld | geldt niet |

      Voorbeelden: Er ontbreekt een antwoord
        | bestuurswissel binnen | beleid   | uitkomst |
        | onbekend              | nee      | onbekend |
        | ja                    | onbekend | onbekend |

  Regel: raad_wel_bestuur_niet

    Scenario: De gemeenteraad steunt de samenwerking, maar geen wethouder of directeur doet dat openlijk
      Gegeven de volgende feiten:
        | feit                                      | antwoord |
        | de steun van de gemeenteraad              | ja       |
        | een bestuurder die de samenwerking steunt | nee      |
      Als om advies wordt gevraagd
      Dan heeft advies raad_wel_bestuur_niet de ernst midden en de soort termijn

    Abstract Scenario: De grenzen van raad_wel_bestuur_niet
      Gegeven de volgende feiten:
        | feit                                      | antwoord     |
        | de steun van de gemeenteraad              | <raad>       |
        | een bestuurder die de samenwerking steunt | <bestuurder> |
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel raad_wel_bestuur_niet: <uitkomst>

      Voorbeelden: De regel geldt
        | raad | bestuurder | uitkomst |
        | ja   | nee        | geldt    |

      Voorbeelden: De regel geldt niet
        | raad | bestuurder | uitkomst   |
        | nee  | nee        | geldt niet |
        | ja   | ja         | geldt niet |

      Voorbeelden: Er ontbreekt een antwoord
        | raad     | bestuurder | uitkomst |
        | onbekend | nee        | onbekend |
        | ja       | onbekend   | onbekend |

  Regel: wringt_draagvlak

    Scenario: Minstens één partij merkt dat de gemeente niet echt achter de samenwerking staat
      Gegeven de volgende feiten:
        | feit                                   | gemeente | migrantenorganisatie |
        | de steun van de gemeente in één cijfer | 4        | 2                    |
      Als om advies wordt gevraagd
      Dan heeft advies wringt_draagvlak de ernst midden en de soort opbouw

    Abstract Scenario: De grenzen van wringt_draagvlak
      Gegeven de volgende feiten:
        | feit                                   | gemeente   | migrantenorganisatie   |
        | de steun van de gemeente in één cijfer | <gemeente> | <migrantenorganisatie> |
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel wringt_draagvlak: <uitkomst>

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
        | feit                                    | gemeente | migrantenorganisatie |
        | de steun van medewerkers in de praktijk | 4        | 2                    |
        | de steun van de gemeente in één cijfer  | 4        | 2                    |
      Als om advies wordt gevraagd
      Dan valt wringt_draagvlak onder uitvoering_haakt_niet_aan
