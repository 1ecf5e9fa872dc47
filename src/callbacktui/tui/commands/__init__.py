"""Every command, its keys and its words."""
