"""Puts together again what was damaged, and merges conflict copies."""
