# language: nl
Functionaliteit: Inhoud van de samenwerking niet alleen top-down maar ook bottom-up (voorwaarde 3)

  Goede plannen komen van twee kanten. De gemeente heeft doelen, en de gemeenschap weet wat
  er nodig is. Laat beide in het plan terugkomen.

  Achtergrond:
    Gegeven een samenwerking
    En de peildatum is 1 januari 2026

  Regel: alleen_top_down

    Scenario: De gemeente bedacht het plan, en ideeën uit de gemeenschap bleven liggen
      Gegeven de volgende feiten:
        | feit                                     | antwoord    |
        | wie het onderwerp heeft bedacht          | de gemeente |
        | de uitgevoerde ideeën uit de gemeenschap | 0           |
      Als om advies wordt gevraagd
      Dan heeft advies alleen_top_down de ernst hoog en de soort opbouw

    Abstract Scenario: De grenzen van alleen_top_down
      Gegeven de volgende feiten:
        | feit                                     | antwoord          |
        | wie het onderwerp heeft bedacht          | <herkomst agenda> |
        | de uitgevoerde ideeën uit de gemeenschap | <ideeën>          |
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel alleen_top_down: <uitkomst>

      Voorbeelden: De regel geldt
        | herkomst agenda | ideeën | uitkomst |
        | de gemeente     | 0      | geldt    |

      Voorbeelden: De regel geldt niet
        | herkomst agenda         | ideeën | uitkomst   |
        | de migrantenorganisatie | 0      | geldt niet |
        | de gemeente             | 1      | geldt niet |

      Voorbeelden: Er ontbreekt een antwoord
        | herkomst agenda | ideeën   | uitkomst |
        | onbekend        | 0        | onbekend |
        | de gemeente     | onbekend | onbekend |

  Regel: beeld_achterban_verouderd

    Scenario: Het is lang geleden dat iemand de achterban vroeg wat nodig is
      Gegeven de volgende feiten:
        | feit                              | antwoord     |
        | de laatste vraag aan de gemeenschap | 30 juni 2024 |
      Als om advies wordt gevraagd
      Dan heeft advies beeld_achterban_verouderd de ernst midden en de soort opbouw

    Abstract Scenario: De grenzen van beeld_achterban_verouderd
      Gegeven de volgende feiten:
        | feit                              | antwoord  |
        | de laatste vraag aan de gemeenschap | <peiling> |
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel beeld_achterban_verouderd: <uitkomst>

      Voorbeelden: De regel geldt
        | peiling      | uitkomst |
        | 30 juni 2024 | geldt    |
        | nooit        | geldt    |

      Voorbeelden: De regel geldt niet
        | peiling     | uitkomst   |
        | 1 juli 2024 | geldt niet |
        | 2 juli 2024 | geldt niet |

      Voorbeelden: Er ontbreekt een antwoord
        | peiling  | uitkomst |
        | onbekend | onbekend |

  Regel: mo_als_doorgeefluik

    Scenario: De migrantenorganisatie voert vooral de doelen van de gemeente uit
      Gegeven de volgende feiten:
        | feit                                                    | antwoord    |
        | de eigen doelen van de migrantenorganisatie in het plan | nee         |
        | wie het onderwerp heeft bedacht                         | de gemeente |
      Als om advies wordt gevraagd
      Dan heeft advies mo_als_doorgeefluik de ernst hoog en de soort opbouw

    Abstract Scenario: De grenzen van mo_als_doorgeefluik
      Gegeven de volgende feiten:
        | feit                                                    | antwoord          |
        | de eigen doelen van de migrantenorganisatie in het plan | <eigen doelen>    |
        | wie het onderwerp heeft bedacht                         | <herkomst agenda> |
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel mo_als_doorgeefluik: <uitkomst>

      Voorbeelden: De regel geldt
        | eigen doelen | herkomst agenda | uitkomst |
        | nee          | de gemeente     | geldt    |

      Voorbeelden: De regel geldt niet
        | eigen doelen | herkomst agenda         | uitkomst   |
        | ja           | de gemeente             | geldt niet |
        | nee          | de migrantenorganisatie | geldt niet |

      Voorbeelden: Er ontbreekt een antwoord
        | eigen doelen | herkomst agenda | uitkomst |
        | onbekend     | de gemeente     | onbekend |
        | nee          | onbekend        | onbekend |

  Regel: initiatief_zonder_aansluiting

    Scenario: De migrantenorganisatie heeft een idee, maar geen bestuurder steunt het
      Gegeven de volgende feiten:
        | feit                                      | antwoord                |
        | wie het onderwerp heeft bedacht           | de migrantenorganisatie |
        | een bestuurder die de samenwerking steunt | nee                     |
      Als om advies wordt gevraagd
      Dan heeft advies initiatief_zonder_aansluiting de ernst midden en de soort opbouw

    Abstract Scenario: De grenzen van initiatief_zonder_aansluiting
      Gegeven de volgende feiten:
        | feit                                      | antwoord          |
        | wie het onderwerp heeft bedacht           | <herkomst agenda> |
        | een bestuurder die de samenwerking steunt | <bestuurder>      |
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel initiatief_zonder_aansluiting: <uitkomst>

      Voorbeelden: De regel geldt
        | herkomst agenda         | bestuurder | uitkomst |
        | de migrantenorganisatie | nee        | geldt    |

      Voorbeelden: De regel geldt niet
        | herkomst agenda         | bestuurder | uitkomst   |
        | de gemeente             | nee        | geldt niet |
        | de migrantenorganisatie | ja         | geldt niet |

      Voorbeelden: Er ontbreekt een antwoord
        | herkomst agenda         | bestuurder | uitkomst |
        | onbekend                | nee        | onbekend |
        | de migrantenorganisatie | onbekend   | onbekend |

  Regel: doelen_missen_behoefte

    Scenario: Minstens één partij vindt dat de doelen niet passen bij wat mensen nodig hebben
      Gegeven de volgende feiten:
        | feit                                             | gemeente | migrantenorganisatie |
        | hoe de doelen passen bij wat mensen nodig hebben | 4        | 2                    |
      Als om advies wordt gevraagd
      Dan heeft advies doelen_missen_behoefte de ernst midden en de soort opbouw

    Abstract Scenario: De grenzen van doelen_missen_behoefte
      Gegeven de volgende feiten:
        | feit                                             | gemeente   | migrantenorganisatie   |
        | hoe de doelen passen bij wat mensen nodig hebben | <gemeente> | <migrantenorganisatie> |
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel doelen_missen_behoefte: <uitkomst>

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

  Regel: gemeenschap_staat_er_niet_achter

    Scenario: Minstens één partij denkt dat mensen in de gemeenschap de migrantenorganisatie weinig vertrouwen
      Gegeven de volgende feiten:
        | feit                              | gemeente | migrantenorganisatie |
        | het vertrouwen van de gemeenschap | 4        | 2                    |
      Als om advies wordt gevraagd
      Dan heeft advies gemeenschap_staat_er_niet_achter de ernst hoog en de soort opbouw

    Abstract Scenario: De grenzen van gemeenschap_staat_er_niet_achter
      Gegeven de volgende feiten:
        | feit                              | gemeente   | migrantenorganisatie   |
        | het vertrouwen van de gemeenschap | <gemeente> | <migrantenorganisatie> |
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel gemeenschap_staat_er_niet_achter: <uitkomst>

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

  Regel: wringt_van_onderop

    Scenario: Minstens één partij vindt dat het werk niet van twee kanten komt
      Gegeven de volgende feiten:
        | feit                                 | gemeente | migrantenorganisatie |
        | werken van twee kanten in één cijfer | 4        | 2                    |
      Als om advies wordt gevraagd
      Dan heeft advies wringt_van_onderop de ernst midden en de soort opbouw

    Abstract Scenario: De grenzen van wringt_van_onderop
      Gegeven de volgende feiten:
        | feit                                 | gemeente   | migrantenorganisatie   |
        | werken van twee kanten in één cijfer | <gemeente> | <migrantenorganisatie> |
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel wringt_van_onderop: <uitkomst>

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
        | feit                                 | gemeente | migrantenorganisatie |
        | het vertrouwen van de gemeenschap    | 4        | 2                    |
        | werken van twee kanten in één cijfer | 4        | 2                    |
      Als om advies wordt gevraagd
      Dan valt wringt_van_onderop onder gemeenschap_staat_er_niet_achter
