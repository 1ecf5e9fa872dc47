"""Recovering records from damaged files, and merging conflict copies."""
