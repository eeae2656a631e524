# language: nl
Functionaliteit: Beide partijen tellen mee

  Een cijfer van de gemeente en een cijfer van de migrantenorganisatie worden nooit samen één cijfer.
  De ernst volgt het laagste antwoord. Een groot verschil is zelf een punt om over te praten.

  Achtergrond:
    Gegeven een samenwerking

  Scenario: Eén tevreden partij is niet genoeg
    Gegeven de gelijkwaardigheid is volgens de gemeente 5
    En de gelijkwaardigheid is volgens de migrantenorganisatie 2
    Als om advies wordt gevraagd
    Dan geldt regel ongelijkwaardig
    En geldt regel verschil_gelijkwaardigheid
    En staat er "De gemeente geeft een 5 en de migrantenorganisatie een 2 bij de vraag of de partijen als gelijkwaardige partners samenwerken."

  Scenario: Eén laag antwoord is al genoeg om iets te weten
    Gegeven de gelijkwaardigheid is volgens de migrantenorganisatie 2
    Als om advies wordt gevraagd
    Dan geldt regel ongelijkwaardig
    En wacht regel verschil_gelijkwaardigheid op de gelijkwaardigheid van de gemeente

  Scenario: Eén hoog antwoord is niet genoeg om gerust te zijn
    Gegeven de gelijkwaardigheid is volgens de gemeente 5
    Als om advies wordt gevraagd
    Dan is regel ongelijkwaardig onbekend
    En wacht regel ongelijkwaardig op de gelijkwaardigheid van de migrantenorganisatie

  Scenario: Beide partijen zijn het eens
    Gegeven de gelijkwaardigheid is volgens beide partijen 4
    Als om advies wordt gevraagd
    Dan geldt regel ongelijkwaardig niet
    En geldt regel verschil_gelijkwaardigheid niet

  Scenario: Of kritiek veilig is, zegt de migrantenorganisatie
    Gegeven veilig kritiek kunnen geven is volgens de gemeente 1
    En veilig kritiek kunnen geven is volgens de migrantenorganisatie 4
    Als om advies wordt gevraagd
    Dan geldt regel kritiek_onveilig niet

  Scenario: Een voorwaarde met een ernstig punt is een risico
    Gegeven de gelijkwaardigheid is volgens de migrantenorganisatie 2
    Als om advies wordt gevraagd
    Dan is de stand van voorwaarde 5: risico
    En is de stand van voorwaarde 6: nog onbekend

  Scenario: Een voorwaarde met een minder ernstig punt vraagt aandacht
    Gegeven één vast gezicht bij de gemeente is ja
    En de ontmoetingen in het echt is 0
    Als om advies wordt gevraagd
    Dan is de stand van voorwaarde 9: aandacht
