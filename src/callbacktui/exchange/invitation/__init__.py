"""Reads an invitation, which is a mail, a message or a calendar entry, into proposed fields."""
