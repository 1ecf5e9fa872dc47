"""The clipboard of the desktop, if there is one."""


def read_clipboard() -> str:
    """Return the text on the clipboard.

    Raises:
        OSError: if there is no clipboard, as on a computer reached over SSH.
    """
    import pyperclip

    try:
        return str(pyperclip.paste())
    except pyperclip.PyperclipException as error:
        raise OSError(str(error)) from error


def write_clipboard(text: str) -> bool:
    """Put a text on the clipboard; return false if there is none."""
    import pyperclip

    try:
        pyperclip.copy(text)
    except pyperclip.PyperclipException:
        return False
    return True
