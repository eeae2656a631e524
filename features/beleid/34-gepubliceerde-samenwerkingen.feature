# language: nl
Functionaliteit: Zes samenwerkingen uit openbare teksten

  Zes keer een echte samenwerking, uit een openbare tekst en zonder namen. Alleen wat de tekst zegt, is ingevuld.
  De auteurs trokken zelf conclusies. Zegt het advies hetzelfde? Hier staat wat het wel zegt, en wat nog niet.
  De nummers staan in examples/gepubliceerd/conclusies.yaml. De uitleg staat in docs/validiteit.md.

  Bij een scenario met @nog_niet zegt het advies iets nog niet. Wordt dat anders? Dan merk je het hier.

  # --- casus A ---

  Scenario: Casus A: het geld stopt, en het bestuur steunt het niet meer
    Gegeven de samenwerking "examples/gepubliceerd/casus-a.yaml"
    Als om advies wordt gevraagd
    # A1: stoppen van het geld betekent het einde
    Dan geldt regel geld_krimpt
    # A3: het besluit kwam per e-mail, en dat deed pijn
    En geldt regel besluiten_niet_te_volgen
    # A5: het college steunt het niet meer, fracties in de raad wel
    En geldt regel raad_wel_bestuur_niet
    En geldt regel draagvlak_ontbreekt

  # A5 staat eerst, A1 staat tweede. De auteurs noemen het geld het eerst.
  # Steun van het bestuur staat hier hoger: een bestuurder kan dit besluit nog veranderen.
  Scenario: Casus A: eerst steun van het bestuur, dan een plan voor het geld
    Gegeven de samenwerking "examples/gepubliceerd/casus-a.yaml"
    Als om advies wordt gevraagd
    Dan is dit het advies:
      | draagvlak_ontbreekt           |
      | geld_krimpt                   |
      | overbelasting                 |
      | besluiten_niet_te_volgen      |
      | ongelijkwaardig               |
      | te_laat_betrokken             |
      | geld_past_niet_bij_werk       |
      | raad_wel_bestuur_niet         |
      | erkenning_tekort              |
      | geen_zeggenschap_over_geld    |
      | te_korte_reactietijd          |
      | initiatief_zonder_aansluiting |

  # A2: eenmalig geld. De samenwerking liep nog geen drie jaar. Vanaf drie jaar geldt de regel.
  # A4: het ene geld hangt aan het andere. De tekst zegt niet welk deel van één geldgever komt.
  @nog_niet
  Scenario: Casus A: dat het geld eenmalig is en aan ander geld hangt, zegt het advies nog niet
    Gegeven de samenwerking "examples/gepubliceerd/casus-a.yaml"
    Als om advies wordt gevraagd
    Dan geldt regel projectencarrousel niet
    En geldt regel vervolg_onzeker niet
    En wacht regel een_geldgever op het deel van de grootste geldgever

  # A6: de resultaten zijn zichtbaar gemaakt. A7: de gemeente zegt veel waardering te hebben.
  # De organisatie merkt die waardering niet. Het advies toont beide antwoorden.
  Scenario: Casus A: wat goed gaat volgens de auteurs
    Gegeven de samenwerking "examples/gepubliceerd/casus-a.yaml"
    Als om advies wordt gevraagd
    Dan geldt regel succes_onzichtbaar niet
    En geldt regel erkenning_tekort

  # --- casus C ---

  Scenario: Casus C: er is te weinig geld, en oud zeer
    Gegeven de samenwerking "examples/gepubliceerd/casus-c.yaml"
    Als om advies wordt gevraagd
    Dan is dit het advies:
      | geld_past_niet_bij_werk |
      | oud_zeer_leeft          |
      | erkenning_tekort        |
    En is de stand van voorwaarde 6: risico

  # C1: onduidelijke toekomst. De tekst noemt geen dag waarop het geld stopt. Die vraag stelt het advies wel.
  # C2: onbetaald werk steekt. De tekst noemt niet hoeveel uren vrijwilligers werken.
  # C5: een eigen stichting. De organisatie krijgt al hulp. Naar de rechtsvorm vragen de regels niet.
  @nog_niet
  Scenario: Casus C: de onduidelijke toekomst en het onbetaalde werk zegt het advies nog niet
    Gegeven de samenwerking "examples/gepubliceerd/casus-c.yaml"
    Als om advies wordt gevraagd
    Dan wacht regel vervolg_onzeker op het einde van het geld
    En staat er "Wanneer stopt het geld?"
    En wacht regel scheve_inzet op de uren van vrijwilligers
    En geldt regel capaciteit_zonder_steun niet

  # C3: signalen van de straat worden samen uitgevoerd.
  # C4: zij zijn de kern van de gemeenschap. Dat vindt de organisatie. Wat de gemeente vindt, staat niet in de tekst.
  Scenario: Casus C: wat goed gaat volgens de auteurs
    Gegeven de samenwerking "examples/gepubliceerd/casus-c.yaml"
    Als om advies wordt gevraagd
    Dan geldt regel alleen_top_down niet
    En wacht regel gemeenschap_staat_er_niet_achter op het vertrouwen van de gemeenschap van de gemeente

  # --- casus D ---

  Scenario: Casus D: het geld verdwijnt, en de besluiten zijn niet te volgen
    Gegeven de samenwerking "examples/gepubliceerd/casus-d.yaml"
    Als om advies wordt gevraagd
    # D1: afgevaardigden begrepen de procedure niet
    Dan geldt regel besluiten_niet_te_volgen
    # D2: alle subsidies dreigen te verdwijnen
    En geldt regel geld_krimpt
    # D3: werk dat niet officieel is, blijft onzichtbaar
    En geldt regel erkenning_tekort
    # D4: het ideaal van de gemeente past niet bij wat mensen nodig hebben
    En geldt regel doelen_missen_behoefte

  # De eerste twee adviezen zijn ook de twee zwaarste punten van de auteurs: D2 en D1.
  Scenario: Casus D: eerst het geld, dan de besluiten
    Gegeven de samenwerking "examples/gepubliceerd/casus-d.yaml"
    Als om advies wordt gevraagd
    Dan is dit het advies:
      | geld_krimpt                |
      | besluiten_niet_te_volgen   |
      | ongelijkwaardig            |
      | mo_als_doorgeefluik        |
      | geld_past_niet_bij_werk    |
      | verschil_invloed           |
      | erkenning_tekort           |
      | geen_zeggenschap_over_geld |
      | vertrouwen_wankel          |
      | weinig_invloed             |
      | doelen_missen_behoefte     |

  # --- casus G ---

  Scenario: Casus G: een samenwerking die werkt, met één punt
    Gegeven de samenwerking "examples/gepubliceerd/casus-g.yaml"
    Als om advies wordt gevraagd
    Dan is dit het advies:
      | eenzijdige_evaluatie |
    En staat er "Let op: er is nog veel onbekend."

  # G1: een sterkere rol als adviseur. De gemeente geeft een 3 voor de invloed. Wat de organisatie vindt, weten we niet.
  # G4: bijna iedereen is vrijwilliger. De tekst noemt geen uren en geen vergoeding.
  @nog_niet
  Scenario: Casus G: de rol als adviseur en het werk van vrijwilligers noemt het advies nog niet
    Gegeven de samenwerking "examples/gepubliceerd/casus-g.yaml"
    Als om advies wordt gevraagd
    Dan wacht regel te_laat_betrokken op de invloed van de migrantenorganisatie op besluiten van de migrantenorganisatie
    En is regel weinig_invloed onbekend
    En is regel scheve_inzet onbekend

  # G2: er is geëvalueerd. G5: er is vertrouwen in de eigen gemeenschap.
  # G3 (meer rollen tegelijk is een kracht) en G6 (mensen bereiken die de taal niet spreken): daar is geen vraag over.
  Scenario: Casus G: wat goed gaat volgens de auteurs
    Gegeven de samenwerking "examples/gepubliceerd/casus-g.yaml"
    Als om advies wordt gevraagd
    Dan geldt regel geen_evaluatie niet
    En geldt regel gemeenschap_staat_er_niet_achter niet

  # --- casus I ---

  Scenario: Casus I: het vertrouwen is weg, en het geld komt te laat
    Gegeven de samenwerking "examples/gepubliceerd/casus-i.yaml"
    Als om advies wordt gevraagd
    # I1: het vertrouwen in het systeem is weg
    Dan geldt regel vertrouwen_wankel
    # I2: geld voorschieten en maanden wachten
    En geldt regel geld_komt_te_laat
    # I3: excuses, maar er veranderde niets
    En geldt regel feedback_zonder_gevolg
    # I4: het was niet gemaakt voor kleine groepen
    En geldt regel verantwoording_knelt
    # I5: de één ziet het probleem niet
    En geldt regel weinig_zelfreflectie

  # I2 staat tweede en I3 staat derde. I1, het vertrouwen, staat pas op plaats tien: zie het volgende scenario.
  Scenario: Casus I: eerst minder vragen of meer helpen, en dan op tijd betalen
    Gegeven de samenwerking "examples/gepubliceerd/casus-i.yaml"
    Als om advies wordt gevraagd
    Dan is dit het advies:
      | overbelasting              |
      | geld_komt_te_laat          |
      | feedback_zonder_gevolg     |
      | ongelijkwaardig            |
      | te_laat_betrokken          |
      | geld_past_niet_bij_werk    |
      | oud_zeer_leeft             |
      | erkenning_tekort           |
      | geen_zeggenschap_over_geld |
      | vertrouwen_wankel          |
      | verantwoording_knelt       |
      | weinig_zelfreflectie       |

  # Weinig vertrouwen telt pas als alle drie de vragen over vertrouwen een antwoord hebben. De tekst geeft er twee.
  # Dat de partijen het probleem anders zien (I5), zou beeld_van_succes_verschilt zeggen.
  @nog_niet
  Scenario: Casus I: hoe weinig vertrouwen er is, zegt het advies nog niet
    Gegeven de samenwerking "examples/gepubliceerd/casus-i.yaml"
    Als om advies wordt gevraagd
    Dan wacht regel vertrouwen_laag op het werken aan hetzelfde doel
    En is regel vertrouwen_ernstig_laag onbekend
    En is regel beeld_van_succes_verschilt onbekend

  # --- casus K ---

  Scenario: Casus K: niets teruggehoord, en weinig invloed
    Gegeven de samenwerking "examples/gepubliceerd/casus-k.yaml"
    Als om advies wordt gevraagd
    # K1: zij hoorden nooit wat er met hun inbreng gebeurde
    Dan geldt regel niets_teruggehoord
    # K2: betrek hen van begin tot eind
    En geldt regel weinig_invloed

  # Hier staat geen punt van de auteurs bovenaan. K1 staat op plaats vijf, K2 op plaats zeven.
  # De eerste twee adviezen gaan wel over hetzelfde: niet weten hoe er besloten is, en niets zien veranderen.
  Scenario: Casus K: eerst uitleggen en laten zien
    Gegeven de samenwerking "examples/gepubliceerd/casus-k.yaml"
    Als om advies wordt gevraagd
    Dan is dit het advies:
      | besluiten_niet_te_volgen |
      | feedback_zonder_gevolg   |
      | ongelijkwaardig          |
      | oud_zeer_leeft           |
      | niets_teruggehoord       |
      | erkenning_tekort         |
      | weinig_invloed           |

  # K1 zou zwaarder tellen als we wisten wanneer mensen iets gevraagd is.
  # K3: de gemeente moet meedoen. Over een bestuurder of uren zegt de tekst niets.
  # K4: geen vertrouwen. De vragen over vertrouwen hebben geen antwoord in de tekst.
  # K5 (elke organisatie heeft een eigen belang): daar is geen vraag over.
  @nog_niet
  Scenario: Casus K: de steun van de gemeente en het vertrouwen noemt het advies nog niet
    Gegeven de samenwerking "examples/gepubliceerd/casus-k.yaml"
    Als om advies wordt gevraagd
    Dan wacht regel halen_zonder_brengen op de laatste vraag aan de gemeenschap
    En wacht regel opdrachtgever_zoeken op een bestuurder die de samenwerking steunt
    En is regel vertrouwen_wankel onbekend
    En is regel toezeggingen_gebroken onbekend
