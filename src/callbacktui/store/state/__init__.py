"""The database in memory."""
