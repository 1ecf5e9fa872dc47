"""When a tip applies: one function for each condition."""
