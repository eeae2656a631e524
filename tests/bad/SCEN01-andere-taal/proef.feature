# language: nl
Functionaliteit: Proef

  Achtergrond:
    Gegeven een samenwerking

  Scenario: Geldt
    Gegeven mensen is 1
    When advice is asked for
    Dan geldt regel weinig_mensen
