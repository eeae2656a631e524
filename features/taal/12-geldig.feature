# language: nl
Functionaliteit: Een regel die niet altijd meetelt

  Bij geldig staat vanaf welke dag een regel meetelt, en tot welke dag. De peildatum beslist.

  Achtergrond:
    Gegeven een samenwerking

  Regel: zomerdrukte

    Abstract Scenario: Van 1 juni tot 1 september
      Gegeven het aantal planten is 21
      En de grond is klei
      En de peildatum is <dag>
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel zomerdrukte: <uitkomst>

      Voorbeelden:
        | dag        | uitkomst   |
        | 2026-05-31 | geldt niet |
        | 2026-06-01 | geldt      |
        | 2026-08-31 | geldt      |
        | 2026-09-01 | geldt niet |

    Scenario: Daarbuiten telt de regel niet mee
      Gegeven het aantal planten is 21
      En de peildatum is 2026-05-31
      Als om advies wordt gevraagd
      Dan telt regel zomerdrukte niet mee
      En staat er "Deze regel telt mee van 1 juni 2026 tot en met 31 augustus 2026."

    Scenario: Net niet druk
      Gegeven het aantal planten is 20
      En de peildatum is 2026-06-01
      Als om advies wordt gevraagd
      Dan geldt regel zomerdrukte niet

    Scenario: Daarbuiten wordt er ook niet naar gevraagd
      Gegeven de grond is klei
      En de peildatum is 2026-06-01
      Als om advies wordt gevraagd
      Dan wacht regel zomerdrukte op het aantal planten

    Scenario: Zo ernstig is het
      Gegeven het aantal planten is 21
      En de grond is klei
      En de peildatum is 2026-06-01
      Als om advies wordt gevraagd
      Dan heeft advies zomerdrukte de ernst laag en de soort opbouw

  Regel: zomer_op_zand

    Scenario: Een regel die erop bouwt, telt dan ook niet mee
      Gegeven het aantal planten is 21
      En de grond is zand
      En de peildatum is 2026-09-01
      Als om advies wordt gevraagd
      Dan telt regel zomer_op_zand niet mee
      En staat er "Deze regel bouwt voort op een regel die nu niet meetelt."

    Abstract Scenario: Op droge grond
      Gegeven het aantal planten is 21
      En de grond is <grond>
      En de peildatum is 2026-07-01
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel zomer_op_zand: <uitkomst>

      Voorbeelden:
        | grond | uitkomst   |
        | zand  | geldt      |
        | klei  | geldt niet |

    Scenario: Nog niet bekend
      Gegeven het aantal planten is 21
      En de peildatum is 2026-07-01
      Als om advies wordt gevraagd
      Dan wacht regel zomer_op_zand op de grond

    Scenario: Zo ernstig is dat
      Gegeven het aantal planten is 21
      En de grond is zand
      En de peildatum is 2026-07-01
      Als om advies wordt gevraagd
      Dan heeft advies zomer_op_zand de ernst laag en de soort opbouw
