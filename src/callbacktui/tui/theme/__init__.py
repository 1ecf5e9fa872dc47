"""Colors, signs and sizes."""
