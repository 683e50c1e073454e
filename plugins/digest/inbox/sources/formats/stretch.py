"""A stretch of a file that is read forward: what was read too far is put back, so that a stream need not go back."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import IO

# So much is looked through at once.
_BLOCK = 1 << 16
_BEFORE = 4
_LINE = 4096


class Stretch:
    """The bytes of ``stream`` from ``at`` on, up to ``end`` (none: as far as there are any); ``at`` moves along.

    ``base`` is where byte 0 stands: the beginning of a file that lies, as it is, in another.
    """

    def __init__(self, stream: IO[bytes], at: int = 0, end: int | None = None, base: int = 0) -> None:
        self._stream, self._base, self._end = stream, base, end
        self._kept = b""
        self.at = at
        if base + at:
            stream.seek(base + at)

    def read(self, size: int = -1) -> bytes:
        """The next ``size`` bytes, or what there is of them."""
        most = None if self._end is None else max(0, self._end - self.at)
        wanted = most if size < 0 else size if most is None else min(size, most)
        if wanted is None:
            data, self._kept = self._kept + self._stream.read(), b""
        elif len(self._kept) >= wanted:
            data, self._kept = self._kept[:wanted], self._kept[wanted:]
        else:
            data, self._kept = self._kept + self._stream.read(wanted - len(self._kept)), b""
        self.at += len(data)
        return data

    def readline(self, size: int) -> bytes:
        """The next line, or ``size`` bytes of it."""
        found = b""
        while len(found) < size and (data := self.read(min(_LINE, size - len(found)))):
            found += data
            end = found.find(b"\n") + 1
            if end:
                self.back(found[end:])
                return found[:end]
        return found

    def back(self, data: bytes) -> None:
        """Put back what was read last."""
        self._kept = data + self._kept
        self.at -= len(data)

    def seek(self, at: int) -> None:
        """Go to ``at``. Raises OSError where the stream cannot."""
        self._stream.seek(self._base + at)
        self._kept, self.at = b"", at

    def head(self, size: int) -> bytes:
        """The next ``size`` bytes, which are read again afterwards."""
        data = self.read(size)
        while len(data) < size and (more := self.read(size - len(data))):
            data += more
        self.back(data)
        return data

    def find(self, mark: re.Pattern[bytes], until: int, sure: Callable[[bytes], bool], ahead: int) -> bool:
        """Go to the next place before ``until`` where the group of ``mark`` begins and the ``ahead`` bytes from there
        on are what they should be (``sure``). Whether there is one; if not, ``at`` is anywhere. Raises OSError."""
        least = self.at
        # What must stand before a place may stand before the stretch.
        self.seek(max(0, least - _BEFORE))
        while self.at < until:
            block = self.head(_BLOCK + ahead)
            for found in mark.finditer(block):
                start = found.start(1)
                if start > _BLOCK or self.at + start >= until:
                    break
                if self.at + start >= least and sure(block[start : start + ahead]):
                    self.read(start)
                    return True
            if len(block) <= _BLOCK:
                return False
            # A mark that lies across the border begins in what is looked at next.
            self.read(_BLOCK - ahead)
        return False
