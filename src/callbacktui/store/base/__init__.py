"""What every part of the store uses: its errors and the names of its tables."""
