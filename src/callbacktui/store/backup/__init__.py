"""Makes backups, and carries them to other places."""
