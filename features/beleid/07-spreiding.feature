# language: nl
Functionaliteit: Voorkom afhankelijkheid van één persoon of één partij (voorwaarde 7)

  Als één persoon of één geldgever alles draagt, is het werk kwetsbaar. Wordt die persoon
  ziek, dan valt alles stil. Verdeel het werk, de contacten en het geld.

  Achtergrond:
    Gegeven een samenwerking
    En de peildatum is 1 januari 2026

  Regel: leunt_op_een_persoon_mo

    Scenario: Bij de migrantenorganisatie rust het werk op hoogstens één persoon
      Gegeven de volgende feiten:
        | feit                                                                | antwoord |
        | het aantal mensen van de migrantenorganisatie dat het werk kan doen | 1        |
      Als om advies wordt gevraagd
      Dan heeft advies leunt_op_een_persoon_mo de ernst hoog en de soort opbouw

    Abstract Scenario: De grenzen van leunt_op_een_persoon_mo
      Gegeven de volgende feiten:
        | feit                                                                | antwoord |
        | het aantal mensen van de migrantenorganisatie dat het werk kan doen | <mensen> |
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel leunt_op_een_persoon_mo: <uitkomst>

      Voorbeelden: De regel geldt
        | mensen | uitkomst |
        | 1      | geldt    |
        | 0      | geldt    |

      Voorbeelden: De regel geldt niet
        | mensen | uitkomst   |
        | 2      | geldt niet |

      Voorbeelden: Er ontbreekt een antwoord
        | mensen   | uitkomst |
        | onbekend | onbekend |

  Regel: leunt_op_een_ambtenaar

    Scenario: Bij de gemeente rust het werk op hoogstens één ambtenaar
      Gegeven de volgende feiten:
        | feit                                                    | antwoord |
        | het aantal mensen van de gemeente dat het werk kan doen | 1        |
      Als om advies wordt gevraagd
      Dan heeft advies leunt_op_een_ambtenaar de ernst midden en de soort opbouw

    Abstract Scenario: De grenzen van leunt_op_een_ambtenaar
      Gegeven de volgende feiten:
        | feit                                                    | antwoord     |
        | het aantal mensen van de gemeente dat het werk kan doen | <ambtenaren> |
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel leunt_op_een_ambtenaar: <uitkomst>

      Voorbeelden: De regel geldt
        | ambtenaren | uitkomst |
        | 1          | geldt    |
        | 0          | geldt    |

      Voorbeelden: De regel geldt niet
        | ambtenaren | uitkomst   |
        | 2          | geldt niet |

      Voorbeelden: Er ontbreekt een antwoord
        | ambtenaren | uitkomst |
        | onbekend   | onbekend |

  Regel: een_geldgever

    Scenario: Bijna al het geld komt van één geldgever
      Gegeven de volgende feiten:
        | feit                               | antwoord |
        | het deel van de grootste geldgever | 80       |
      Als om advies wordt gevraagd
      Dan heeft advies een_geldgever de ernst midden en de soort borging

    Abstract Scenario: De grenzen van een_geldgever
      Gegeven de volgende feiten:
        | feit                               | antwoord |
        | het deel van de grootste geldgever | <deel>   |
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel een_geldgever: <uitkomst>

      Voorbeelden: De regel geldt
        | deel | uitkomst |
        | 80   | geldt    |
        | 81   | geldt    |

      Voorbeelden: De regel geldt niet
        | deel | uitkomst   |
        | 79   | geldt niet |

      Voorbeelden: Er ontbreekt een antwoord
        | deel     | uitkomst |
        | onbekend | onbekend |

  Regel: een_stem

    Scenario: Bij een gevoelig onderwerp doet maar één migrantenorganisatie mee
      Gegeven de volgende feiten:
        | feit                                         | antwoord |
        | het aantal migrantenorganisaties dat meedoet | 1        |
        | een gevoelig onderwerp                       | ja       |
      Als om advies wordt gevraagd
      Dan heeft advies een_stem de ernst laag en de soort borging

    Abstract Scenario: De grenzen van een_stem
      Gegeven de volgende feiten:
        | feit                                         | antwoord                       |
        | het aantal migrantenorganisaties dat meedoet | <aantal migrantenorganisaties> |
        | een gevoelig onderwerp                       | <gevoelig>                     |
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel een_stem: <uitkomst>

      Voorbeelden: De regel geldt
        | aantal migrantenorganisaties | gevoelig | uitkomst |
        | 1                            | ja       | geldt    |

      Voorbeelden: De regel geldt niet
        | aantal migrantenorganisaties | gevoelig | uitkomst   |
        | 0                            | ja       | geldt niet |
        | 2                            | ja       | geldt niet |
        | 1                            | nee      | geldt niet |

      Voorbeelden: Er ontbreekt een antwoord
        | aantal migrantenorganisaties | gevoelig | uitkomst |
        | onbekend                     | ja       | onbekend |
        | 1                            | onbekend | onbekend |

  Regel: geen_drager_mo

    Scenario: Bij de migrantenorganisatie kan niemand het werk zelfstandig doen
      Gegeven de volgende feiten:
        | feit                                                                | antwoord |
        | het aantal mensen van de migrantenorganisatie dat het werk kan doen | 0        |
      Als om advies wordt gevraagd
      Dan heeft advies geen_drager_mo de ernst kritiek en de soort opbouw

    Abstract Scenario: De grenzen van geen_drager_mo
      Gegeven de volgende feiten:
        | feit                                                                | antwoord |
        | het aantal mensen van de migrantenorganisatie dat het werk kan doen | <mensen> |
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel geen_drager_mo: <uitkomst>

      Voorbeelden: De regel geldt
        | mensen | uitkomst |
        | 0      | geldt    |

      Voorbeelden: De regel geldt niet
        | mensen | uitkomst   |
        | 1      | geldt niet |
        | 2      | geldt niet |

      Voorbeelden: Er ontbreekt een antwoord
        | mensen   | uitkomst |
        | onbekend | onbekend |

    Scenario: Kan bij de organisatie niemand het doen, dan staat er niet ook nog dat het van één persoon afhangt
      Gegeven de volgende feiten:
        | feit                                                                | antwoord |
        | het aantal mensen van de migrantenorganisatie dat het werk kan doen | 0        |
      Als om advies wordt gevraagd
      Dan valt leunt_op_een_persoon_mo onder geen_drager_mo

  Regel: geen_drager_gemeente

    Scenario: Bij de gemeente kan niemand het werk zelfstandig doen
      Gegeven de volgende feiten:
        | feit                                                    | antwoord |
        | het aantal mensen van de gemeente dat het werk kan doen | 0        |
      Als om advies wordt gevraagd
      Dan heeft advies geen_drager_gemeente de ernst hoog en de soort opbouw

    Abstract Scenario: De grenzen van geen_drager_gemeente
      Gegeven de volgende feiten:
        | feit                                                    | antwoord |
        | het aantal mensen van de gemeente dat het werk kan doen | <mensen> |
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel geen_drager_gemeente: <uitkomst>

      Voorbeelden: De regel geldt
        | mensen | uitkomst |
        | 0      | geldt    |

      Voorbeelden: De regel geldt niet
        | mensen | uitkomst   |
        | 1      | geldt niet |
        | 2      | geldt niet |

      Voorbeelden: Er ontbreekt een antwoord
        | mensen   | uitkomst |
        | onbekend | onbekend |

    Scenario: Kan bij de gemeente niemand het doen, dan staat er niet ook nog dat het van één persoon afhangt
      Gegeven de volgende feiten:
        | feit                                                    | antwoord |
        | het aantal mensen van de gemeente dat het werk kan doen | 0        |
      Als om advies wordt gevraagd
      Dan valt leunt_op_een_ambtenaar onder geen_drager_gemeente

  Regel: wringt_spreiding

    Scenario: Minstens één partij denkt dat het werk stopt als één persoon of één geldgever wegvalt
      Gegeven de volgende feiten:
        | feit                              | gemeente | migrantenorganisatie |
        | doorgaan bij uitval in één cijfer | 4        | 2                    |
      Als om advies wordt gevraagd
      Dan heeft advies wringt_spreiding de ernst midden en de soort opbouw

    Abstract Scenario: De grenzen van wringt_spreiding
      Gegeven de volgende feiten:
        | feit                              | gemeente   | migrantenorganisatie   |
        | doorgaan bij uitval in één cijfer | <gemeente> | <migrantenorganisatie> |
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel wringt_spreiding: <uitkomst>

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
        | feit                                                    | antwoord |
        | het aantal mensen van de gemeente dat het werk kan doen | 0        |
      En de volgende feiten:
        | feit                              | gemeente | migrantenorganisatie |
        | doorgaan bij uitval in één cijfer | 4        | 2                    |
      Als om advies wordt gevraagd
      Dan valt wringt_spreiding onder geen_drager_gemeente
