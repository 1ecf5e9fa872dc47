"""The conditions of tips: each function returns the reason why its tip applies, or None."""
