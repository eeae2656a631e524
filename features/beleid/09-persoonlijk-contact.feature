# language: nl
Functionaliteit: Samenwerking met migrantenorganisaties vraagt om persoonlijk contact (voorwaarde 9)

  Mensen werken met mensen, niet met een loket. Een vast gezicht en echte ontmoetingen maken
  het verschil. Ga ook eens bij elkaar langs.

  Achtergrond:
    Gegeven een samenwerking
    En de peildatum is 1 januari 2026

  Regel: geen_vast_gezicht

    Scenario: De migrantenorganisatie heeft geen vast gezicht bij de gemeente
      Gegeven de volgende feiten:
        | feit                             | antwoord |
        | één vast gezicht bij de gemeente | nee      |
      Als om advies wordt gevraagd
      Dan heeft advies geen_vast_gezicht de ernst hoog en de soort opbouw

    Abstract Scenario: De grenzen van geen_vast_gezicht
      Gegeven de volgende feiten:
        | feit                             | antwoord       |
        | één vast gezicht bij de gemeente | <vast gezicht> |
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel geen_vast_gezicht: <uitkomst>

      Voorbeelden: De regel geldt
        | vast gezicht | uitkomst |
        | nee          | geldt    |

      Voorbeelden: De regel geldt niet
        | vast gezicht | uitkomst   |
        | ja           | geldt niet |

      Voorbeelden: Er ontbreekt een antwoord
        | vast gezicht | uitkomst |
        | onbekend     | onbekend |

  Regel: wisselende_gezichten

    Scenario: De contactpersoon van de gemeente wisselt vaak
      Gegeven de volgende feiten:
        | feit                              | antwoord |
        | de wisselingen van contactpersoon | 2        |
      Als om advies wordt gevraagd
      Dan heeft advies wisselende_gezichten de ernst midden en de soort opbouw

    Abstract Scenario: De grenzen van wisselende_gezichten
      Gegeven de volgende feiten:
        | feit                              | antwoord      |
        | de wisselingen van contactpersoon | <wisselingen> |
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel wisselende_gezichten: <uitkomst>

      Voorbeelden: De regel geldt
        | wisselingen | uitkomst |
        | 2           | geldt    |
        | 3           | geldt    |

      Voorbeelden: De regel geldt niet
        | wisselingen | uitkomst   |
        | 1           | geldt niet |

      Voorbeelden: Er ontbreekt een antwoord
        | wisselingen | uitkomst |
        | onbekend    | onbekend |

  Regel: contact_op_afstand

    Scenario: Jullie ontmoeten elkaar niet, of de gemeente komt niet langs
      Gegeven de volgende feiten:
        | feit                        | antwoord |
        | de ontmoetingen in het echt | 0        |
        | de bezoeken van de gemeente | 1        |
      Als om advies wordt gevraagd
      Dan heeft advies contact_op_afstand de ernst midden en de soort opbouw

    Abstract Scenario: De grenzen van contact_op_afstand
      Gegeven de volgende feiten:
        | feit                        | antwoord       |
        | de ontmoetingen in het echt | <ontmoetingen> |
        | de bezoeken van de gemeente | <bezoeken>     |
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel contact_op_afstand: <uitkomst>

      Voorbeelden: De regel geldt
        | ontmoetingen | bezoeken | uitkomst |
        | 0            | 1        | geldt    |
        | 0            | 0        | geldt    |
        | onbekend     | 0        | geldt    |

      Voorbeelden: De regel geldt niet
        | ontmoetingen | bezoeken | uitkomst   |
        | 1            | 1        | geldt niet |

      Voorbeelden: Er ontbreekt een antwoord
        | ontmoetingen | bezoeken | uitkomst |
        | onbekend     | 1        | onbekend |

  Regel: wringt_contact

    Scenario: Minstens één partij kent de mensen van de andere niet goed, of ziet ze te weinig
      Gegeven de volgende feiten:
        | feit                      | gemeente | migrantenorganisatie |
        | het contact in één cijfer | 4        | 2                    |
      Als om advies wordt gevraagd
      Dan heeft advies wringt_contact de ernst midden en de soort opbouw

    Abstract Scenario: De grenzen van wringt_contact
      Gegeven de volgende feiten:
        | feit                      | gemeente   | migrantenorganisatie   |
        | het contact in één cijfer | <gemeente> | <migrantenorganisatie> |
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel wringt_contact: <uitkomst>

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
        | één vast gezicht bij de gemeente | nee      |
      En de volgende feiten:
        | feit                      | gemeente | migrantenorganisatie |
        | het contact in één cijfer | 4        | 2                    |
      Als om advies wordt gevraagd
      Dan valt wringt_contact onder geen_vast_gezicht
