# language: nl
Functionaliteit: Antwoorden lezen zoals mensen ze schrijven

  Een feit noem je bij zijn label of bij zijn korte naam. Een antwoord mag in gewone woorden.

  Achtergrond:
    Gegeven een samenwerking

  Scenario: Een feit bij zijn korte naam
    Gegeven planten is 2
    Als om advies wordt gevraagd
    Dan geldt regel weinig_planten

  Abstract Scenario: Een keuze in gewone woorden of bij haar korte naam
    Gegeven de grond is <grond>
    Als om advies wordt gevraagd
    Dan geldt regel natte_grond

    Voorbeelden:
      | grond    |
      | nat veen |
      | Nat Veen |
      | veen     |
      | klei     |

  Abstract Scenario: Een datum in woorden of in cijfers
    Gegeven de peildatum is <peildatum>
    En het oogstfeest is <feest>
    Als om advies wordt gevraagd
    Dan geldt regel feest_komt_eraan

    Voorbeelden:
      | peildatum    | feest        |
      | 1 maart 2026 | 1 april 2026 |
      | 2026-03-01   | 2026-04-01   |
      | 1 Maart 2026 | 2026-04-01   |

  Scenario: Wat nooit gebeurde
    Gegeven de laatste regen is nooit
    Als om advies wordt gevraagd
    Dan is het eerste advies nooit_regen
    En valt lang_droog onder nooit_regen

  Scenario: Een antwoord van twee partijen tegelijk
    Gegeven de smaak is volgens beide partijen 4
    Als om advies wordt gevraagd
    Dan geldt regel allen_lusten_het

  Scenario: Een antwoord van de partij aan wie het is gevraagd
    Gegeven het deel in de schaduw is volgens de gemeente 60
    Als om advies wordt gevraagd
    Dan geldt regel veel_schaduw

  Scenario: Een antwoord dat weer onbekend wordt
    Gegeven de samenwerking "moestuin.yaml"
    En de smaak is onbekend
    Als om advies wordt gevraagd
    Dan is regel allen_lusten_het onbekend
    En wacht regel allen_lusten_het op de smaak

  Scenario: Een getal is precies zo groot
    Gegeven het aantal planten is 10
    Als om advies wordt gevraagd
    Dan geldt regel precies_tien
    En staat er nergens "weinig planten"

  Scenario: Een samenwerking uit een bestand
    Gegeven de samenwerking "moestuin.yaml"
    Als om advies wordt gevraagd
    Dan is dit het advies:
      | kale_tuin          |
      | smaken_verschillen |
      | iemand_smult       |
    En valt weinig_planten onder kale_tuin

  Scenario: Een samenwerking uit een bestand, met één ander feit
    Gegeven de samenwerking "moestuin.yaml"
    En het hek is nee
    Als om advies wordt gevraagd
    Dan geldt regel kale_tuin niet
    En gelden deze regels:
      | smaken_verschillen |
      | weinig_planten     |
      | hek_dicht          |
      | iemand_smult       |
