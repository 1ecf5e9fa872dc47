"""What the tips say."""
