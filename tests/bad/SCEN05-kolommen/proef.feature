# language: nl
Functionaliteit: Proef

  Achtergrond:
    Gegeven een samenwerking

  Abstract Scenario: Geldt
    Gegeven mensen is <mensen>
    Als om advies wordt gevraagd
    Dan is het aantal adviezen <aantal>

    Voorbeelden:
      | mensn | aantal |
      | 1     | 0      |
