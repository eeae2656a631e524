# language: nl
Functionaliteit: Antwoorden die elkaar tegenspreken

  Een controle vraagt: klopt dit? Dat is geen advies. Wel is het beeld voorlopig tot de antwoorden zijn nagekeken.

  Achtergrond:
    Gegeven een samenwerking

  Regel: start_in_de_toekomst

    Scenario: De start ligt in de toekomst, maar de samenwerking wordt al uitgevoerd
      Gegeven de peildatum is 1 maart 2026
      En de start van de samenwerking is 1 juni 2026
      En de fase van de samenwerking is we voeren het uit
      Als om advies wordt gevraagd
      Dan geldt regel start_in_de_toekomst
      En is het beeld voorlopig
      En is het aantal adviezen 0
      En staat er "De samenwerking is al aan de gang, maar de start ligt in de toekomst."

    Abstract Scenario: De grenzen van start_in_de_toekomst
      Gegeven de peildatum is 1 maart 2026
      En de start van de samenwerking is <start>
      En de fase van de samenwerking is <fase>
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel start_in_de_toekomst: <uitkomst>

      Voorbeelden:
        | start        | fase               | uitkomst   |
        | 2 maart 2026 | we ronden het af   | geldt      |
        | 1 maart 2026 | we voeren het uit  | geldt niet |
        | 1 juni 2026  | we verkennen nog   | geldt niet |
        | 1 juni 2026  | we richten het in  | geldt niet |
        | onbekend     | we voeren het uit  | onbekend   |

  Regel: geen_geld_wel_subsidie

    Abstract Scenario: Er is geen geld, maar wel subsidie
      Gegeven het soort geld is <geld>
      En de subsidie per jaar is <bedrag>
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel geen_geld_wel_subsidie: <uitkomst>

      Voorbeelden:
        | geld                  | bedrag   | uitkomst   |
        | geen geld             | 1        | geldt      |
        | geen geld             | 0        | geldt niet |
        | vast geld             | 5000     | geldt niet |
        | geen geld             | onbekend | onbekend   |

  Regel: betaald_zonder_betaalde_uren

    Abstract Scenario: Mensen worden betaald, maar er zijn geen betaalde uren
      Gegeven de vergoeding voor mensen van de migrantenorganisatie is <vergoeding>
      En de betaalde uren is <uren>
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel betaald_zonder_betaalde_uren: <uitkomst>

      Voorbeelden:
        | vergoeding        | uren     | uitkomst   |
        | ze worden betaald | 0        | geldt      |
        | ze worden betaald | 1        | geldt niet |
        | geen vergoeding   | 0        | geldt niet |
        | ze worden betaald | onbekend | onbekend   |

  Regel: nooit_geevalueerd_wel_samen

    Abstract Scenario: Samen geëvalueerd, maar nooit geëvalueerd
      Gegeven de peildatum is 1 maart 2026
      En de laatste evaluatie is <evaluatie>
      En een evaluatie met beide partijen is <samen>
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel nooit_geevalueerd_wel_samen: <uitkomst>

      Voorbeelden:
        | evaluatie    | samen    | uitkomst   |
        | nooit        | ja       | geldt      |
        | nooit        | nee      | geldt niet |
        | 1 maart 2025 | ja       | geldt niet |
        | nooit        | onbekend | onbekend   |

  Regel: vervanger_zonder_mensen

    Abstract Scenario: Wel een vervanger, maar niet genoeg mensen
      Gegeven de vervanging van de belangrijkste persoon is <vervanger>
      En het aantal mensen van de migrantenorganisatie dat het werk kan doen is <daar>
      En het aantal mensen van de gemeente dat het werk kan doen is <hier>
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel vervanger_zonder_mensen: <uitkomst>

      Voorbeelden:
        | vervanger         | daar     | hier | uitkomst   |
        | voor beide kanten | 1        | 2    | geldt      |
        | voor beide kanten | 2        | 1    | geldt      |
        | voor beide kanten | 2        | 2    | geldt niet |
        | aan één kant      | 1        | 1    | geldt niet |
        | voor beide kanten | onbekend | 2    | onbekend   |
