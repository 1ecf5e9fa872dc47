"""What the commands do, each a function over the desk; one module a kind of work."""
