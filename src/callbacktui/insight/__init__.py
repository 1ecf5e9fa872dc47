"""Few, honest numbers: proportions with their base, the wait, dry spells, the reflections."""
