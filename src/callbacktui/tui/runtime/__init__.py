"""The program around the screens: keys, terminal, shutdown, crashes."""
