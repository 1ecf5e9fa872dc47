"""Making backups, and writing and reading portable ones."""
