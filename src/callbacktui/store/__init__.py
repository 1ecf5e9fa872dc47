"""The one room that knows how auditions are kept on disk."""
