"""Tests of People."""
