# language: nl
Functionaliteit: Samenwerking met migrantenorganisaties vraagt om een meer flexibele aanpak en minder formele manier van werken (voorwaarde 10)

  Vrijwilligers hebben weinig aan dikke formulieren en overleg onder werktijd. Kies een
  manier van werken die past. Dan gaat de tijd naar het werk zelf.

  Achtergrond:
    Gegeven een samenwerking
    En de peildatum is 1 januari 2026

  Regel: vergaderen_op_werktijd

    Scenario: De overleggen zijn overdag, terwijl de partner met vrijwilligers werkt
      Gegeven de volgende feiten:
        | feit                      | antwoord             |
        | de tijd van de overleggen | overdag, in werktijd |
        | de betaalde uren          | 0                    |
      Als om advies wordt gevraagd
      Dan heeft advies vergaderen_op_werktijd de ernst midden en de soort opbouw

    Abstract Scenario: De grenzen van vergaderen_op_werktijd
      Gegeven de volgende feiten:
        | feit                      | antwoord       |
        | de tijd van de overleggen | <vergadertijd> |
        | de betaalde uren          | <betaald>      |
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel vergaderen_op_werktijd: <uitkomst>

      Voorbeelden: De regel geldt
        | vergadertijd         | betaald | uitkomst |
        | overdag, in werktijd | 0       | geldt    |

      Voorbeelden: De regel geldt niet
        | vergadertijd         | betaald | uitkomst   |
        | wisselend            | 0       | geldt niet |
        | overdag, in werktijd | 1       | geldt niet |

      Voorbeelden: Er ontbreekt een antwoord
        | vergadertijd         | betaald  | uitkomst |
        | onbekend             | 0        | onbekend |
        | overdag, in werktijd | onbekend | onbekend |

  Regel: regeldruk_te_hoog

    Scenario: Het papierwerk kost veel tijd voor een kleine subsidie
      Gegeven de volgende feiten:
        | feit                   | antwoord |
        | de uren aan papierwerk | 8        |
        | de subsidie per jaar   | 10000    |
      Als om advies wordt gevraagd
      Dan heeft advies regeldruk_te_hoog de ernst hoog en de soort opbouw

    Abstract Scenario: De grenzen van regeldruk_te_hoog
      Gegeven de volgende feiten:
        | feit                   | antwoord     |
        | de uren aan papierwerk | <papierwerk> |
        | de subsidie per jaar   | <subsidie>   |
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel regeldruk_te_hoog: <uitkomst>

      Voorbeelden: De regel geldt
        | papierwerk | subsidie | uitkomst |
        | 8          | 10000    | geldt    |
        | 9          | 10000    | geldt    |
        | 8          | 9999     | geldt    |

      Voorbeelden: De regel geldt niet
        | papierwerk | subsidie | uitkomst   |
        | 7          | 10000    | geldt niet |
        | 8          | 10001    | geldt niet |

      Voorbeelden: Er ontbreekt een antwoord
        | papierwerk | subsidie | uitkomst |
        | onbekend   | 10000    | onbekend |
        | 8          | onbekend | onbekend |

  Regel: verantwoording_knelt

    Scenario: Minstens één partij vindt de verantwoording te zwaar voor het project
      Gegeven de volgende feiten:
        | feit                                       | gemeente | migrantenorganisatie |
        | hoe het papierwerk past bij het project | 4        | 2                    |
      Als om advies wordt gevraagd
      Dan heeft advies verantwoording_knelt de ernst midden en de soort opbouw

    Abstract Scenario: De grenzen van verantwoording_knelt
      Gegeven de volgende feiten:
        | feit                                       | gemeente   | migrantenorganisatie   |
        | hoe het papierwerk past bij het project | <gemeente> | <migrantenorganisatie> |
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel verantwoording_knelt: <uitkomst>

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

  Regel: starre_opdracht

    Scenario: Het plan mag tussendoor niet veranderen
      Gegeven de volgende feiten:
        | feit                             | antwoord |
        | ruimte om het plan aan te passen | nee      |
      Als om advies wordt gevraagd
      Dan heeft advies starre_opdracht de ernst midden en de soort opbouw

    Abstract Scenario: De grenzen van starre_opdracht
      Gegeven de volgende feiten:
        | feit                             | antwoord              |
        | ruimte om het plan aan te passen | <plan mag veranderen> |
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel starre_opdracht: <uitkomst>

      Voorbeelden: De regel geldt
        | plan mag veranderen | uitkomst |
        | nee                 | geldt    |

      Voorbeelden: De regel geldt niet
        | plan mag veranderen | uitkomst   |
        | ja                  | geldt niet |

      Voorbeelden: Er ontbreekt een antwoord
        | plan mag veranderen | uitkomst |
        | onbekend            | onbekend |

  Regel: wringt_flexibiliteit

    Scenario: Minstens één partij vindt dat de manier van werken niet past bij de migrantenorganisatie
      Gegeven de volgende feiten:
        | feit                               | gemeente | migrantenorganisatie |
        | de manier van werken in één cijfer | 4        | 2                    |
      Als om advies wordt gevraagd
      Dan heeft advies wringt_flexibiliteit de ernst midden en de soort opbouw

    Abstract Scenario: De grenzen van wringt_flexibiliteit
      Gegeven de volgende feiten:
        | feit                               | gemeente   | migrantenorganisatie   |
        | de manier van werken in één cijfer | <gemeente> | <migrantenorganisatie> |
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel wringt_flexibiliteit: <uitkomst>

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
        | feit                             | antwoord |
        | ruimte om het plan aan te passen | nee      |
      En de volgende feiten:
        | feit                               | gemeente | migrantenorganisatie |
        | de manier van werken in één cijfer | 4        | 2                    |
      Als om advies wordt gevraagd
      Dan valt wringt_flexibiliteit onder starre_opdracht
