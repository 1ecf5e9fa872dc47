"""What all screens share: the base screen, background sync, help and notices."""
