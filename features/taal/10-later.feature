# language: nl
Functionaliteit: Twee momenten naast elkaar

  Wie een jaar later opnieuw kijkt, wil weten wat er is veranderd.

  Scenario: Een jaar later
    Gegeven de samenwerking "moestuin.yaml"
    Als wordt vergeleken met de samenwerking "moestuin-later.yaml"
    Dan is de verandering voor regel weinig_planten: opgelost
    En is de verandering voor regel smaken_verschillen: opgelost
    En is de verandering voor regel allen_lusten_het: beter
    En is de verandering voor regel hek_dicht: nieuw

  Scenario: Wie met zichzelf vergelijkt, ziet niets
    Gegeven de samenwerking "moestuin.yaml"
    Als wordt vergeleken met de samenwerking "moestuin.yaml"
    Dan is er niets veranderd
