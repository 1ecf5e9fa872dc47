"""Parsing and formatting of dates and times as people write them."""
