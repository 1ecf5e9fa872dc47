"""Few, honest numbers: proportions with their base, the wait, dry spells, the looks back."""
