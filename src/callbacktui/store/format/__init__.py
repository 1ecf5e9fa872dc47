"""What a data file looks like, byte by byte."""
