"""What runs below the screens: the key queue, the terminal, shutdown and crash handling."""
