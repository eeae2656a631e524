"""Scenarios in Gherkin that say what the rules mean: read, run, counted and tested themselves.

Needs the extra ``features`` (``starting`` excepted); nothing outside this package imports it before it is used.
"""
