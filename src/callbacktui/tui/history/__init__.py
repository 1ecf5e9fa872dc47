"""History, recently removed auditions, and backups."""
