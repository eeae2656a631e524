# language: nl
Functionaliteit: Vergelijken met een getal of een keuze

  Verzonnen regels over een moestuin. Ze staan in de map regels/.

  Achtergrond:
    Gegeven een samenwerking
    En de peildatum is 15 maart 2026

  Regel: weinig_planten

    Scenario: Er staan weinig planten
      Gegeven de volgende feiten:
        | feit               | antwoord |
        | het aantal planten | 2        |
      Als om advies wordt gevraagd
      Dan heeft advies weinig_planten de ernst midden en de soort opbouw

    Abstract Scenario: De grenzen van weinig_planten
      Gegeven de volgende feiten:
        | feit               | antwoord  |
        | het aantal planten | <planten> |
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel weinig_planten: <uitkomst>

      Voorbeelden: De regel geldt
        | planten | uitkomst |
        | 2       | geldt    |
        | 1       | geldt    |

      Voorbeelden: De regel geldt niet
        | planten | uitkomst   |
        | 3       | geldt niet |

      Voorbeelden: Er ontbreekt een antwoord
        | planten  | uitkomst |
        | onbekend | onbekend |

  Regel: bijna_geen_planten

    Scenario: Er staat bijna geen plant
      Gegeven de volgende feiten:
        | feit               | antwoord |
        | het aantal planten | 1        |
      Als om advies wordt gevraagd
      Dan heeft advies bijna_geen_planten de ernst hoog en de soort opbouw

    Abstract Scenario: De grenzen van bijna_geen_planten
      Gegeven de volgende feiten:
        | feit               | antwoord  |
        | het aantal planten | <planten> |
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel bijna_geen_planten: <uitkomst>

      Voorbeelden: De regel geldt
        | planten | uitkomst |
        | 1       | geldt    |

      Voorbeelden: De regel geldt niet
        | planten | uitkomst   |
        | 2       | geldt niet |
        | 3       | geldt niet |

      Voorbeelden: Er ontbreekt een antwoord
        | planten  | uitkomst |
        | onbekend | onbekend |

  Regel: precies_tien

    Scenario: Er staan precies tien planten
      Gegeven de volgende feiten:
        | feit               | antwoord |
        | het aantal planten | 10       |
      Als om advies wordt gevraagd
      Dan heeft advies precies_tien de ernst laag en de soort borging

    Abstract Scenario: De grenzen van precies_tien
      Gegeven de volgende feiten:
        | feit               | antwoord  |
        | het aantal planten | <planten> |
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel precies_tien: <uitkomst>

      Voorbeelden: De regel geldt
        | planten | uitkomst |
        | 10      | geldt    |

      Voorbeelden: De regel geldt niet
        | planten | uitkomst   |
        | 9       | geldt niet |
        | 11      | geldt niet |

      Voorbeelden: Er ontbreekt een antwoord
        | planten  | uitkomst |
        | onbekend | onbekend |

  Regel: veel_schaduw

    Scenario: Het is er donker
      Gegeven de volgende feiten:
        | feit                   | antwoord |
        | het deel in de schaduw | 51       |
      Als om advies wordt gevraagd
      Dan heeft advies veel_schaduw de ernst midden en de soort opbouw

    Abstract Scenario: De grenzen van veel_schaduw
      Gegeven de volgende feiten:
        | feit                   | antwoord  |
        | het deel in de schaduw | <schaduw> |
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel veel_schaduw: <uitkomst>

      Voorbeelden: De regel geldt
        | schaduw | uitkomst |
        | 51      | geldt    |

      Voorbeelden: De regel geldt niet
        | schaduw | uitkomst   |
        | 49      | geldt niet |
        | 50      | geldt niet |

      Voorbeelden: Er ontbreekt een antwoord
        | schaduw  | uitkomst |
        | onbekend | onbekend |

  Regel: hek_dicht

    Scenario: Het hek is dicht
      Gegeven de volgende feiten:
        | feit    | antwoord |
        | het hek | nee      |
      Als om advies wordt gevraagd
      Dan heeft advies hek_dicht de ernst laag en de soort opbouw

    Abstract Scenario: De grenzen van hek_dicht
      Gegeven de volgende feiten:
        | feit    | antwoord   |
        | het hek | <hek open> |
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel hek_dicht: <uitkomst>

      Voorbeelden: De regel geldt
        | hek open | uitkomst |
        | nee      | geldt    |

      Voorbeelden: De regel geldt niet
        | hek open | uitkomst   |
        | ja       | geldt niet |

      Voorbeelden: Er ontbreekt een antwoord
        | hek open | uitkomst |
        | onbekend | onbekend |

  Regel: natte_grond

    Scenario: De grond is nat
      Gegeven de volgende feiten:
        | feit     | antwoord |
        | de grond | klei     |
      Als om advies wordt gevraagd
      Dan heeft advies natte_grond de ernst midden en de soort opbouw

    Abstract Scenario: De grenzen van natte_grond
      Gegeven de volgende feiten:
        | feit     | antwoord |
        | de grond | <grond>  |
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel natte_grond: <uitkomst>

      Voorbeelden: De regel geldt
        | grond    | uitkomst |
        | klei     | geldt    |
        | nat veen | geldt    |

      Voorbeelden: De regel geldt niet
        | grond | uitkomst   |
        | zand  | geldt niet |

      Voorbeelden: Er ontbreekt een antwoord
        | grond    | uitkomst |
        | onbekend | onbekend |

  Regel: droge_grond

    Scenario: De grond is droog
      Gegeven de volgende feiten:
        | feit     | antwoord |
        | de grond | zand     |
      Als om advies wordt gevraagd
      Dan heeft advies droge_grond de ernst laag en de soort opbouw

    Abstract Scenario: De grenzen van droge_grond
      Gegeven de volgende feiten:
        | feit     | antwoord |
        | de grond | <grond>  |
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel droge_grond: <uitkomst>

      Voorbeelden: De regel geldt
        | grond | uitkomst |
        | zand  | geldt    |

      Voorbeelden: De regel geldt niet
        | grond    | uitkomst   |
        | klei     | geldt niet |
        | nat veen | geldt niet |

      Voorbeelden: Er ontbreekt een antwoord
        | grond    | uitkomst |
        | onbekend | onbekend |
