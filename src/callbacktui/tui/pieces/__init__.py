"""Pieces and materials: their form, and the list with where each was used."""
