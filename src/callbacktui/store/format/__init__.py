"""The format of the data file: lines, checksums, version stamps, migrations."""
