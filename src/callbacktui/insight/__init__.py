"""Pure functions from auditions to honest numbers."""
