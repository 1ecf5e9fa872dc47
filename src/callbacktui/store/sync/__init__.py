"""Merging replicas of the store that were changed on two computers."""
