"""How records are kept on disk: data file, journal, backups, repair and merging."""
