"""Files on disk: every system call that a save passes."""
