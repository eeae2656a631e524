# language: nl
Functionaliteit: Goed overleg
  Een scenario zegt wat er uit je regels moet komen. De computer speelt het na.
  Wat je niet noemt, is onbekend. Onbekend is niet hetzelfde als nee.

  Achtergrond:
    Gegeven een samenwerking
    En de peildatum is 1 juli 2026

  Regel: weinig_overleg

    # Bij een grens kijk je er net onder, en precies erop.
    Abstract Scenario: Zonder vast moment zijn 6 overleggen in een jaar genoeg
      Gegeven een vast moment voor overleg is <vast>
      En het aantal overleggen in een jaar is <aantal>
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel weinig_overleg: <uitkomst>

      Voorbeelden:
        | vast     | aantal | uitkomst   |
        | nee      | 5      | geldt      |
        | nee      | 6      | geldt niet |
        | ja       | 5      | geldt niet |
        | onbekend | 5      | onbekend   |

    Scenario: Zo ernstig is weinig overleg
      Gegeven een vast moment voor overleg is nee
      En het aantal overleggen in een jaar is 2
      Als om advies wordt gevraagd
      Dan heeft advies weinig_overleg de ernst midden en de soort opbouw

  Regel: afspraken_raken_weg

    Abstract Scenario: Na 3 maanden is het laatste overleg te lang geleden
      Gegeven het laatste overleg is <overleg>
      En het verslag van het overleg is <verslag>
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel afspraken_raken_weg: <uitkomst>

      Voorbeelden:
        | overleg       | verslag   | uitkomst   |
        | 31 maart 2026 | niet      | geldt      |
        | 1 april 2026  | niet      | geldt niet |
        | nooit         | niet      | geldt      |
        | 31 maart 2026 | op papier | geldt niet |
        | onbekend      | niet      | onbekend   |

    Scenario: Zo ernstig is het als afspraken wegraken
      Gegeven het laatste overleg is nooit
      En het verslag van het overleg is niet
      Als om advies wordt gevraagd
      Dan heeft advies afspraken_raken_weg de ernst midden en de soort herstel

  Regel: alleen_de_planning

    Abstract Scenario: Over de planning alleen is te weinig
      Gegeven wat er in het overleg langskomt is <onderwerpen>
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel alleen_de_planning: <uitkomst>

      Voorbeelden:
        | onderwerpen            | uitkomst   |
        | planning               | geldt      |
        | planning; samenwerking | geldt niet |
        | geen                   | geldt niet |
        | onbekend               | onbekend   |

    Scenario: Zo ernstig is een overleg over de planning alleen
      Gegeven wat er in het overleg langskomt is planning
      Als om advies wordt gevraagd
      Dan heeft advies alleen_de_planning de ernst laag en de soort borging

  Regel: zwijgen_en_weinig_overleg

    # Elke partij geeft een eigen cijfer: één laag cijfer is genoeg, van wie het ook komt.
    Abstract Scenario: Wie weinig overlegt en niet vrij praat, begint met een open gesprek
      Gegeven een vast moment voor overleg is <vast>
      En het aantal overleggen in een jaar is 2
      En de openheid in het overleg is volgens de school <school>
      En de openheid in het overleg is volgens de sportclub <club>
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel zwijgen_en_weinig_overleg: <uitkomst>

      Voorbeelden:
        | vast | school | club     | uitkomst   |
        | nee  | 2      | 3        | geldt      |
        | nee  | 3      | 2        | geldt      |
        | nee  | 3      | 3        | geldt niet |
        | ja   | 2      | 2        | geldt niet |
        | nee  | 3      | onbekend | onbekend   |

    Scenario: Zo ernstig is zwijgen en weinig overleg
      Gegeven een vast moment voor overleg is nee
      En het aantal overleggen in een jaar is 2
      En de openheid in het overleg is volgens beide partijen 1
      Als om advies wordt gevraagd
      Dan heeft advies zwijgen_en_weinig_overleg de ernst hoog en de soort herstel
