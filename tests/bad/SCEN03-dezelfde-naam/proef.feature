# language: nl
Functionaliteit: Proef

  Achtergrond:
    Gegeven een samenwerking

  Regel: regel_01

    Scenario: Geldt
      Als om advies wordt gevraagd
      Dan is het aantal adviezen 0

  Regel: Een andere

    Scenario: Geldt
      Als om advies wordt gevraagd
      Dan is het aantal adviezen 1
