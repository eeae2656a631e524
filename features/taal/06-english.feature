# language: en
Feature: The same steps in English

  The garden's rules are written in Dutch only; its facts go by their Dutch labels.

  Background:
    Given a partnership

  Scenario: A rule holds
    Given het aantal planten is 2
    And de smaak is 4 according to the gemeente
    When advice is asked for
    Then rule weinig_planten holds
    And rule precies_tien does not hold
    And rule allen_lusten_het is undecided
    And rule allen_lusten_het waits for de smaak from the migrantenorganisatie
    And advice weinig_planten has severity medium and kind build
    And the first advice is weinig_planten
    And the number of pieces of advice is 1
    And the text "Er staan weinig planten." appears
    And the text "Het hek is dicht." does not appear

  Scenario: A table of facts
    Given the reference date is 31 March 2026
    And the following facts:
      | fact     | gemeente | migrantenorganisatie |
      | de smaak | 5            | 3                    |
    When advice is asked for
    Then these rules hold:
      | smaken_verschillen |
      | iemand_smult       |
    And this is the advice:
      | smaken_verschillen |
      | iemand_smult       |
    And smaken_verschillen stands above iemand_smult
    And smaken_verschillen is advice of its own
    And the assessment is not provisional

  Scenario: A partnership in a file
    Given the partnership "moestuin.yaml"
    And de geur is 3 according to both parties
    When advice is asked for
    Then kale_tuin absorbs weinig_planten
    And the outcome of rule kale_tuin is: holds
    And rule hek_dicht does not hold

  Scenario: The assessment is provisional
    When advice is asked for
    Then the assessment is provisional
    And rule nooit_regen waits for de laatste regen
