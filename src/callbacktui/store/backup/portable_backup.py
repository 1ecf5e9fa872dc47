"""Portable backups: a backup in a single file anywhere, encrypted with a passphrase or plain.

An encrypted one is an ordinary age file, so `age --decrypt` opens it without this program.
"""

from importlib.util import find_spec
from pathlib import Path
from typing import Final

from callbacktui.store.base.errors import (
    CopyFailed,
    EncryptionUnavailable,
    StoreUnreadable,
    WrongPassphrase,
    display_path,
    reason_of,
)
from callbacktui.store.format.data_file_format import Tables, read_file
from callbacktui.store.io.disk import Disk

_TRIES: Final = 3
_SEALED: Final = b"age-encryption.org/"


def can_encrypt() -> bool:
    """True if the optional package for encryption is installed."""
    return find_spec("pyrage") is not None


def is_encrypted(path: Path, disk: Disk) -> bool:
    """True if a file is encrypted.

    Raises:
        StoreUnreadable: if it cannot be read.
    """
    return _read(path, disk).startswith(_SEALED)


def why_not_writable(path: Path) -> str:
    """Return why a new file cannot be created at `path`, and what to do; empty if it can."""
    folder = path.absolute().parent
    try:
        path.lstat()
    except FileNotFoundError:
        if folder.is_dir():
            return ""
        there = display_path(folder)
        return f"There is no folder {there}. Make it, or put its drive in, and try again."
    except (OSError, ValueError):  # too long, a NUL byte, or a file instead of a folder
        return f"There can be no file {display_path(path)}; choose a new name."
    return f"{display_path(path)} is there already, and stays as it is; choose a new name."


def write_portable(path: Path, data: bytes, disk: Disk, passphrase: str = "") -> None:
    """Write a backup to a new file with mode 0600, then read and decrypt it to verify it.

    Raises:
        EncryptionUnavailable: if the package for it is not installed.
        CopyFailed: if it could not be written or did not read back the same; the file is removed
            then, if possible.
    """
    content = encrypt_backup(data, passphrase)
    try:
        disk.replace_atomically(path, content)
        back, _ = disk.read_whole(path)
        if (_unseal(path, back, passphrase) if passphrase else back) != data:
            raise OSError("it did not read back as it was written")
    except (OSError, WrongPassphrase) as error:
        unlike = OSError("it did not read back as it was written")
        cause = error if isinstance(error, OSError) else unlike
        raise CopyFailed(path, cause, is_left=not _removed(path, disk)) from error


def encrypt_backup(data: bytes, passphrase: str) -> bytes:
    """Encrypt a backup; without a passphrase, return it as it is.

    Raises:
        EncryptionUnavailable: if the package for it is not installed.
    """
    return _seal(data, passphrase) if passphrase else data


def open_portable(path: Path, disk: Disk, passphrase: str = "") -> Tables:
    """Read a portable backup and return its lines by table and id.

    Raises:
        EncryptionUnavailable: if it is encrypted and the package for it is not installed.
        WrongPassphrase: if it does not open with the passphrase.
        StoreError: if it cannot be read; as `read_file`.
    """
    data = _read(path, disk)
    if data.startswith(_SEALED):
        data = _unseal(path, data, passphrase)
    return read_file(path, data)[1]


def _removed(path: Path, disk: Disk) -> bool:
    """Remove a failed file, trying a few times; return whether it is gone."""
    for _ in range(_TRIES):
        try:
            disk.unlink(path)
        except FileNotFoundError:
            return True
        except OSError:
            continue
        return True
    return not path.exists()


def _read(path: Path, disk: Disk) -> bytes:
    try:
        return disk.read_whole(path)[0]
    except OSError as error:
        raise StoreUnreadable(path, reason_of(error)) from error


def _seal(data: bytes, passphrase: str) -> bytes:
    if not can_encrypt():
        raise EncryptionUnavailable
    from pyrage import passphrase as seal

    sealed: bytes = seal.encrypt(data, passphrase)
    return sealed


def _unseal(path: Path, data: bytes, passphrase: str) -> bytes:
    if not can_encrypt():
        raise EncryptionUnavailable
    from pyrage import DecryptError
    from pyrage import passphrase as seal

    try:
        data = seal.decrypt(data, passphrase)
    except DecryptError as error:
        raise WrongPassphrase(path) from error
    return data
