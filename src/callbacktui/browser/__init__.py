"""Shows the program in a browser on the same machine; nothing here is imported otherwise."""
