"""Looking back on a read, and the sweep."""
