"""Reads articles that the actor saved elsewhere."""
