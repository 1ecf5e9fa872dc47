"""Forms for auditions, rounds and holds, and the quick line."""
