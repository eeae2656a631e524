# language: nl
Functionaliteit: Wat bij geen voorwaarde hoort

  Soms antwoordt vooral één partij. Dan is het beeld voorlopig: je hoort nog maar één kant.
  Er zijn 35 vragen die elke partij zelf beantwoordt. De helft is dus 17,5: daarvoor zijn er 18 nodig.

  Achtergrond:
    Gegeven een samenwerking

  Regel: eenzijdig_beeld

    Scenario: Vooral één partij heeft de vragen beantwoord
      Gegeven de haalbaarheid van de doelen is volgens de gemeente 4
      En de volgende feiten:
        | feit                                                | gemeente | migrantenorganisatie |
        | de steun van medewerkers in de praktijk             | 4        | onbekend             |
        | de invloed van de migrantenorganisatie op besluiten | 4        | onbekend             |
        | hoe de doelen passen bij wat mensen nodig hebben    | 4        | onbekend             |
        | de duidelijkheid over wie wat doet                  | 4        | onbekend             |
        | de waardering voor de migrantenorganisatie          | 4        | onbekend             |
        | hoe lang je door wilt                               | 4        | onbekend             |
        | hoe het papierwerk past bij het project             | 4        | onbekend             |
        | de steun van de gemeente in één cijfer              | 4        | onbekend             |
        | op tijd meedoen in één cijfer                       | 4        | onbekend             |
        | werken van twee kanten in één cijfer                | 4        | onbekend             |
        | de rollen in één cijfer                             | 4        | onbekend             |
        | de gelijkwaardigheid in één cijfer                  | 4        | onbekend             |
        | de toekomst in één cijfer                           | 4        | onbekend             |
        | doorgaan bij uitval in één cijfer                   | 4        | onbekend             |
        | het vertrouwen in één cijfer                        | 4        | onbekend             |
        | het contact in één cijfer                           | 4        | onbekend             |
        | verandering na kritiek                              | 4        | onbekend             |
      Als om advies wordt gevraagd
      Dan heeft advies eenzijdig_beeld de ernst midden en de soort opbouw
      En is het beeld voorlopig

    Scenario: De gemeente heeft nog net niet de helft van de vragen beantwoord
      Gegeven de volgende feiten:
        | feit                                                | gemeente | migrantenorganisatie |
        | de steun van medewerkers in de praktijk             | 4        | onbekend             |
        | de invloed van de migrantenorganisatie op besluiten | 4        | onbekend             |
        | hoe de doelen passen bij wat mensen nodig hebben    | 4        | onbekend             |
        | de duidelijkheid over wie wat doet                  | 4        | onbekend             |
        | de waardering voor de migrantenorganisatie          | 4        | onbekend             |
        | hoe lang je door wilt                               | 4        | onbekend             |
        | hoe het papierwerk past bij het project             | 4        | onbekend             |
        | de steun van de gemeente in één cijfer              | 4        | onbekend             |
        | op tijd meedoen in één cijfer                       | 4        | onbekend             |
        | werken van twee kanten in één cijfer                | 4        | onbekend             |
        | de rollen in één cijfer                             | 4        | onbekend             |
        | de gelijkwaardigheid in één cijfer                  | 4        | onbekend             |
        | de toekomst in één cijfer                           | 4        | onbekend             |
        | doorgaan bij uitval in één cijfer                   | 4        | onbekend             |
        | het vertrouwen in één cijfer                        | 4        | onbekend             |
        | het contact in één cijfer                           | 4        | onbekend             |
        | verandering na kritiek                              | 4        | onbekend             |
      Als om advies wordt gevraagd
      Dan geldt regel eenzijdig_beeld niet
      En is het beeld niet voorlopig

    Abstract Scenario: Hoeveel de migrantenorganisatie heeft beantwoord
      Gegeven de haalbaarheid van de doelen is volgens de gemeente <achttiende van de gemeente>
      En de volgende feiten:
        | feit                                                | gemeente | migrantenorganisatie |
        | de steun van medewerkers in de praktijk             | 4        | 4                    |
        | de invloed van de migrantenorganisatie op besluiten | 4        | 4                    |
        | hoe de doelen passen bij wat mensen nodig hebben    | 4        | 4                    |
        | de duidelijkheid over wie wat doet                  | 4        | 4                    |
        | de waardering voor de migrantenorganisatie          | 4        | 4                    |
        | hoe lang je door wilt                               | 4        | 4                    |
        | hoe het papierwerk past bij het project             | 4        | 4                    |
        | de steun van de gemeente in één cijfer              | 4        | 4                    |
        | op tijd meedoen in één cijfer                       | 4        | 4                    |
        | werken van twee kanten in één cijfer                | 4        | 4                    |
        | de rollen in één cijfer                             | 4        | 4                    |
        | de gelijkwaardigheid in één cijfer                  | 4        | 4                    |
        | de toekomst in één cijfer                           | 4        | 4                    |
        | doorgaan bij uitval in één cijfer                   | 4        | 4                    |
        | het vertrouwen in één cijfer                        | 4        | 4                    |
        | het contact in één cijfer                           | 4        | 4                    |
        | verandering na kritiek                              | 4        | <zeventiende>        |
        | de haalbaarheid van het werk                        | onbekend | <achttiende>         |
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel eenzijdig_beeld: <uitkomst>

      Voorbeelden: Eén partij heeft minstens de helft beantwoord, de andere niet
        | achttiende van de gemeente | zeventiende | achttiende | uitkomst |
        | 4                          | 4           | onbekend   | geldt    |
        | onbekend                   | 4           | 4          | geldt    |

      Voorbeelden: Beide partijen hebben evenveel beantwoord, of te weinig
        | achttiende van de gemeente | zeventiende | achttiende | uitkomst   |
        | 4                          | 4           | 4          | geldt niet |
        | onbekend                   | 4           | onbekend   | geldt niet |
        | onbekend                   | onbekend    | onbekend   | geldt niet |

    Scenario: Alleen de migrantenorganisatie heeft minstens de helft van de vragen beantwoord
      Gegeven de volgende feiten:
        | feit                                                | gemeente | migrantenorganisatie |
        | de steun van medewerkers in de praktijk             | onbekend | 4                    |
        | de invloed van de migrantenorganisatie op besluiten | onbekend | 4                    |
        | hoe de doelen passen bij wat mensen nodig hebben    | onbekend | 4                    |
        | de duidelijkheid over wie wat doet                  | onbekend | 4                    |
        | de waardering voor de migrantenorganisatie          | onbekend | 4                    |
        | hoe lang je door wilt                               | onbekend | 4                    |
        | hoe het papierwerk past bij het project             | onbekend | 4                    |
        | de steun van de gemeente in één cijfer              | onbekend | 4                    |
        | op tijd meedoen in één cijfer                       | onbekend | 4                    |
        | werken van twee kanten in één cijfer                | onbekend | 4                    |
        | de rollen in één cijfer                             | onbekend | 4                    |
        | de gelijkwaardigheid in één cijfer                  | onbekend | 4                    |
        | de toekomst in één cijfer                           | onbekend | 4                    |
        | doorgaan bij uitval in één cijfer                   | onbekend | 4                    |
        | het vertrouwen in één cijfer                        | onbekend | 4                    |
        | het contact in één cijfer                           | onbekend | 4                    |
        | verandering na kritiek                              | onbekend | 4                    |
        | de haalbaarheid van het werk                        | onbekend | 4                    |
      Als om advies wordt gevraagd
      Dan geldt regel eenzijdig_beeld

    Scenario: De migrantenorganisatie heeft nog net niet de helft van de vragen beantwoord
      Gegeven de volgende feiten:
        | feit                                                | gemeente | migrantenorganisatie |
        | de steun van medewerkers in de praktijk             | onbekend | 4                    |
        | de invloed van de migrantenorganisatie op besluiten | onbekend | 4                    |
        | hoe de doelen passen bij wat mensen nodig hebben    | onbekend | 4                    |
        | de duidelijkheid over wie wat doet                  | onbekend | 4                    |
        | de waardering voor de migrantenorganisatie          | onbekend | 4                    |
        | hoe lang je door wilt                               | onbekend | 4                    |
        | hoe het papierwerk past bij het project             | onbekend | 4                    |
        | de steun van de gemeente in één cijfer              | onbekend | 4                    |
        | op tijd meedoen in één cijfer                       | onbekend | 4                    |
        | werken van twee kanten in één cijfer                | onbekend | 4                    |
        | de rollen in één cijfer                             | onbekend | 4                    |
        | de gelijkwaardigheid in één cijfer                  | onbekend | 4                    |
        | de toekomst in één cijfer                           | onbekend | 4                    |
        | doorgaan bij uitval in één cijfer                   | onbekend | 4                    |
        | het vertrouwen in één cijfer                        | onbekend | 4                    |
        | het contact in één cijfer                           | onbekend | 4                    |
        | verandering na kritiek                              | onbekend | 4                    |
      Als om advies wordt gevraagd
      Dan geldt regel eenzijdig_beeld niet
