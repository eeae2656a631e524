# language: nl
Functionaliteit: Proef

  Achtergrond:
    Gegeven een samenwerking

  Scenario: Geldt
    Als om advies wordt gevraagd
    Dan is het aantal adviezen 0
      """
      en niet 1
      """
