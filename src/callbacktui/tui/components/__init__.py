"""Widgets and dialogs that know nothing of auditions."""
