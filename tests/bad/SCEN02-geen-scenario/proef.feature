# language: nl
Functionaliteit: Proef

  Achtergrond:
    Gegeven een samenwerking

