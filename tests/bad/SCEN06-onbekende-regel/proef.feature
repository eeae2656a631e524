# language: nl
Functionaliteit: Proef

  Achtergrond:
    Gegeven een samenwerking

  Regel: regel_1

    Scenario: Geldt
      Als om advies wordt gevraagd
      Dan is het aantal adviezen 0
