"""Reads and writes auditions as CSV spreadsheets."""
