# language: nl
Functionaliteit: Rekenen met maanden

  Verzonnen regels over een moestuin. Ze staan in de map regels/.

  Achtergrond:
    Gegeven een samenwerking
    En de peildatum is 15 maart 2026

  Regel: lang_geleden_gezaaid

    Scenario: Er is lang geleden gezaaid
      Gegeven de volgende feiten:
        | feit       | antwoord         |
        | de zaaidag | 15 december 2025 |
      Als om advies wordt gevraagd
      Dan heeft advies lang_geleden_gezaaid de ernst midden en de soort borging

    Abstract Scenario: De grenzen van lang_geleden_gezaaid
      Gegeven de volgende feiten:
        | feit       | antwoord  |
        | de zaaidag | <zaaidag> |
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel lang_geleden_gezaaid: <uitkomst>

      Voorbeelden: De regel geldt
        | zaaidag          | uitkomst |
        | 15 december 2025 | geldt    |
        | 14 december 2025 | geldt    |

      Voorbeelden: De regel geldt niet
        | zaaidag          | uitkomst   |
        | 16 december 2025 | geldt niet |

      Voorbeelden: Er ontbreekt een antwoord
        | zaaidag  | uitkomst |
        | onbekend | onbekend |

  Regel: lang_droog

    Scenario: Het is lang droog
      Gegeven de volgende feiten:
        | feit             | antwoord         |
        | de laatste regen | 14 februari 2026 |
      Als om advies wordt gevraagd
      Dan heeft advies lang_droog de ernst hoog en de soort opbouw

    Abstract Scenario: De grenzen van lang_droog
      Gegeven de volgende feiten:
        | feit             | antwoord |
        | de laatste regen | <regen>  |
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel lang_droog: <uitkomst>

      Voorbeelden: De regel geldt
        | regen            | uitkomst |
        | 14 februari 2026 | geldt    |
        | nooit            | geldt    |

      Voorbeelden: De regel geldt niet
        | regen            | uitkomst   |
        | 15 februari 2026 | geldt niet |
        | 16 februari 2026 | geldt niet |

      Voorbeelden: Er ontbreekt een antwoord
        | regen    | uitkomst |
        | onbekend | onbekend |

  Regel: nooit_regen

    Scenario: Het heeft nooit geregend
      Gegeven de volgende feiten:
        | feit             | antwoord |
        | de laatste regen | nooit    |
      Als om advies wordt gevraagd
      Dan heeft advies nooit_regen de ernst kritiek en de soort poort

    Abstract Scenario: De grenzen van nooit_regen
      Gegeven de volgende feiten:
        | feit             | antwoord |
        | de laatste regen | <regen>  |
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel nooit_regen: <uitkomst>

      Voorbeelden: De regel geldt
        | regen | uitkomst |
        | nooit | geldt    |

      Voorbeelden: De regel geldt niet
        | regen         | uitkomst   |
        | 15 maart 2026 | geldt niet |

      Voorbeelden: Er ontbreekt een antwoord
        | regen    | uitkomst |
        | onbekend | onbekend |

  Regel: feest_komt_eraan

    Scenario: Het oogstfeest is bijna
      Gegeven de volgende feiten:
        | feit           | antwoord      |
        | het oogstfeest | 15 april 2026 |
      Als om advies wordt gevraagd
      Dan heeft advies feest_komt_eraan de ernst midden en de soort termijn

    Abstract Scenario: De grenzen van feest_komt_eraan
      Gegeven de volgende feiten:
        | feit           | antwoord     |
        | het oogstfeest | <oogstfeest> |
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel feest_komt_eraan: <uitkomst>

      Voorbeelden: De regel geldt
        | oogstfeest    | uitkomst |
        | 15 april 2026 | geldt    |
        | 14 april 2026 | geldt    |

      Voorbeelden: De regel geldt niet
        | oogstfeest    | uitkomst   |
        | 16 april 2026 | geldt niet |

      Voorbeelden: Er ontbreekt een antwoord
        | oogstfeest | uitkomst |
        | onbekend   | onbekend |
