# language: nl
Functionaliteit: Een map zonder Python

  Achtergrond:
    Gegeven een samenwerking

  Scenario: Dit klopt
    Gegeven het deel van de grootste geldgever is 80
    Als om advies wordt gevraagd
    Dan geldt regel een_geldgever

  Scenario: Dit klopt niet, en dat hoort zo
    Gegeven het deel van de grootste geldgever is 79
    Als om advies wordt gevraagd
    Dan geldt regel een_geldgever
