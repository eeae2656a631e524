# language: nl
Functionaliteit: Meedenken over de volgende stap

  Een lijst met punten is nog geen weg vooruit. Daarom hoort bij elk advies wat het laat verdwijnen, en wat je het eerst vraagt.

  Scenario: Sleutelpersonen: een tweede persoon helpt
    Gegeven de samenwerking "examples/sleutelpersonen.yaml"
    Als om advies wordt gevraagd
    Dan verdwijnt continuiteit_in_gevaar zodra "minstens 2 mensen van de migrantenorganisatie kunnen het werk zelfstandig doen"
    En verdwijnt continuiteit_in_gevaar zodra "er is voor beide kanten een vervanger geregeld"
    En komt voorwaarde 7 in orde zodra "minstens 2 mensen van de migrantenorganisatie kunnen het werk zelfstandig doen, en minder dan 80 procent van het geld komt van de grootste geldgever"

  Scenario: Sleutelpersonen: wat er verandert met een tweede persoon
    Gegeven de samenwerking "examples/sleutelpersonen.yaml"
    Als het aantal mensen van de migrantenorganisatie dat het werk kan doen verandert in 2
    Dan is de verandering voor regel leunt_op_een_persoon_mo: opgelost
    En is de verandering voor regel continuiteit_in_gevaar: beter
    En is de verandering voor regel vervolg_onzeker: onveranderd

  Scenario: Buurtvaders: een besluit over het geld helpt
    Gegeven de samenwerking "examples/buurtvaders.yaml"
    Als om advies wordt gevraagd
    Dan verdwijnt geen_bewijs_voor_vervolg zodra "er is besloten wat er na het einde van het geld gebeurt"
    En wordt regel leunt_op_een_persoon_mo tegengehouden doordat "4 mensen van de migrantenorganisatie kunnen het werk zelfstandig doen"

  Scenario: Opvoedsteun: meer invloed helpt
    Gegeven de samenwerking "examples/opvoedsteun.yaml"
    Als om advies wordt gevraagd
    Dan verdwijnt schijnsamenwerking zodra "beide partijen geven minstens een 3 bij de vraag hoeveel invloed de migrantenorganisatie heeft op de besluiten"

  Scenario: Taboe-onderwerp: eerst veilig, en eerst de andere partij vragen
    Gegeven de samenwerking "examples/taboe-onderwerp.yaml"
    Als om advies wordt gevraagd
    Dan verdwijnt veiligheid_niet_geregeld zodra "er zijn afspraken over privacy en veiligheid"
    En verdwijnt eenzijdig_beeld zodra "de migrantenorganisatie beantwoordt minstens 50% van de vragen die aan beide partijen zijn gesteld"
    En gaat de eerste vraag over de gelijkwaardigheid

  Scenario: Het verleden kun je niet veranderen
    Gegeven een samenwerking
    En de fase van de samenwerking is ontwikkeling
    En aanleiding is incident
    Als om advies wordt gevraagd
    Dan geldt regel start_vanuit_incident
    En gaat start_vanuit_incident niet over: "Hoe het begon, kun je niet meer veranderen. Hoe jullie verdergaan wel. De stappen helpen daarbij."

  Scenario: Opnieuw vragen helpt pas als je ook vertelt wat je ermee doet
    Gegeven een samenwerking
    En de peildatum is 1 januari 2026
    En datum_peiling_achterban is 1 januari 2024
    En resultaten_teruggekoppeld is nee
    Als om advies wordt gevraagd
    Dan verdwijnt beeld_achterban_verouderd zodra "aan mensen in de gemeenschap is hoogstens 18 maanden geleden voor het laatst gevraagd wat zij nodig hebben, en de resultaten zijn verteld aan de gemeenschap"

  Scenario: De snelle scan geeft een eerste indruk, en zegt dat ook
    Gegeven een samenwerking
    En de volgende feiten:
      | feit                                   | gemeente | migrantenorganisatie |
      | de steun van de gemeente in één cijfer | 4        | 2                    |
      | het vertrouwen in één cijfer           | 4        | 3                    |
    Als om advies wordt gevraagd
    Dan is dit het advies:
      | wringt_draagvlak |
    En staat er "Let op: dit is een eerste indruk."
    En staat er "2 (verschil)"
    En staat er nergens "er is nog veel onbekend"

  Scenario: Wie alleen weet in welke fase je zit, heeft ook alleen een eerste indruk
    Gegeven een samenwerking
    En de fase van de samenwerking is uitvoering
    En het vertrouwen in één cijfer is volgens de gemeente 4
    Als om advies wordt gevraagd
    Dan staat er "Let op: dit is een eerste indruk."

  Scenario: Na de eerste indruk telt wat je verder vertelt
    Gegeven een samenwerking
    En de volgende feiten:
      | feit                                    | gemeente | migrantenorganisatie |
      | de steun van de gemeente in één cijfer  | 4        | 2                    |
      | de steun van medewerkers in de praktijk | 2        | 2                    |
    Als om advies wordt gevraagd
    Dan valt wringt_draagvlak onder uitvoering_haakt_niet_aan
    En staat er nergens "dit is een eerste indruk"

  Scenario: Wie met zichzelf vergelijkt, ziet niets
    Gegeven de samenwerking "examples/taboe-onderwerp.yaml"
    Als wordt vergeleken met de samenwerking "examples/taboe-onderwerp.yaml"
    Dan is er niets veranderd

  Scenario: Grote verschillen binnen de migrantenorganisatie
    Gegeven een samenwerking
    En de gelijkwaardigheid is volgens mensen van de migrantenorganisatie 2, 5, 3, 4
    En de gelijkwaardigheid is volgens de gemeente 4
    Als om advies wordt gevraagd
    Dan geldt regel ongelijkwaardig niet
    En staat er "4 mensen van de migrantenorganisatie zijn verdeeld over de vraag of de partijen als gelijkwaardige partners samenwerken: hun antwoorden lopen van 2 tot 5."
