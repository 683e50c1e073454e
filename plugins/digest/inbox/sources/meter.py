"""How far a run is: bytes read of the bytes that there are."""

from __future__ import annotations

from typing import IO, Any

# An address stands for so many bytes: a feed of some thirty entries.
ADDRESS = 200_000


class Meter:
    """``total`` bytes are to be read, ``done`` are; both are estimates, for a person to look at."""

    def __init__(self) -> None:
        self.total = self.done = 0

    def share(self, parts: int) -> float:
        """What is done, from 0 to 1; ``parts`` are the bytes that workers read."""
        return min(1.0, (self.done + parts) / self.total) if self.total else 0.0

    def stream(self, stream: IO[bytes]) -> IO[bytes]:
        """The same stream, counted as it is read."""
        return _Counted(stream, self)  # type: ignore[return-value]  # hands on all that a stream has

    def add(self, done: int) -> None:
        """So many more are done."""
        self.done += done


class _Counted:
    def __init__(self, stream: IO[bytes], meter: Meter) -> None:
        self._stream, self._meter = stream, meter

    def read(self, *size: int) -> bytes:
        data = self._stream.read(*size)
        self._meter.done += len(data)
        return data

    def readline(self, *size: int) -> bytes:
        line = self._stream.readline(*size)
        self._meter.done += len(line)
        return line

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)
