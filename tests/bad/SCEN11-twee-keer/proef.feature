# language: nl
Functionaliteit: Proef

  Achtergrond:
    Gegeven een samenwerking
    En mensen is 2

  Scenario: Geldt
    Gegeven mensen is 3
    Als om advies wordt gevraagd
    Dan is het aantal adviezen 0
