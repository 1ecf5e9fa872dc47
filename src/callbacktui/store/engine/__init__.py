"""Opens, holds and writes one data file."""
