"""Themes, styles, glyphs and window sizes."""
