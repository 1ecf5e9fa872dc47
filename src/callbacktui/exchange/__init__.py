"""Values on their way to and from other people's formats."""
