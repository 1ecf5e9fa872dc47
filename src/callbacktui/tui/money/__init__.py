"""The money log: its forms, its list and its sums."""
