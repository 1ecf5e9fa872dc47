"""Reading and writing files: the system calls, the lock, and the files of the state folder."""
