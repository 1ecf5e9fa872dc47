"""The library: the shelf, the reader, bookmarks and imported pages."""
