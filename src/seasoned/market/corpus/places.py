"""Where corpora lie: folders of this machine, or object storage named by an address like ``s3://``.

A whole file appears at once or not at all: here it is written beside and renamed, and object
stores show an object only when it is complete.
"""

from __future__ import annotations

import io
import os
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO

from seasoned.errors import InputError

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]+://", re.I)


def is_address(name: str) -> bool:
    """Whether a name is an address of object storage and no path of this machine."""
    return _ADDRESS.match(name) is not None


def ending_of(name: str) -> str:
    """Ending of a file's name in small letters, with its full stop; settings of an address left out.

    Examples
    --------
    >>> ending_of("s3://adverts/Jobs.CSV?region=eu-west-1")
    '.csv'
    """
    file = name.partition("?")[0] if is_address(name) else name
    return os.path.splitext(file)[1].lower()


def shown(name: str) -> str:
    """How a file is called where others may read it: an address without settings and credentials.

    Examples
    --------
    >>> shown("s3://key:secret@adverts/jobs.csv?region=eu-west-1")
    's3://adverts/jobs.csv'
    """
    return re.sub(r"://[^/]*@", "://", name.partition("?")[0]) if is_address(name) else name


def opened(name: str) -> BinaryIO:
    """The file, to be read from any place in it. Raises OSError where it is not there."""
    if not is_address(name):
        return open(name, "rb")
    system, path = _remote(name)
    return io.BufferedReader(_Far(system.open_input_file(path)), _AT_ONCE)


_AT_ONCE = 1 << 20
"""Bytes that are fetched at once: a call to an object store costs far more than the bytes."""


class _Far(io.RawIOBase):
    """A file of object storage as Python's own files are."""

    def __init__(self, file: Any) -> None:
        self._file = file

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        data = self._file.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)

    def seek(self, offset: int, whence: int = 0) -> int:
        self._file.seek(offset, whence)
        return self.tell()

    def tell(self) -> int:
        return int(self._file.tell())

    def close(self) -> None:
        self._file.close()
        super().close()


def size_and_time(name: str) -> tuple[int, int]:
    """Bytes of a file and when it last changed, in nanoseconds. Raises OSError."""
    if not is_address(name):
        found = os.stat(name)
        return found.st_size, found.st_mtime_ns
    system, path = _remote(name)
    info = system.get_file_info(path)
    if not info.is_file:
        raise FileNotFoundError(2, "No such file", name)
    return int(info.size), int(info.mtime_ns or 0)


def files_below(name: str) -> Iterator[str]:
    """Every file of a folder and of the folders in it, each folder in the order of its names.

    A file's own name comes back alone; what begins with a full stop is passed over.
    """
    if is_address(name):
        yield from _remote_files(name)
    elif os.path.isdir(name):
        yield from _local_files(name)
    else:
        yield name


def _local_files(folder: str) -> Iterator[str]:
    with os.scandir(folder) as entries:
        here = sorted(
            (entry.name, entry.is_dir()) for entry in entries if not entry.name.startswith(".")
        )
    for name, is_folder in here:
        path = os.path.join(folder, name)
        if is_folder:
            yield from _local_files(path)
        else:
            yield path


def _remote_files(name: str) -> Iterator[str]:
    from pyarrow.fs import FileSelector

    system, path = _remote(name)
    info = system.get_file_info(path)
    if info.is_file:
        yield name
        return
    scheme = name[: name.index("://") + 3]
    selector = FileSelector(path, recursive=True, allow_not_found=True)
    found = sorted(one.path for one in system.get_file_info(selector) if one.is_file)
    tail = "?" + name.split("?", 1)[1] if "?" in name else ""
    for one in found:
        if not any(part.startswith(".") for part in one.split("/")):
            yield scheme + one + tail


class Folder:
    """A folder in which whole files appear at once; made when the first one is written."""

    def __init__(self, name: str) -> None:
        self.name = name

    def path(self, file: str) -> str:
        """The name by which a file of the folder is opened."""
        base, _, tail = self.name.partition("?")
        joined = f"{base.rstrip('/')}/{file}" if is_address(self.name) else f"{base}/{file}"
        return f"{joined}?{tail}" if tail and is_address(self.name) else joined

    def names(self) -> set[str]:
        """Names of the files in it; none where it is not there yet."""
        if is_address(self.name):
            return {one.partition("?")[0].rsplit("/", 1)[-1] for one in _remote_files(self.name)}
        with suppress(FileNotFoundError):
            return {entry.name for entry in os.scandir(self.name)}
        return set()

    def read(self, file: str) -> bytes | None:
        """Contents of a file, or None where it is not there."""
        try:
            with opened(self.path(file)) as stream:
                return stream.read()
        except FileNotFoundError:
            return None

    def write(self, file: str, data: bytes) -> None:
        """Put a whole file there, in place of an earlier one. Raises OSError."""
        if is_address(self.name):
            system, path = _remote(self.path(file))
            system.create_dir(path.rsplit("/", 1)[0], recursive=True)
            with system.open_output_stream(path) as out:
                out.write(data)
            return
        Path(self.name).mkdir(parents=True, exist_ok=True)
        write_whole(Path(self.path(file)), data)

    def remove(self, file: str) -> None:
        """Take a file away; one that is not there is no matter."""
        if is_address(self.name):
            system, path = _remote(self.path(file))
            with suppress(FileNotFoundError):
                system.delete_file(path)
            return
        Path(self.path(file)).unlink(missing_ok=True)


def write_whole(path: Path, data: bytes) -> None:
    """Write beside, make sure that it is on the disk, and rename: whole or not at all."""
    beside = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        with open(beside, "wb") as out:
            out.write(data)
            out.flush()
            os.fsync(out.fileno())
        os.replace(beside, path)
    finally:
        beside.unlink(missing_ok=True)


def _remote(name: str) -> tuple[Any, str]:
    """The file system of an address and the path in it, by pyarrow or else by fsspec."""
    try:
        import pyarrow as pa
        from pyarrow import fs
    except ImportError:
        raise InputError(
            f"{name} is an address of object storage, which takes the extra 'scale'; "
            "install it with: pip install 'seasoned[scale]'."
        ) from None
    try:
        system, path = fs.FileSystem.from_uri(name)
    except (pa.ArrowInvalid, pa.ArrowNotImplementedError):
        system, path = _by_fsspec(name, fs)
    return system, path


def _by_fsspec(name: str, fs: Any) -> tuple[Any, str]:
    try:
        from fsspec.core import url_to_fs

        system, path = url_to_fs(name)
    except (ImportError, ValueError) as error:
        raise InputError(
            f"{name} cannot be reached: {error}. Use s3://, gs://, file:// or a protocol that "
            "fsspec is installed for."
        ) from None
    return fs.PyFileSystem(fs.FSSpecHandler(system)), path
