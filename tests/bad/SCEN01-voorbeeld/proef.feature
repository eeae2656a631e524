# language: nl
Functionaliteit: Proef

  Achtergrond:
    Gegeven een samenwerking

  Abstract Scenario: Geldt
    Gegeven mensen is <mensen>
    Als om advies wordt gevraagd
    Dan is het aantal adviezen 0

    Voorbeeld:
      | mensen |
      | 1      |
