"""Every command and its key."""
