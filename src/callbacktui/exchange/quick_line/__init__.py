"""Reads an audition typed in one line."""
