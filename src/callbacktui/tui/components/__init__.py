"""Widgets and dialogs that do not depend on auditions."""
