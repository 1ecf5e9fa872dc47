"""Imports and exports auditions in other formats: spreadsheets, the quick line, JSON."""
