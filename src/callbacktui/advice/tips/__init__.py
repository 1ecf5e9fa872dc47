"""Chooses the tip that fits what the actor is doing: rules, conditions and texts."""
