# language: nl
Functionaliteit: Regels die andere regels vervangen

  Zegt een regel hetzelfde, maar sterker? Dan staat alleen de sterkere in het advies.

  Achtergrond:
    Gegeven een samenwerking

  Scenario: De sterkere regel staat in het advies
    Gegeven het aantal planten is 1
    Als om advies wordt gevraagd
    Dan is dit het advies:
      | bijna_geen_planten |
      | gemeente_zwijgt    |
    En valt weinig_planten onder bijna_geen_planten

  Scenario: Zonder de sterkere regel staat de andere er zelf
    Gegeven het aantal planten is 2
    Als om advies wordt gevraagd
    Dan is weinig_planten een eigen advies
    En geldt regel bijna_geen_planten niet

  Scenario: Een signaal valt onder de regel die erop voortbouwt
    Gegeven het aantal planten is 2
    En het deel in de schaduw is 60
    Als om advies wordt gevraagd
    Dan valt veel_schaduw onder noodgeval
    En valt weinig_planten onder noodgeval
