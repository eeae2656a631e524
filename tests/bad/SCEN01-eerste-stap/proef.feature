# language: nl
Functionaliteit: Proef

  Scenario: Geldt
    Gegven een samenwerking
    Als om advies wordt gevraagd
    Dan is het aantal adviezen 0
