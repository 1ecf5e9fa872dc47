"""Pure values and rules of the trade: no files, no clock, no screen."""
