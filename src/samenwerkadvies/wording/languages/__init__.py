"""The languages in which this library speaks: a file for each, and nothing else to add a third."""
