"""The library: shelf, reader, imported pages."""
