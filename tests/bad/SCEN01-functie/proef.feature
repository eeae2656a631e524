# language: nl
Functie: Proef

  Scenario: Geldt
    Gegeven een samenwerking
    Als om advies wordt gevraagd
    Dan is het aantal adviezen 0
