"""What all screens share: the base screen, help, notices."""
