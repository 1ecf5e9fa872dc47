"""Articles, voices, and which of them helps now."""
