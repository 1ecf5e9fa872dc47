"""Opening one data file, holding its records in memory, and writing it."""
