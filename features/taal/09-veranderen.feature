# language: nl
Functionaliteit: Wat zou helpen, en wat houdt een regel tegen

  Bij elk advies staat wat er moet veranderen. Alleen wat iemand kan veranderen, telt mee.

  Achtergrond:
    Gegeven een samenwerking

  Scenario: Een advies verdwijnt na een kleine verandering
    Gegeven het aantal planten is 2
    Als om advies wordt gevraagd
    Dan verdwijnt weinig_planten zodra "er staan minstens 3 planten"

  Scenario: Wat onder een ander advies valt, telt mee
    Gegeven het aantal planten is 2
    En het deel in de schaduw is 60
    Als om advies wordt gevraagd
    Dan verdwijnt noodgeval zodra "er staan minstens 3 planten"

  Scenario: Soms moeten twee dingen tegelijk veranderen
    Gegeven de peildatum is 31 maart 2026
    En het aantal planten is 2
    En het deel in de schaduw is 60
    En de laatste regen is 1 januari 2026
    Als om advies wordt gevraagd
    Dan verdwijnt noodgeval zodra "de laatste regen was hoogstens 1 maand geleden, en hoogstens 50 procent ligt in de schaduw"

  Scenario: Soms kan niemand er iets aan veranderen
    Gegeven de peildatum is 1 juli 2026
    En de zaaidag is 1 maart 2026
    Als om advies wordt gevraagd
    Dan gaat lang_geleden_gezaaid niet over: "Wat gezaaid is, is gezaaid."

  Scenario: Een verandering wordt geprobeerd
    Gegeven het aantal planten is 2
    Als het aantal planten verandert in 3
    Dan is de verandering voor regel weinig_planten: opgelost
    En geldt regel weinig_planten niet

  Scenario: Een verandering maakt iets ergers
    Gegeven het aantal planten is 2
    Als het aantal planten verandert in 1
    Dan is de verandering voor regel bijna_geen_planten: slechter
    En is de verandering voor regel weinig_planten: onveranderd

  Scenario: Wat erger was, gaat weg
    Gegeven het aantal planten is 1
    Als het aantal planten verandert in 2
    Dan is de verandering voor regel bijna_geen_planten: beter

  Scenario: Eén partij verandert van mening
    Gegeven de smaak is volgens de gemeente 5
    En de smaak is volgens de migrantenorganisatie 2
    Als de smaak van de migrantenorganisatie verandert in 4
    Dan is de verandering voor regel smaken_verschillen: opgelost
    En is de verandering voor regel allen_lusten_het: beter

  Scenario: Een antwoord dat verdwijnt, maakt een regel weer onbekend
    Gegeven het aantal planten is 2
    Als het aantal planten verandert in onbekend
    Dan is de verandering voor regel weinig_planten: niet meer bekend

  Scenario: Een feit houdt een regel tegen
    Gegeven het aantal planten is 5
    Als om advies wordt gevraagd
    Dan wordt regel weinig_planten tegengehouden doordat "er staan 5 planten"

  Scenario: Eén feit is genoeg om een samengestelde regel tegen te houden
    Gegeven het hek is nee
    Als om advies wordt gevraagd
    Dan wordt regel kale_tuin tegengehouden doordat "het hek is dicht"

  Scenario: Soms zijn er twee feiten nodig
    Gegeven de smaak is volgens de gemeente 4
    En de smaak is volgens de migrantenorganisatie 3
    Als om advies wordt gevraagd
    Dan wordt regel iemand_lust_het_niet tegengehouden doordat "de gemeente geeft een 4 voor de smaak, en de migrantenorganisatie geeft een 3 voor de smaak"
