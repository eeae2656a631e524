# language: nl
