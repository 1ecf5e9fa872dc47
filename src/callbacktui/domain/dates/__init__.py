"""Reads and writes dates and times as people say them."""
