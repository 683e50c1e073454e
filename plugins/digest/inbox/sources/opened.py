"""A file at an address that fsspec knows, opened on whatever machine asks for it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import IO, Any

import fsspec

from digest.inbox.sources.robots import AGENT

WEB = ("http://", "https://")
# What is asked for at once of a file that lies elsewhere.
BLOCK = 1 << 20


@dataclass(frozen=True)
class FilePlace:
    """``url`` is what any machine opens it by, ``shown`` how the curator named it; a server may be silent for so many
    ``seconds``. ``state`` is another text where the file is another."""

    url: str
    shown: str
    size: int = 0
    state: str = ""
    seconds: float = field(default=0.0, repr=False)

    @property
    def is_local(self) -> bool:
        """Whether it lies on a disk: other machines may not have it."""
        return "://" not in self.url

    @contextmanager
    def open(self) -> Iterator[IO[bytes]]:
        """The file, to be read. Raises Elsewhere where this machine does not have it as it was; OSError and whatever
        faults its file system has."""
        system, path = file_system(self.url, self.seconds)
        try:
            stream = system.open(path, "rb", block_size=BLOCK)
        except FileNotFoundError as fault:
            raise Elsewhere(said(fault)) from fault
        with stream:
            if (size := _size(stream)) is not None and size != self.size:
                raise Elsewhere(f"{size} bytes where {self.size} were")
            yield stream


class Elsewhere(Exception):
    """A file is not here as it was where its source was looked at."""


def file_system(url: str, seconds: float) -> tuple[Any, str]:
    """The file system of an address, and the path in it. Raises whatever faults it has."""
    system, path = fsspec.url_to_fs(url, **(_patient(seconds) if url.startswith(WEB) else {}))
    return system, str(path)


def _patient(seconds: float) -> dict[str, Any]:
    """How a server of archives is asked: one that says nothing for so long is given up."""
    import aiohttp

    waits = aiohttp.ClientTimeout(total=None, sock_connect=seconds, sock_read=seconds)
    return {"client_kwargs": {"timeout": waits, "headers": {"User-Agent": AGENT}}}


def gives_parts(stream: IO[bytes]) -> bool:
    """Whether a file can be read from any byte: some servers only send the whole."""
    try:
        stream.seek(-1, os.SEEK_END)
        stream.read(1)
        stream.seek(0)
    except (OSError, ValueError):
        return False
    return True


def _size(stream: Any) -> int | None:
    """The size of an open file; nothing where its server does not say."""
    if not stream.seekable():
        return None
    size = getattr(stream, "size", None)
    if size is None:
        here = stream.tell()
        size = stream.seek(0, os.SEEK_END)
        stream.seek(here)
    return int(size)


def said(fault: Exception) -> str:
    """A fault of a file system, for a person."""
    # A server that cannot be asked is told of as one that has no such file.
    inner = fault.__cause__ if isinstance(fault, FileNotFoundError) and fault.__cause__ else fault
    if isinstance(inner, TimeoutError):
        return "the server does not answer"
    if isinstance(fault, FileNotFoundError):
        return "nothing is there" if inner is fault else f"nothing is there ({inner})"
    return getattr(fault, "strerror", None) or str(fault) or type(fault).__name__
