# language: nl
Functionaliteit: Regels die voortbouwen op andere regels

  Verzonnen regels over een moestuin. Ze staan in de map regels/.

  Achtergrond:
    Gegeven een samenwerking
    En de peildatum is 15 maart 2026

  Regel: kale_tuin

    Scenario: De tuin is kaal, en iedereen loopt erin
      Gegeven de volgende feiten:
        | feit               | antwoord |
        | het aantal planten | 2        |
        | het hek            | ja       |
      Als om advies wordt gevraagd
      Dan heeft advies kale_tuin de ernst hoog en de soort opbouw

    Abstract Scenario: De grenzen van kale_tuin
      Gegeven de volgende feiten:
        | feit               | antwoord   |
        | het aantal planten | <planten>  |
        | het hek            | <hek open> |
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel kale_tuin: <uitkomst>

      Voorbeelden: De regel geldt
        | planten | hek open | uitkomst |
        | 2       | ja       | geldt    |
        | 1       | ja       | geldt    |

      Voorbeelden: De regel geldt niet
        | planten | hek open | uitkomst   |
        | 3       | ja       | geldt niet |
        | 2       | nee      | geldt niet |

      Voorbeelden: Er ontbreekt een antwoord
        | planten  | hek open | uitkomst |
        | onbekend | ja       | onbekend |
        | 2        | onbekend | onbekend |

  Regel: noodgeval

    Scenario: De tuin houdt het zo niet vol
      Gegeven de volgende feiten:
        | feit                   | antwoord         |
        | de laatste regen       | 14 februari 2026 |
        | het deel in de schaduw | 49               |
        | het aantal planten     | 2                |
      Als om advies wordt gevraagd
      Dan heeft advies noodgeval de ernst kritiek en de soort herstel

    Abstract Scenario: De grenzen van noodgeval
      Gegeven de volgende feiten:
        | feit                   | antwoord  |
        | de laatste regen       | <regen>   |
        | het deel in de schaduw | <schaduw> |
        | het aantal planten     | <planten> |
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel noodgeval: <uitkomst>

      Voorbeelden: De regel geldt
        | regen            | schaduw | planten | uitkomst |
        | 14 februari 2026 | 49      | 2       | geldt    |
        | nooit            | 49      | 2       | geldt    |
        | 14 februari 2026 | 50      | 2       | geldt    |
        | 14 februari 2026 | 51      | 2       | geldt    |
        | 14 februari 2026 | 49      | 1       | geldt    |
        | onbekend         | 51      | 2       | geldt    |

      Voorbeelden: De regel geldt niet
        | regen            | schaduw | planten | uitkomst   |
        | 15 februari 2026 | 49      | 2       | geldt niet |
        | 16 februari 2026 | 49      | 2       | geldt niet |
        | 14 februari 2026 | 49      | 3       | geldt niet |

      Voorbeelden: Er ontbreekt een antwoord
        | regen            | schaduw | planten  | uitkomst |
        | onbekend         | 49      | 2        | onbekend |
        | 14 februari 2026 | 49      | onbekend | onbekend |
