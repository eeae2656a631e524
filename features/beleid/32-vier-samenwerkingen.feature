# language: nl
Functionaliteit: Vier verzonnen samenwerkingen

  Vier keer een heel verhaal: welke regels gelden, en welk advies de lezer krijgt.

  Scenario: Buurtvaders met een eigen stichting
    Gegeven de samenwerking "examples/buurtvaders.yaml"
    Als om advies wordt gevraagd
    Dan gelden deze regels:
      | continuiteit_in_gevaar     |
      | financieringsgat           |
      | geen_bewijs_voor_vervolg   |
      | scheve_inzet               |
      | projectencarrousel         |
      | erkenning_tekort           |
      | geen_zeggenschap_over_geld |
      | verschil_verwachte_duur    |
      | leunt_op_een_ambtenaar     |
      | geen_evaluatie             |
    En is dit het advies:
      | continuiteit_in_gevaar     |
      | geen_bewijs_voor_vervolg   |
      | scheve_inzet               |
      | erkenning_tekort           |
      | geen_zeggenschap_over_geld |
      | verschil_verwachte_duur    |
    En is het beeld niet voorlopig

  Scenario: Opvoedsteun via migrantenorganisaties
    Gegeven de samenwerking "examples/opvoedsteun.yaml"
    Als om advies wordt gevraagd
    Dan gelden deze regels:
      | schijnsamenwerking         |
      | verschil_gelijkwaardigheid |
      | ongelijkwaardig            |
      | geen_vast_gezicht          |
      | te_laat_betrokken          |
      | alleen_top_down            |
      | mo_als_doorgeefluik        |
      | erkenning_tekort           |
      | geen_zeggenschap_over_geld |
      | contact_op_afstand         |
      | weinig_invloed             |
      | doelen_missen_behoefte     |
      | geen_feedback              |
      | onduidelijk_wie_beslist    |
    En is dit het advies:
      | schijnsamenwerking         |
      | geen_vast_gezicht          |
      | mo_als_doorgeefluik        |
      | erkenning_tekort           |
      | geen_zeggenschap_over_geld |
      | contact_op_afstand         |
      | doelen_missen_behoefte     |
      | geen_feedback              |
      | onduidelijk_wie_beslist    |
    En is het beeld niet voorlopig

  Scenario: Sleutelpersonen gezondheid
    Gegeven de samenwerking "examples/sleutelpersonen.yaml"
    Als om advies wordt gevraagd
    Dan gelden deze regels:
      | continuiteit_in_gevaar  |
      | uitputting_dreigt       |
      | vervolg_onzeker         |
      | overbelasting           |
      | scheve_inzet            |
      | onderschatte_belasting  |
      | regeldruk_te_hoog       |
      | leunt_op_een_persoon_mo |
      | erkenning_tekort        |
      | capaciteit_zonder_steun |
      | vergaderen_op_werktijd  |
      | een_geldgever           |
    En is dit het advies:
      | continuiteit_in_gevaar  |
      | uitputting_dreigt       |
      | onderschatte_belasting  |
      | erkenning_tekort        |
      | capaciteit_zonder_steun |
      | vergaderen_op_werktijd  |
      | een_geldgever           |
    En is het beeld niet voorlopig

  Scenario: Lokaal traject rond een taboe-onderwerp
    Gegeven de samenwerking "examples/taboe-onderwerp.yaml"
    Als om advies wordt gevraagd
    Dan gelden deze regels:
      | veiligheid_niet_geregeld |
      | vervolg_onzeker          |
      | doelen_niet_haalbaar     |
      | eenzijdig_beeld          |
      | eenzijdige_evaluatie     |
      | een_stem                 |
    En is dit het advies:
      | veiligheid_niet_geregeld |
      | vervolg_onzeker          |
      | doelen_niet_haalbaar     |
      | eenzijdig_beeld          |
      | eenzijdige_evaluatie     |
      | een_stem                 |
    En is het beeld voorlopig
