"""Makes up a career for the demo."""
