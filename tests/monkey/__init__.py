"""Random keys on the real program: `make monkey` for the long run."""
