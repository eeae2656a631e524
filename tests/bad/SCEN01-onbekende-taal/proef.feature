# language: xx
Functionaliteit: Proef
