# language: nl
Functionaliteit: Proef

  Achtergrond:
    Gegeven een samenwerking

  Abstract Scenario: Geldt
    Als om advies wordt gevraagd
    Dan is het aantal adviezen <aantal>
