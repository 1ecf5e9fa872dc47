"""No socket is opened under test, here or in any program that a test starts.

Python runs this at its start if the folder is on its path. Sockets of the machine's own file
system are left alone: asyncio wakes its loop through a pair of them.
"""

import sys

_UNIX = 1
_FAMILIES = {_UNIX, -1}  # -1 is a socket that is there already, known by its descriptor
_ELSEWHERE = {"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"}


class SocketOpened(BaseException):
    """Past `except Exception`, as a library guards its tries."""


def _refuse(event: str, args: tuple[object, ...]) -> None:
    if event in _ELSEWHERE or (event == "socket.__new__" and args[1] not in _FAMILIES):
        raise SocketOpened(f"{event} {args[1:]}")


sys.addaudithook(_refuse)
