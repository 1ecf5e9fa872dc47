"""The journal of commits and the log of steps."""
