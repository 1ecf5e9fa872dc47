"""`python -m callbacktui`."""

from callbacktui.cli import main

if __name__ == "__main__":
    main()
