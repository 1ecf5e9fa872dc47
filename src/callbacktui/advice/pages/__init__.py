"""Parses articles that the actor saved elsewhere and imported."""
