"""Parses an audition typed as one line."""
