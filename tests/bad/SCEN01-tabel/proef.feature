# language: nl
Functionaliteit: Proef

  Achtergrond:
    Gegeven een samenwerking

  Scenario: Geldt
    Gegeven de volgende feiten:
      | mensen | 1 |
      | procent |
    Als om advies wordt gevraagd
    Dan is het aantal adviezen 0
