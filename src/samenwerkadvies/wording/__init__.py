"""Say in the words of a language what rules ask, what is known, and what advice there is."""
