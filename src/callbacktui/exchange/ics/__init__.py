"""Writes calendars (iCalendar, RFC 5545): which events there are, and their bytes."""
