"""Reads and writes auditions as a sheet of CSV."""
