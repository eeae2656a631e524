# language: nl
Functionaliteit: Proef

  Scenario: Iets anders
    Gegeven een fiets
    Dan rijdt hij
