"""Random keys in the real program; `make monkey` runs them for long."""
