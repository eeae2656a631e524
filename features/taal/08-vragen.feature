# language: nl
Functionaliteit: Eerst vragen wat het meeste vertelt

  Niet elk antwoord dat ontbreekt, doet er nog toe. Een vraag die in haar eentje iets
  ernstigs aan het licht kan brengen, komt eerst.

  Achtergrond:
    Gegeven een samenwerking

  Scenario: Wat in zijn eentje iets ernstigs kan laten zien, komt eerst
    Als om advies wordt gevraagd
    Dan gaat de eerste vraag over de laatste regen

  Scenario: Wat bekend is, wordt niet meer gevraagd
    Gegeven het aantal planten is 12
    Als om advies wordt gevraagd
    Dan gaat er geen vraag over het aantal planten
    En geldt regel weinig_planten niet

  Scenario: Wat niets meer kan veranderen, wordt niet gevraagd
    Gegeven de smaak is volgens de gemeente 5
    En de smaak is volgens de migrantenorganisatie 1
    Als om advies wordt gevraagd
    Dan gaat er geen vraag over de smaak
    En geldt regel iemand_lust_het_niet

  Scenario: Het antwoord van de andere partij telt nog
    Gegeven de smaak is volgens de gemeente 4
    Als om advies wordt gevraagd
    Dan wacht regel smaken_verschillen op de smaak van de migrantenorganisatie

  Scenario: Een regel wacht ook op de feiten van een andere regel
    Gegeven het aantal planten is 1
    Als om advies wordt gevraagd
    Dan wacht regel noodgeval op het deel in de schaduw
    En wacht regel noodgeval op de laatste regen
