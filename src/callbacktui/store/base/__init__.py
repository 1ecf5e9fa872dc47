"""What all of the store shares: its errors and the names of its tables."""
