"""Makes up a career for the demo, with invented offices, productions and people."""
