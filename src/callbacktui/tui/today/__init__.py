"""Today: what is due, and what it is about."""
