# language: nl
Functionaliteit: Proef

  Achtergrond:
    Gegeven een samenwerking

  Scenario: Geldt
    Dan is het aantal adviezen 0

  @later
