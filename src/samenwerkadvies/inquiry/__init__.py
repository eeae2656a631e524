"""What is not known yet, what keeps a rule from holding, and what would change it; from the trees alone."""
