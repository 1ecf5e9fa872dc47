"""The database in memory: the lines of each table, and the numbers of the saves they include."""
