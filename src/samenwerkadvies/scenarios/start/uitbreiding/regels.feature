# language: nl
Functionaliteit: Onze eigen aanvullingen
  Een scenario zegt wat er uit je regels moet komen. De computer speelt het na.
  Wat je niet noemt, is onbekend. Onbekend is niet hetzelfde als nee.

  Achtergrond:
    Gegeven een samenwerking
    En de peildatum is $peildatum

  Regel: ver_van_elkaar

    # Bij een grens kijk je er net onder, en precies erop.
    Abstract Scenario: Vanaf 45 minuten is de reis lang
      Gegeven de reistijd is <minuten>
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel ver_van_elkaar: <uitkomst>

      Voorbeelden:
        | minuten  | uitkomst   |
        | 44       | geldt niet |
        | 45       | geldt      |
        | onbekend | onbekend   |

    Scenario: Wie ver reist, leest wat er kan
      Gegeven de reistijd is 60
      Als om advies wordt gevraagd
      Dan heeft advies ver_van_elkaar de ernst laag en de soort opbouw
      En staat er "Kies een plek dichterbij."

  Regel: $regel

    # Deze regel is niet van jou, maar de grens erin wel: $wordt maanden, in plaats van $was.
    Abstract Scenario: Meer dan $wordt maanden geleden is te lang geleden
      Gegeven $feit is <dag>
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel $regel: <uitkomst>

      Voorbeelden:
        | $dag | uitkomst   |
        | $over | geldt      |
        | $op | geldt niet |
        | $onbekend | onbekend   |

    Scenario: Wat er niet verandert, blijft zoals het was
      Gegeven $feit is nooit
      Als om advies wordt gevraagd
      Dan heeft advies $regel de ernst $ernst en de soort $soort
