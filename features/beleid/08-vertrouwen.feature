# language: nl
Functionaliteit: Onderling vertrouwen is van cruciaal belang (voorwaarde 8)

  Vertrouwen groeit als mensen doen wat ze zeggen. Het helpt om problemen eerlijk te
  bespreken en hetzelfde doel te hebben. Zonder vertrouwen werkt geen enkele afspraak.

  Achtergrond:
    Gegeven een samenwerking
    En de peildatum is 1 januari 2026

  Regel: verschil_vertrouwen

    Scenario: De partijen vertrouwen elkaar niet even veel
      Gegeven de volgende feiten:
        | feit                          | gemeente | migrantenorganisatie |
        | het nakomen van afspraken     | 4        | 2                    |
        | eerlijk praten over problemen | 4        | 2                    |
        | het werken aan hetzelfde doel | 4        | 3                    |
      Als om advies wordt gevraagd
      Dan heeft advies verschil_vertrouwen de ernst hoog en de soort herstel

    Abstract Scenario: De grenzen van verschil_vertrouwen
      Gegeven de volgende feiten:
        | feit                          | gemeente             | migrantenorganisatie    |
        | het nakomen van afspraken     | <afspraken gemeente> | <afspraken organisatie> |
        | eerlijk praten over problemen | <eerlijk gemeente>   | <eerlijk organisatie>   |
        | het werken aan hetzelfde doel | <doel gemeente>      | <doel organisatie>      |
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel verschil_vertrouwen: <uitkomst>

      Voorbeelden: De regel geldt
        | afspraken gemeente | afspraken organisatie | eerlijk gemeente | eerlijk organisatie | doel gemeente | doel organisatie | uitkomst |
        | 4                  | 2                     | 4                | 2                   | 4             | 3                | geldt    |

      Voorbeelden: De regel geldt niet
        | afspraken gemeente | afspraken organisatie | eerlijk gemeente | eerlijk organisatie | doel gemeente | doel organisatie | uitkomst   |
        | 3                  | 2                     | 4                | 2                   | 4             | 3                | geldt niet |
        | 4                  | 3                     | 4                | 2                   | 4             | 3                | geldt niet |
        | 4                  | 2                     | 3                | 2                   | 4             | 3                | geldt niet |
        | 4                  | 2                     | 4                | 3                   | 4             | 3                | geldt niet |
        | 4                  | 2                     | 4                | 2                   | 3             | 3                | geldt niet |
        | 4                  | 2                     | 4                | 2                   | 4             | 4                | geldt niet |

      Voorbeelden: Er ontbreekt een antwoord
        | afspraken gemeente | afspraken organisatie | eerlijk gemeente | eerlijk organisatie | doel gemeente | doel organisatie | uitkomst |
        | onbekend           | 2                     | 4                | 2                   | 4             | 3                | onbekend |
        | 4                  | onbekend              | 4                | 2                   | 4             | 3                | onbekend |
        | 4                  | 2                     | onbekend         | 2                   | 4             | 3                | onbekend |
        | 4                  | 2                     | 4                | onbekend            | 4             | 3                | onbekend |
        | 4                  | 2                     | 4                | 2                   | onbekend      | 3                | onbekend |
        | 4                  | 2                     | 4                | 2                   | 4             | onbekend         | onbekend |

  Regel: vertrouwen_ernstig_laag

    Scenario: Minstens één partij heeft bijna geen vertrouwen in de ander
      Gegeven de volgende feiten:
        | feit                          | gemeente | migrantenorganisatie |
        | het nakomen van afspraken     | 4        | 2                    |
        | eerlijk praten over problemen | 4        | 2                    |
        | het werken aan hetzelfde doel | 4        | 1                    |
      Als om advies wordt gevraagd
      Dan heeft advies vertrouwen_ernstig_laag de ernst kritiek en de soort herstel

    Abstract Scenario: De grenzen van vertrouwen_ernstig_laag
      Gegeven de volgende feiten:
        | feit                          | gemeente           | migrantenorganisatie    |
        | het nakomen van afspraken     | 4                  | <afspraken organisatie> |
        | eerlijk praten over problemen | <eerlijk gemeente> | <eerlijk organisatie>   |
        | het werken aan hetzelfde doel | <doel gemeente>    | <doel organisatie>      |
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel vertrouwen_ernstig_laag: <uitkomst>

      Voorbeelden: De regel geldt
        | afspraken organisatie | eerlijk gemeente | eerlijk organisatie | doel gemeente | doel organisatie | uitkomst |
        | 2                     | 4                | 2                   | 4             | 1                | geldt    |

      Voorbeelden: De regel geldt niet
        | afspraken organisatie | eerlijk gemeente | eerlijk organisatie | doel gemeente | doel organisatie | uitkomst   |
        | 3                     | 4                | 2                   | 4             | 1                | geldt niet |
        | 2                     | 4                | 3                   | 4             | 1                | geldt niet |
        | 2                     | 4                | 2                   | 4             | 2                | geldt niet |

      Voorbeelden: Er ontbreekt een antwoord
        | afspraken organisatie | eerlijk gemeente | eerlijk organisatie | doel gemeente | doel organisatie | uitkomst |
        | onbekend              | 4                | 2                   | 4             | 1                | onbekend |
        | 2                     | 4                | onbekend            | 4             | 1                | onbekend |
        | 2                     | 4                | 2                   | 4             | onbekend         | onbekend |
        | 3                     | onbekend         | 2                   | onbekend      | 1                | onbekend |

  Regel: vertrouwen_laag

    Scenario: Minstens één partij heeft weinig vertrouwen in de ander
      Gegeven de volgende feiten:
        | feit                          | gemeente | migrantenorganisatie |
        | het nakomen van afspraken     | 3        | 3                    |
        | eerlijk praten over problemen | 3        | 3                    |
        | het werken aan hetzelfde doel | 3        | 2                    |
      Als om advies wordt gevraagd
      Dan heeft advies vertrouwen_laag de ernst hoog en de soort opbouw

    Abstract Scenario: De grenzen van vertrouwen_laag
      Gegeven de volgende feiten:
        | feit                          | gemeente             | migrantenorganisatie    |
        | het nakomen van afspraken     | <afspraken gemeente> | <afspraken organisatie> |
        | eerlijk praten over problemen | 3                    | <eerlijk organisatie>   |
        | het werken aan hetzelfde doel | 3                    | <doel organisatie>      |
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel vertrouwen_laag: <uitkomst>

      Voorbeelden: De regel geldt
        | afspraken gemeente | afspraken organisatie | eerlijk organisatie | doel organisatie | uitkomst |
        | 3                  | 3                     | 3                   | 2                | geldt    |
        | 1                  | onbekend              | 3                   | 2                | geldt    |

      Voorbeelden: De regel geldt niet
        | afspraken gemeente | afspraken organisatie | eerlijk organisatie | doel organisatie | uitkomst   |
        | 3                  | 4                     | 3                   | 2                | geldt niet |
        | 3                  | 3                     | 4                   | 2                | geldt niet |
        | 3                  | 3                     | 3                   | 3                | geldt niet |

      Voorbeelden: Er ontbreekt een antwoord
        | afspraken gemeente | afspraken organisatie | eerlijk organisatie | doel organisatie | uitkomst |
        | 3                  | onbekend              | 3                   | 2                | onbekend |
        | 3                  | 3                     | onbekend            | 2                | onbekend |
        | 3                  | 3                     | 3                   | onbekend         | onbekend |

    Scenario: Is het vertrouwen laag, dan valt het ene punt daaronder
      Gegeven de volgende feiten:
        | feit                          | gemeente | migrantenorganisatie |
        | het nakomen van afspraken     | 4        | 2                    |
        | eerlijk praten over problemen | 4        | 2                    |
        | het werken aan hetzelfde doel | 4        | 2                    |
      Als om advies wordt gevraagd
      Dan valt vertrouwen_wankel onder vertrouwen_laag

  Regel: oud_zeer_eerst

    Scenario: Er is oude pijn, en het vertrouwen is nog niet sterk
      Gegeven de volgende feiten:
        | feit                          | gemeente | migrantenorganisatie |
        | pijn uit het verleden         | nee      | ja                   |
        | het nakomen van afspraken     | 4        | 4                    |
        | eerlijk praten over problemen | 4        | 4                    |
        | het werken aan hetzelfde doel | 4        | 3                    |
      Als om advies wordt gevraagd
      Dan heeft advies oud_zeer_eerst de ernst hoog en de soort herstel

    Abstract Scenario: De grenzen van oud_zeer_eerst
      Gegeven de volgende feiten:
        | feit                          | gemeente             | migrantenorganisatie    |
        | pijn uit het verleden         | <oud zeer gemeente>  | <oud zeer organisatie>  |
        | het nakomen van afspraken     | <afspraken gemeente> | <afspraken organisatie> |
        | eerlijk praten over problemen | 4                    | <eerlijk organisatie>   |
        | het werken aan hetzelfde doel | 4                    | <doel organisatie>      |
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel oud_zeer_eerst: <uitkomst>

      Voorbeelden: De regel geldt
        | oud zeer gemeente | oud zeer organisatie | afspraken gemeente | afspraken organisatie | eerlijk organisatie | doel organisatie | uitkomst |
        | nee               | ja                   | 4                  | 4                     | 4                   | 3                | geldt    |
        | ja                | onbekend             | 4                  | 4                     | 4                   | 3                | geldt    |
        | nee               | ja                   | 1                  | onbekend              | 4                   | 3                | geldt    |

      Voorbeelden: De regel geldt niet
        | oud zeer gemeente | oud zeer organisatie | afspraken gemeente | afspraken organisatie | eerlijk organisatie | doel organisatie | uitkomst   |
        | nee               | nee                  | 4                  | 4                     | 4                   | 3                | geldt niet |
        | nee               | ja                   | 4                  | 5                     | 4                   | 3                | geldt niet |
        | nee               | ja                   | 4                  | 4                     | 5                   | 3                | geldt niet |
        | nee               | ja                   | 4                  | 4                     | 4                   | 4                | geldt niet |

      Voorbeelden: Er ontbreekt een antwoord
        | oud zeer gemeente | oud zeer organisatie | afspraken gemeente | afspraken organisatie | eerlijk organisatie | doel organisatie | uitkomst |
        | nee               | onbekend             | 4                  | 4                     | 4                   | 3                | onbekend |
        | nee               | ja                   | 4                  | onbekend              | 4                   | 3                | onbekend |
        | nee               | ja                   | 4                  | 4                     | onbekend            | 3                | onbekend |
        | nee               | ja                   | 4                  | 4                     | 4                   | onbekend         | onbekend |

    Scenario: Is het vertrouwen nog niet sterk, dan gaat het luisteren voor
      Gegeven de volgende feiten:
        | feit                          | gemeente | migrantenorganisatie |
        | pijn uit het verleden         | nee      | ja                   |
        | het nakomen van afspraken     | 4        | 3                    |
        | eerlijk praten over problemen | 4        | 3                    |
        | het werken aan hetzelfde doel | 4        | 3                    |
      Als om advies wordt gevraagd
      Dan valt oud_zeer_leeft onder oud_zeer_eerst

  Regel: toezeggingen_gebroken

    Scenario: Volgens minstens één partij zijn 2 of meer beloften niet nagekomen
      Gegeven de volgende feiten:
        | feit                                | gemeente | migrantenorganisatie |
        | de beloften die niet zijn nagekomen | 0        | 2                    |
      Als om advies wordt gevraagd
      Dan heeft advies toezeggingen_gebroken de ernst hoog en de soort herstel

    Abstract Scenario: De grenzen van toezeggingen_gebroken
      Gegeven de volgende feiten:
        | feit                                | gemeente   | migrantenorganisatie   |
        | de beloften die niet zijn nagekomen | <gemeente> | <migrantenorganisatie> |
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel toezeggingen_gebroken: <uitkomst>

      Voorbeelden: De regel geldt
        | gemeente | migrantenorganisatie | uitkomst |
        | 0        | 2                    | geldt    |
        | 1        | 2                    | geldt    |
        | 2        | 2                    | geldt    |
        | 3        | 2                    | geldt    |
        | 0        | 3                    | geldt    |
        | 2        | onbekend             | geldt    |

      Voorbeelden: De regel geldt niet
        | gemeente | migrantenorganisatie | uitkomst   |
        | 0        | 1                    | geldt niet |

      Voorbeelden: Er ontbreekt een antwoord
        | gemeente | migrantenorganisatie | uitkomst |
        | 0        | onbekend             | onbekend |

  Regel: vertrouwen_wankel

    Scenario: Op minstens één punt is het vertrouwen laag
      Gegeven de volgende feiten:
        | feit                          | gemeente | migrantenorganisatie |
        | het nakomen van afspraken     | 4        | 4                    |
        | eerlijk praten over problemen | 4        | 2                    |
        | het werken aan hetzelfde doel | 4        | 4                    |
      Als om advies wordt gevraagd
      Dan heeft advies vertrouwen_wankel de ernst midden en de soort opbouw

    Abstract Scenario: De grenzen van vertrouwen_wankel
      Gegeven de volgende feiten:
        | feit                          | gemeente             | migrantenorganisatie    |
        | het nakomen van afspraken     | <afspraken gemeente> | <afspraken organisatie> |
        | eerlijk praten over problemen | <eerlijk gemeente>   | <eerlijk organisatie>   |
        | het werken aan hetzelfde doel | <doel gemeente>      | <doel organisatie>      |
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel vertrouwen_wankel: <uitkomst>

      Voorbeelden: De regel geldt
        | afspraken gemeente | afspraken organisatie | eerlijk gemeente | eerlijk organisatie | doel gemeente | doel organisatie | uitkomst |
        | 2                  | 4                     | 4                | 4                   | 4             | 4                | geldt    |
        | 4                  | 2                     | 4                | 4                   | 4             | 4                | geldt    |
        | 4                  | 4                     | 2                | 4                   | 4             | 4                | geldt    |
        | 4                  | 4                     | 4                | 2                   | 4             | 4                | geldt    |
        | 4                  | 4                     | 4                | 4                   | 2             | 4                | geldt    |
        | 4                  | 4                     | 4                | 4                   | 4             | 2                | geldt    |
        | onbekend           | onbekend              | 1                | onbekend            | onbekend      | onbekend         | geldt    |

      Voorbeelden: De regel geldt niet
        | afspraken gemeente | afspraken organisatie | eerlijk gemeente | eerlijk organisatie | doel gemeente | doel organisatie | uitkomst   |
        | 3                  | 4                     | 4                | 4                   | 4             | 4                | geldt niet |
        | 4                  | 3                     | 4                | 4                   | 4             | 4                | geldt niet |
        | 4                  | 4                     | 3                | 4                   | 4             | 4                | geldt niet |
        | 4                  | 4                     | 4                | 3                   | 4             | 4                | geldt niet |
        | 4                  | 4                     | 4                | 4                   | 3             | 4                | geldt niet |
        | 4                  | 4                     | 4                | 4                   | 4             | 3                | geldt niet |

      Voorbeelden: Er ontbreekt een antwoord
        | afspraken gemeente | afspraken organisatie | eerlijk gemeente | eerlijk organisatie | doel gemeente | doel organisatie | uitkomst |
        | onbekend           | 4                     | 4                | 4                   | 4             | 4                | onbekend |
        | 4                  | onbekend              | 4                | 4                   | 4             | 4                | onbekend |
        | 4                  | 4                     | onbekend         | 4                   | 4             | 4                | onbekend |
        | 4                  | 4                     | 4                | onbekend            | 4             | 4                | onbekend |
        | 4                  | 4                     | 4                | 4                   | onbekend      | 4                | onbekend |
        | 4                  | 4                     | 4                | 4                   | 4             | onbekend         | onbekend |

  Regel: oud_zeer_leeft

    Scenario: Er is iets uit het verleden dat nog pijn doet
      Gegeven de volgende feiten:
        | feit                  | gemeente | migrantenorganisatie |
        | pijn uit het verleden | nee      | ja                   |
      Als om advies wordt gevraagd
      Dan heeft advies oud_zeer_leeft de ernst midden en de soort herstel

    Abstract Scenario: De grenzen van oud_zeer_leeft
      Gegeven de volgende feiten:
        | feit                  | gemeente   | migrantenorganisatie   |
        | pijn uit het verleden | <gemeente> | <migrantenorganisatie> |
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel oud_zeer_leeft: <uitkomst>

      Voorbeelden: De regel geldt
        | gemeente | migrantenorganisatie | uitkomst |
        | nee      | ja                   | geldt    |
        | ja       | onbekend             | geldt    |

      Voorbeelden: De regel geldt niet
        | gemeente | migrantenorganisatie | uitkomst   |
        | nee      | nee                  | geldt niet |

      Voorbeelden: Er ontbreekt een antwoord
        | gemeente | migrantenorganisatie | uitkomst |
        | nee      | onbekend             | onbekend |

  Regel: wringt_vertrouwen

    Scenario: Minstens één partij heeft weinig vertrouwen in de andere
      Gegeven de volgende feiten:
        | feit                         | gemeente | migrantenorganisatie |
        | het vertrouwen in één cijfer | 4        | 2                    |
      Als om advies wordt gevraagd
      Dan heeft advies wringt_vertrouwen de ernst midden en de soort opbouw

    Abstract Scenario: De grenzen van wringt_vertrouwen
      Gegeven de volgende feiten:
        | feit                         | gemeente   | migrantenorganisatie   |
        | het vertrouwen in één cijfer | <gemeente> | <migrantenorganisatie> |
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel wringt_vertrouwen: <uitkomst>

      Voorbeelden: De regel geldt
        | gemeente | migrantenorganisatie | uitkomst |
        | 4        | 2                    | geldt    |
        | 1        | onbekend             | geldt    |

      Voorbeelden: De regel geldt niet
        | gemeente | migrantenorganisatie | uitkomst   |
        | 4        | 3                    | geldt niet |

      Voorbeelden: Er ontbreekt een antwoord
        | gemeente | migrantenorganisatie | uitkomst |
        | 4        | onbekend             | onbekend |

    Scenario: Is er een ander punt van deze voorwaarde, dan staat het cijfer daaronder
      Gegeven de volgende feiten:
        | feit                         | gemeente | migrantenorganisatie |
        | pijn uit het verleden        | nee      | ja                   |
        | het vertrouwen in één cijfer | 4        | 2                    |
      Als om advies wordt gevraagd
      Dan valt wringt_vertrouwen onder oud_zeer_leeft
