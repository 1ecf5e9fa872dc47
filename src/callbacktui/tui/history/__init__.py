"""What was changed and removed, and the backups."""
