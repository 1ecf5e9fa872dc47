"""Merges what two computers wrote."""
