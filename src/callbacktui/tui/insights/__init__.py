"""Insights: a few questions about the actor's own record, and their answers."""
