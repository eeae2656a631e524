# language: nl
Functionaliteit: De meegeleverde regels aanvullen

  De regels van deze eigen set staan in regels.yaml. Wat daar niet staat, blijft zoals het was.

  Achtergrond:
    Gegeven een samenwerking
    En de peildatum is 1 maart 2026

  Regel: geen_evaluatie

    Abstract Scenario: Met één regel is de grens 12 maanden
      Gegeven de fase van de samenwerking is we voeren het uit
      En de laatste evaluatie is <evaluatie>
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel geen_evaluatie: <uitkomst>

      Voorbeelden:
        | evaluatie        | uitkomst   |
        | 28 februari 2025 | geldt      |
        | 1 maart 2025     | geldt niet |
        | 2 maart 2025     | geldt niet |
        | onbekend         | onbekend   |

    Abstract Scenario: De rest van de regel blijft zoals het was
      Gegeven de fase van de samenwerking is <fase>
      En de laatste evaluatie is nooit
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel geen_evaluatie: <uitkomst>

      Voorbeelden:
        | fase              | uitkomst   |
        | we ronden het af  | geldt      |
        | we verkennen nog  | geldt niet |
        | we richten het in | geldt niet |
        | onbekend          | onbekend   |

    Scenario: De regel is ernstiger dan in de meegeleverde set
      Gegeven de fase van de samenwerking is we voeren het uit
      En de laatste evaluatie is 28 februari 2025
      Als om advies wordt gevraagd
      Dan heeft advies geen_evaluatie de ernst hoog en de soort borging

  Regel: evaluatie_zonder_gemeenschap

    Abstract Scenario: Een eigen regel bouwt op een meegeleverde regel
      Gegeven de fase van de samenwerking is we voeren het uit
      En de laatste evaluatie is <evaluatie>
      En resultaten_teruggekoppeld is <verteld>
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel evaluatie_zonder_gemeenschap: <uitkomst>

      Voorbeelden:
        | evaluatie    | verteld  | uitkomst   |
        | nooit        | nee      | geldt      |
        | nooit        | ja       | geldt niet |
        | 1 maart 2025 | nee      | geldt niet |
        | nooit        | onbekend | onbekend   |

    Scenario: De meegeleverde regel valt eronder
      Gegeven de fase van de samenwerking is we voeren het uit
      En de laatste evaluatie is nooit
      En resultaten_teruggekoppeld is nee
      Als om advies wordt gevraagd
      Dan heeft advies evaluatie_zonder_gemeenschap de ernst hoog en de soort herstel
      En valt geen_evaluatie onder evaluatie_zonder_gemeenschap

  Scenario: Een regel die uit staat, doet niet mee
    Gegeven dragers_mo is 1
    Als om advies wordt gevraagd
    Dan staat er "Deze regels staan uit"
    En staat er "Waarom: Dat bespreken we al elk kwartaal."
