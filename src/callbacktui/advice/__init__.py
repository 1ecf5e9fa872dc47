"""Articles, voices, imported pages, and the tips that fit what the actor is doing."""
