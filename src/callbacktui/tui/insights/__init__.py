"""Insights: few questions about one's own record, and their answers."""
