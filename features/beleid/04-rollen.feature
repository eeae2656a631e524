# language: nl
Functionaliteit: Duidelijke afbakening van taken, rollen en verantwoordelijkheden (voorwaarde 4)

  Iedereen moet weten wie wat doet en wie waarover beslist. Dat voorkomt gedoe en
  teleurstelling. Een korte afspraak in gewone taal is vaak genoeg.

  Achtergrond:
    Gegeven een samenwerking
    En de peildatum is 1 januari 2026

  Regel: veiligheid_niet_geregeld

    Scenario: Het onderwerp is gevoelig, en afspraken over veiligheid ontbreken
      Gegeven de volgende feiten:
        | feit                                    | antwoord           |
        | de afspraken over privacy en veiligheid | nee, die ontbreken |
        | een gevoelig onderwerp                  | ja                 |
      Als om advies wordt gevraagd
      Dan heeft advies veiligheid_niet_geregeld de ernst kritiek en de soort poort

    Abstract Scenario: De grenzen van veiligheid_niet_geregeld
      Gegeven de volgende feiten:
        | feit                                    | antwoord     |
        | de afspraken over privacy en veiligheid | <veiligheid> |
        | een gevoelig onderwerp                  | <gevoelig>   |
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel veiligheid_niet_geregeld: <uitkomst>

      Voorbeelden: De regel geldt
        | veiligheid          | gevoelig | uitkomst |
        | nee, die ontbreken  | ja       | geldt    |
        | die zijn niet nodig | ja       | geldt    |

      Voorbeelden: De regel geldt niet
        | veiligheid         | gevoelig | uitkomst   |
        | ja, die zijn er    | ja       | geldt niet |
        | nee, die ontbreken | nee      | geldt niet |

      Voorbeelden: Er ontbreekt een antwoord
        | veiligheid         | gevoelig | uitkomst |
        | onbekend           | ja       | onbekend |
        | nee, die ontbreken | onbekend | onbekend |

  Regel: geen_rolafspraken

    Scenario: Er zijn geen afspraken over wie wat doet
      Gegeven de volgende feiten:
        | feit                         | antwoord               |
        | hoe de taken zijn vastgelegd | er zijn geen afspraken |
        | de fase van de samenwerking  | we voeren het uit      |
      Als om advies wordt gevraagd
      Dan heeft advies geen_rolafspraken de ernst hoog en de soort opbouw

    Abstract Scenario: De grenzen van geen_rolafspraken
      Gegeven de volgende feiten:
        | feit                         | antwoord         |
        | hoe de taken zijn vastgelegd | <afspraken vorm> |
        | de fase van de samenwerking  | <fase>           |
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel geen_rolafspraken: <uitkomst>

      Voorbeelden: De regel geldt
        | afspraken vorm         | fase              | uitkomst |
        | er zijn geen afspraken | we voeren het uit | geldt    |
        | er zijn geen afspraken | we richten het in | geldt    |

      Voorbeelden: De regel geldt niet
        | afspraken vorm         | fase              | uitkomst   |
        | mondeling              | we voeren het uit | geldt niet |
        | er zijn geen afspraken | we verkennen nog  | geldt niet |
        | er zijn geen afspraken | we ronden het af  | geldt niet |

      Voorbeelden: Er ontbreekt een antwoord
        | afspraken vorm         | fase              | uitkomst |
        | onbekend               | we voeren het uit | onbekend |
        | er zijn geen afspraken | onbekend          | onbekend |

  Regel: papier_werkt_niet

    Scenario: De afspraken staan op papier, maar niet iedereen weet wie wat doet
      Gegeven de volgende feiten:
        | feit                         | antwoord            |
        | hoe de taken zijn vastgelegd | in een overeenkomst |
      En de volgende feiten:
        | feit                               | gemeente | migrantenorganisatie |
        | de duidelijkheid over wie wat doet | 4        | 2                    |
      Als om advies wordt gevraagd
      Dan heeft advies papier_werkt_niet de ernst midden en de soort opbouw

    Abstract Scenario: De grenzen van papier_werkt_niet
      Gegeven de volgende feiten:
        | feit                         | antwoord         |
        | hoe de taken zijn vastgelegd | <afspraken vorm> |
      En de volgende feiten:
        | feit                               | gemeente   | migrantenorganisatie   |
        | de duidelijkheid over wie wat doet | <gemeente> | <migrantenorganisatie> |
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel papier_werkt_niet: <uitkomst>

      Voorbeelden: De regel geldt
        | afspraken vorm      | gemeente | migrantenorganisatie | uitkomst |
        | in een overeenkomst | 4        | 2                    | geldt    |
        | kort op papier      | 4        | 2                    | geldt    |
        | in een overeenkomst | 1        | onbekend             | geldt    |

      Voorbeelden: De regel geldt niet
        | afspraken vorm         | gemeente | migrantenorganisatie | uitkomst   |
        | er zijn geen afspraken | 4        | 2                    | geldt niet |
        | in een overeenkomst    | 4        | 3                    | geldt niet |
        | mondeling              | 4        | 2                    | geldt niet |

      Voorbeelden: Er ontbreekt een antwoord
        | afspraken vorm      | gemeente | migrantenorganisatie | uitkomst |
        | onbekend            | 4        | 2                    | onbekend |
        | in een overeenkomst | 4        | onbekend             | onbekend |

  Regel: onduidelijk_wie_beslist

    Scenario: Het is niet duidelijk wie waarover mag beslissen
      Gegeven de volgende feiten:
        | feit                           | antwoord |
        | duidelijkheid over wie beslist | nee      |
      Als om advies wordt gevraagd
      Dan heeft advies onduidelijk_wie_beslist de ernst midden en de soort opbouw

    Abstract Scenario: De grenzen van onduidelijk_wie_beslist
      Gegeven de volgende feiten:
        | feit                           | antwoord |
        | duidelijkheid over wie beslist | <helder> |
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel onduidelijk_wie_beslist: <uitkomst>

      Voorbeelden: De regel geldt
        | helder | uitkomst |
        | nee    | geldt    |

      Voorbeelden: De regel geldt niet
        | helder | uitkomst   |
        | ja     | geldt niet |

      Voorbeelden: Er ontbreekt een antwoord
        | helder   | uitkomst |
        | onbekend | onbekend |

  Regel: afspraken_verouderd

    Scenario: De afspraken zijn lang niet bekeken
      Gegeven de volgende feiten:
        | feit                                            | antwoord            |
        | de fase van de samenwerking                     | we voeren het uit   |
        | hoe de taken zijn vastgelegd                    | in een overeenkomst |
        | de laatste keer dat jullie de afspraken bekeken | 31 december 2023    |
      Als om advies wordt gevraagd
      Dan heeft advies afspraken_verouderd de ernst laag en de soort borging

    Abstract Scenario: De grenzen van afspraken_verouderd
      Gegeven de volgende feiten:
        | feit                                            | antwoord         |
        | de fase van de samenwerking                     | <fase>           |
        | hoe de taken zijn vastgelegd                    | <afspraken vorm> |
        | de laatste keer dat jullie de afspraken bekeken | <herziening>     |
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel afspraken_verouderd: <uitkomst>

      Voorbeelden: De regel geldt
        | fase              | afspraken vorm      | herziening       | uitkomst |
        | we voeren het uit | in een overeenkomst | 31 december 2023 | geldt    |
        | we voeren het uit | in een overeenkomst | nooit            | geldt    |
        | we voeren het uit | kort op papier      | 31 december 2023 | geldt    |

      Voorbeelden: De regel geldt niet
        | fase              | afspraken vorm         | herziening       | uitkomst   |
        | we verkennen nog  | in een overeenkomst    | 31 december 2023 | geldt niet |
        | we voeren het uit | er zijn geen afspraken | 31 december 2023 | geldt niet |
        | we voeren het uit | in een overeenkomst    | 1 januari 2024   | geldt niet |
        | we voeren het uit | in een overeenkomst    | 2 januari 2024   | geldt niet |
        | we voeren het uit | mondeling              | 31 december 2023 | geldt niet |

      Voorbeelden: Er ontbreekt een antwoord
        | fase              | afspraken vorm      | herziening       | uitkomst |
        | onbekend          | in een overeenkomst | 31 december 2023 | onbekend |
        | we voeren het uit | onbekend            | 31 december 2023 | onbekend |
        | we voeren het uit | in een overeenkomst | onbekend         | onbekend |

  Regel: wringt_rollen

    Scenario: Voor minstens één partij is niet duidelijk wie wat doet
      Gegeven de volgende feiten:
        | feit                    | gemeente | migrantenorganisatie |
        | de rollen in één cijfer | 4        | 2                    |
      Als om advies wordt gevraagd
      Dan heeft advies wringt_rollen de ernst midden en de soort opbouw

    Abstract Scenario: De grenzen van wringt_rollen
      Gegeven de volgende feiten:
        | feit                    | gemeente   | migrantenorganisatie   |
        | de rollen in één cijfer | <gemeente> | <migrantenorganisatie> |
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel wringt_rollen: <uitkomst>

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
        | feit                           | antwoord |
        | duidelijkheid over wie beslist | nee      |
      En de volgende feiten:
        | feit                    | gemeente | migrantenorganisatie |
        | de rollen in één cijfer | 4        | 2                    |
      Als om advies wordt gevraagd
      Dan valt wringt_rollen onder onduidelijk_wie_beslist
