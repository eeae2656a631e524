# language: nl
Functionaliteit: Kijken naar de antwoorden van twee partijen

  Verzonnen regels over een moestuin. Ze staan in de map regels/.

  Achtergrond:
    Gegeven een samenwerking
    En de peildatum is 15 maart 2026

  Regel: iemand_lust_het_niet

    Scenario: Minstens één partij vindt de oogst niet lekker
      Gegeven de volgende feiten:
        | feit     | gemeente | migrantenorganisatie |
        | de smaak | 1        | 1                    |
      Als om advies wordt gevraagd
      Dan heeft advies iemand_lust_het_niet de ernst hoog en de soort herstel

    Abstract Scenario: De grenzen van iemand_lust_het_niet
      Gegeven de volgende feiten:
        | feit     | gemeente   | migrantenorganisatie   |
        | de smaak | <gemeente> | <migrantenorganisatie> |
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel iemand_lust_het_niet: <uitkomst>

      Voorbeelden: De regel geldt
        | gemeente | migrantenorganisatie | uitkomst |
        | 1        | 1                    | geldt    |
        | onbekend | 1                    | geldt    |
        | 1        | onbekend             | geldt    |
        | onbekend | 2                    | geldt    |

      Voorbeelden: De regel geldt niet
        | gemeente | migrantenorganisatie | uitkomst   |
        | 3        | 3                    | geldt niet |

      Voorbeelden: Er ontbreekt een antwoord
        | gemeente | migrantenorganisatie | uitkomst |
        | onbekend | onbekend             | onbekend |

  Regel: allen_lusten_het

    Scenario: Beide partijen vinden de oogst lekker
      Gegeven de volgende feiten:
        | feit     | gemeente | migrantenorganisatie |
        | de smaak | 4        | 4                    |
      Als om advies wordt gevraagd
      Dan heeft advies allen_lusten_het de ernst sterk en de soort borging

    Abstract Scenario: De grenzen van allen_lusten_het
      Gegeven de volgende feiten:
        | feit     | gemeente   | migrantenorganisatie   |
        | de smaak | <gemeente> | <migrantenorganisatie> |
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel allen_lusten_het: <uitkomst>

      Voorbeelden: De regel geldt
        | gemeente | migrantenorganisatie | uitkomst |
        | 4        | 4                    | geldt    |

      Voorbeelden: De regel geldt niet
        | gemeente | migrantenorganisatie | uitkomst   |
        | 3        | 4                    | geldt niet |
        | 4        | 3                    | geldt niet |

      Voorbeelden: Er ontbreekt een antwoord
        | gemeente | migrantenorganisatie | uitkomst |
        | onbekend | 4                    | onbekend |
        | 4        | onbekend             | onbekend |

  Regel: iemand_smult

    Scenario: Minstens één partij smult
      Gegeven de volgende feiten:
        | feit     | gemeente | migrantenorganisatie |
        | de smaak | 1        | 5                    |
      Als om advies wordt gevraagd
      Dan heeft advies iemand_smult de ernst laag en de soort borging

    Abstract Scenario: De grenzen van iemand_smult
      Gegeven de volgende feiten:
        | feit     | gemeente   | migrantenorganisatie   |
        | de smaak | <gemeente> | <migrantenorganisatie> |
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel iemand_smult: <uitkomst>

      Voorbeelden: De regel geldt
        | gemeente | migrantenorganisatie | uitkomst |
        | 1        | 5                    | geldt    |
        | 5        | onbekend             | geldt    |

      Voorbeelden: De regel geldt niet
        | gemeente | migrantenorganisatie | uitkomst   |
        | 1        | 4                    | geldt niet |

      Voorbeelden: Er ontbreekt een antwoord
        | gemeente | migrantenorganisatie | uitkomst |
        | 1        | onbekend             | onbekend |

  Regel: smaken_verschillen

    Scenario: De partijen denken anders over de smaak
      Gegeven de volgende feiten:
        | feit     | gemeente | migrantenorganisatie |
        | de smaak | 1        | 3                    |
      Als om advies wordt gevraagd
      Dan heeft advies smaken_verschillen de ernst midden en de soort herstel

    Abstract Scenario: De grenzen van smaken_verschillen
      Gegeven de volgende feiten:
        | feit     | gemeente   | migrantenorganisatie   |
        | de smaak | <gemeente> | <migrantenorganisatie> |
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel smaken_verschillen: <uitkomst>

      Voorbeelden: De regel geldt
        | gemeente | migrantenorganisatie | uitkomst |
        | 1        | 3                    | geldt    |

      Voorbeelden: De regel geldt niet
        | gemeente | migrantenorganisatie | uitkomst   |
        | 2        | 3                    | geldt niet |
        | 1        | 2                    | geldt niet |

      Voorbeelden: Er ontbreekt een antwoord
        | gemeente | migrantenorganisatie | uitkomst |
        | onbekend | 3                    | onbekend |
        | 1        | onbekend             | onbekend |

  Regel: gemeente_ruikt_niets

    Scenario: De gemeente ruikt niets lekkers
      Gegeven de volgende feiten:
        | feit    | gemeente | migrantenorganisatie |
        | de geur | 1        | onbekend             |
      Als om advies wordt gevraagd
      Dan heeft advies gemeente_ruikt_niets de ernst laag en de soort opbouw

    Abstract Scenario: De grenzen van gemeente_ruikt_niets
      Gegeven de volgende feiten:
        | feit    | gemeente   | migrantenorganisatie |
        | de geur | <gemeente> | onbekend             |
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel gemeente_ruikt_niets: <uitkomst>

      Voorbeelden: De regel geldt
        | gemeente | uitkomst |
        | 1        | geldt    |

      Voorbeelden: De regel geldt niet
        | gemeente | uitkomst   |
        | 2        | geldt niet |

      Voorbeelden: Er ontbreekt een antwoord
        | gemeente | uitkomst |
        | onbekend | onbekend |

  Regel: iemand_ziet_slakken

    Scenario: Minstens één partij ziet slakken
      Gegeven de volgende feiten:
        | feit       | gemeente | migrantenorganisatie |
        | de slakken | ja       | ja                   |
      Als om advies wordt gevraagd
      Dan heeft advies iemand_ziet_slakken de ernst midden en de soort herstel

    Abstract Scenario: De grenzen van iemand_ziet_slakken
      Gegeven de volgende feiten:
        | feit       | gemeente   | migrantenorganisatie   |
        | de slakken | <gemeente> | <migrantenorganisatie> |
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel iemand_ziet_slakken: <uitkomst>

      Voorbeelden: De regel geldt
        | gemeente | migrantenorganisatie | uitkomst |
        | ja       | ja                   | geldt    |
        | onbekend | ja                   | geldt    |
        | ja       | onbekend             | geldt    |

      Voorbeelden: De regel geldt niet
        | gemeente | migrantenorganisatie | uitkomst   |
        | nee      | nee                  | geldt niet |

      Voorbeelden: Er ontbreekt een antwoord
        | gemeente | migrantenorganisatie | uitkomst |
        | onbekend | onbekend             | onbekend |

  Regel: weinig_genot

    Scenario: Minstens één partij geniet weinig
      Gegeven de volgende feiten:
        | feit     | gemeente | migrantenorganisatie |
        | de smaak | 1        | 1                    |
        | de geur  | 1        | 1                    |
      Als om advies wordt gevraagd
      Dan heeft advies weinig_genot de ernst hoog en de soort herstel

    Abstract Scenario: De grenzen van weinig_genot
      Gegeven de volgende feiten:
        | feit     | gemeente         | migrantenorganisatie |
        | de smaak | <smaak gemeente> | <smaak organisatie>  |
        | de geur  | 1                | 1                    |
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel weinig_genot: <uitkomst>

      Voorbeelden: De regel geldt
        | smaak gemeente | smaak organisatie | uitkomst |
        | 1              | 1                 | geldt    |
        | onbekend       | 1                 | geldt    |
        | 1              | onbekend          | geldt    |
        | onbekend       | 3                 | geldt    |

      Voorbeelden: De regel geldt niet
        | smaak gemeente | smaak organisatie | uitkomst   |
        | 4              | 4                 | geldt niet |

      Voorbeelden: Er ontbreekt een antwoord
        | smaak gemeente | smaak organisatie | uitkomst |
        | onbekend       | onbekend          | onbekend |

  Regel: gemeente_zwijgt

    Scenario: De gemeente zegt nog niets over de smaak
      Als om advies wordt gevraagd
      Dan heeft advies gemeente_zwijgt de ernst laag en de soort opbouw

    Abstract Scenario: De grenzen van gemeente_zwijgt
      Gegeven de volgende feiten:
        | feit     | gemeente   | migrantenorganisatie |
        | de smaak | <gemeente> | onbekend             |
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel gemeente_zwijgt: <uitkomst>

      Voorbeelden: De regel geldt
        | gemeente | uitkomst |
        | onbekend | geldt    |

      Voorbeelden: De regel geldt niet
        | gemeente | uitkomst   |
        | 1        | geldt niet |

  Regel: vooral_partner

    Scenario: De migrantenorganisatie heeft de meeste vragen beantwoord
      Gegeven de volgende feiten:
        | feit     | gemeente | migrantenorganisatie |
        | de smaak | onbekend | 4                    |
        | de geur  | 4        | 4                    |
        | de kleur | 4        | 4                    |
      Als om advies wordt gevraagd
      Dan heeft advies vooral_partner de ernst laag en de soort opbouw

    Abstract Scenario: De grenzen van vooral_partner
      Gegeven de volgende feiten:
        | feit       | gemeente | migrantenorganisatie |
        | de smaak   | 4        | 4                    |
        | de geur    | 4        | <geur>               |
        | de kleur   | 4        | <kleur>              |
        | de slakken | nee      | <slakken>            |
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel vooral_partner: <uitkomst>

      Voorbeelden: Er zijn vier vragen die elke partij zelf beantwoordt
        | geur     | kleur    | slakken  | uitkomst   |
        | onbekend | onbekend | onbekend | geldt niet |
        | 4        | onbekend | onbekend | geldt niet |
        | 4        | 4        | onbekend | geldt      |
        | 4        | 4        | nee      | geldt      |
