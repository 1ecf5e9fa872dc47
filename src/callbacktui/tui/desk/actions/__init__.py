"""What each command of the desk does."""
