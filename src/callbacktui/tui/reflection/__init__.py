"""Reflecting on a read, and the sweep of quiet auditions."""
