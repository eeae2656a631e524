# language: nl
Functionaliteit: Meer mensen van één partij

  Soms antwoorden er meer mensen van één partij. Dan telt het middelste antwoord.
  Bij een vraag met ja of nee is één ja genoeg. Een regelset kan iets anders kiezen.

  Achtergrond:
    Gegeven een samenwerking

  Scenario: Het middelste antwoord telt
    Gegeven de smaak is volgens mensen van de gemeente 1, 4, 5
    En de smaak is volgens de migrantenorganisatie 4
    Als om advies wordt gevraagd
    Dan geldt regel allen_lusten_het
    En geldt regel iemand_lust_het_niet niet

  Scenario: Van twee middelste antwoorden telt het laagste
    Gegeven de smaak is volgens mensen van de gemeente 5, 2, 4, 1
    Als om advies wordt gevraagd
    Dan geldt regel iemand_lust_het_niet

  Scenario: Bij ja of nee is één ja genoeg
    Gegeven de slakken is volgens mensen van de gemeente nee, ja, nee
    Als om advies wordt gevraagd
    Dan geldt regel iemand_ziet_slakken

  Scenario: Grote verschillen binnen één partij worden verteld
    Gegeven de smaak is volgens mensen van de gemeente 1, 4, 5
    Als om advies wordt gevraagd
    Dan is regel allen_lusten_het onbekend
    En staat er "3 mensen van de gemeente zijn verdeeld over de smaak: hun antwoorden lopen van 1 tot 5."

  Scenario: Wat één of twee mensen zeiden, blijft van hen
    Gegeven de smaak is volgens mensen van de gemeente 2, 2
    Als om advies wordt gevraagd
    Dan geldt regel iemand_lust_het_niet
    En staat er "Van de gemeente gaven minder dan 3 mensen antwoord."
    En staat er "De gemeente heeft antwoord gegeven over de smaak."
    En staat er nergens "de gemeente geeft een 2"
