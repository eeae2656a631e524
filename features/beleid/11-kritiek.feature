# language: nl
Functionaliteit: Samenwerking kan verbeterd worden wanneer kritiek geuit wordt en sprake is van zelfreflectie (voorwaarde 11)

  Kritiek helpt om beter te worden, als je haar veilig kunt geven. Laat zien dat er iets mee
  gebeurt. Kijk ook naar je eigen aandeel.

  Achtergrond:
    Gegeven een samenwerking
    En de peildatum is 1 januari 2026

  Regel: kritiek_onveilig

    Scenario: De migrantenorganisatie durft niet goed kritiek te geven
      Gegeven de volgende feiten:
        | feit                        | gemeente | migrantenorganisatie |
        | veilig kritiek kunnen geven | onbekend | 2                    |
      Als om advies wordt gevraagd
      Dan heeft advies kritiek_onveilig de ernst hoog en de soort herstel

    Abstract Scenario: De grenzen van kritiek_onveilig
      Gegeven de volgende feiten:
        | feit                        | gemeente | migrantenorganisatie   |
        | veilig kritiek kunnen geven | onbekend | <migrantenorganisatie> |
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel kritiek_onveilig: <uitkomst>

      Voorbeelden: De regel geldt
        | migrantenorganisatie | uitkomst |
        | 2                    | geldt    |

      Voorbeelden: De regel geldt niet
        | migrantenorganisatie | uitkomst   |
        | 3                    | geldt niet |

      Voorbeelden: Er ontbreekt een antwoord
        | migrantenorganisatie | uitkomst |
        | onbekend             | onbekend |

  Regel: geen_feedback

    Scenario: Jullie bespreken nooit samen hoe de samenwerking gaat
      Gegeven de volgende feiten:
        | feit                               | antwoord |
        | de gesprekken over de samenwerking | 0        |
      Als om advies wordt gevraagd
      Dan heeft advies geen_feedback de ernst midden en de soort opbouw

    Abstract Scenario: De grenzen van geen_feedback
      Gegeven de volgende feiten:
        | feit                               | antwoord     |
        | de gesprekken over de samenwerking | <gesprekken> |
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel geen_feedback: <uitkomst>

      Voorbeelden: De regel geldt
        | gesprekken | uitkomst |
        | 0          | geldt    |

      Voorbeelden: De regel geldt niet
        | gesprekken | uitkomst   |
        | 1          | geldt niet |

      Voorbeelden: Er ontbreekt een antwoord
        | gesprekken | uitkomst |
        | onbekend   | onbekend |

  Regel: feedback_zonder_gevolg

    Scenario: Volgens minstens één partij verandert er weinig na kritiek
      Gegeven de volgende feiten:
        | feit                   | gemeente | migrantenorganisatie |
        | verandering na kritiek | 4        | 2                    |
      Als om advies wordt gevraagd
      Dan heeft advies feedback_zonder_gevolg de ernst hoog en de soort herstel

    Abstract Scenario: De grenzen van feedback_zonder_gevolg
      Gegeven de volgende feiten:
        | feit                   | gemeente   | migrantenorganisatie   |
        | verandering na kritiek | <gemeente> | <migrantenorganisatie> |
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel feedback_zonder_gevolg: <uitkomst>

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

  Regel: weinig_zelfreflectie

    Scenario: Minstens één partij ziet dat de ander weinig naar zichzelf kijkt
      Gegeven de volgende feiten:
        | feit                                      | gemeente | migrantenorganisatie |
        | hoe kritisch de ander naar zichzelf kijkt | 2        | 4                    |
      Als om advies wordt gevraagd
      Dan heeft advies weinig_zelfreflectie de ernst laag en de soort opbouw

    Abstract Scenario: De grenzen van weinig_zelfreflectie
      Gegeven de volgende feiten:
        | feit                                      | gemeente   | migrantenorganisatie   |
        | hoe kritisch de ander naar zichzelf kijkt | <gemeente> | <migrantenorganisatie> |
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel weinig_zelfreflectie: <uitkomst>

      Voorbeelden: De regel geldt
        | gemeente | migrantenorganisatie | uitkomst |
        | 2        | 4                    | geldt    |
        | onbekend | 1                    | geldt    |

      Voorbeelden: De regel geldt niet
        | gemeente | migrantenorganisatie | uitkomst   |
        | 3        | 4                    | geldt niet |

      Voorbeelden: Er ontbreekt een antwoord
        | gemeente | migrantenorganisatie | uitkomst |
        | onbekend | 4                    | onbekend |

  Regel: wringt_kritiek

    Scenario: Minstens één partij kan geen kritiek geven, of merkt dat er niets mee gebeurt
      Gegeven de volgende feiten:
        | feit                              | gemeente | migrantenorganisatie |
        | ruimte voor kritiek in één cijfer | 4        | 2                    |
      Als om advies wordt gevraagd
      Dan heeft advies wringt_kritiek de ernst midden en de soort opbouw

    Abstract Scenario: De grenzen van wringt_kritiek
      Gegeven de volgende feiten:
        | feit                              | gemeente   | migrantenorganisatie   |
        | ruimte voor kritiek in één cijfer | <gemeente> | <migrantenorganisatie> |
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel wringt_kritiek: <uitkomst>

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
        | feit                              | gemeente | migrantenorganisatie |
        | verandering na kritiek            | 4        | 2                    |
        | ruimte voor kritiek in één cijfer | 4        | 2                    |
      Als om advies wordt gevraagd
      Dan valt wringt_kritiek onder feedback_zonder_gevolg
