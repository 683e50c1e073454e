"""What is measured of every system, and how: a child process for memory, a counting server for bytes."""

from __future__ import annotations

import functools
import gzip
import re
import statistics
import subprocess
import sys
import threading
import time
import venv
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright
from queries import Score

sys.path.append(str(Path(__file__).parent.parent.parent / "tests" / "browser"))
import chromium

# What hosts compress on the way; other files are sent as they are.
_COMPRESSED = (".html", ".css", ".js", ".json", ".svg", ".xml")


@dataclass(frozen=True)
class Measured:
    """Sizes in bytes, times in seconds. ``first`` are bytes and requests of first queries, each in a fresh browser;
    ``whole`` the same of a host that sends no parts of files, where that was measured."""

    judged: dict[str, Score]
    scanned: Score
    index_bytes: int
    index_files: int
    first: tuple[tuple[int, int], ...]
    seconds: float
    peak: int
    note: str = ""
    whole: tuple[tuple[int, int], ...] = ()

    def median(self, which: int) -> float:
        """The median of ``first``: 0 bytes, 1 requests."""
        return statistics.median(each[which] for each in self.first)

    def worst(self, which: int) -> int:
        """The worst of ``first``."""
        return max(each[which] for each in self.first)


def run(command: list[str], cwd: Path) -> tuple[float, int]:
    """Run ``command`` to its end: seconds and its peak memory in bytes; ``RuntimeError`` with what it said."""
    watcher = (
        "import resource, subprocess, sys; done = subprocess.run(sys.argv[1:], stdout=sys.stderr);"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss); sys.exit(done.returncode)"
    )
    begun = time.perf_counter()
    done = subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-c", watcher, *command], cwd=cwd, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise RuntimeError(f"{' '.join(command)}: {done.stderr[-1500:]}")
    # Linux counts in kilobytes, macOS in bytes.
    return time.perf_counter() - begun, int(done.stdout) * (1 if sys.platform == "darwin" else 1024)


def environment(folder: Path, packages: list[str]) -> Path:
    """A virtual environment with ``packages``, made once; its Python."""
    python = folder / "bin" / "python"
    ready = folder / f".{'-'.join(packages).replace('/', '')}"
    if not ready.exists():
        venv.create(folder, with_pip=True, clear=True)
        run([str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *packages], folder)
        ready.touch()
    return python


class Counter:
    """What a server has sent since it was last asked."""

    def __init__(self) -> None:
        self._sent, self._requests, self._lock = 0, 0, threading.Lock()

    def add(self, sent: int) -> None:
        """One answer of ``sent`` bytes."""
        with self._lock:
            self._sent, self._requests = self._sent + sent, self._requests + 1

    def taken(self) -> tuple[int, int]:
        """Bytes and requests since the last call."""
        with self._lock:
            taken = (self._sent, self._requests)
            self._sent = self._requests = 0
            return taken


class _Handler(SimpleHTTPRequestHandler):
    def __init__(self, *arguments: Any, counter: Counter, sends_parts: bool, **options: Any) -> None:
        self._counter, self._sends_parts = counter, sends_parts
        super().__init__(*arguments, **options)

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        body = path.read_bytes()
        asked = re.fullmatch(r"bytes=(\d+)-(\d+)", self.headers.get("Range", ""))
        if asked and self._sends_parts:
            start, last = map(int, asked.groups())
            whole, body = len(body), body[start : last + 1]
            self.send_response(206)
            self.send_header("Content-Range", f"bytes {start}-{start + len(body) - 1}/{whole}")
        else:
            self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        if path.suffix in _COMPRESSED:
            body = gzip.compress(body, 6)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self._counter.add(len(body))
        with suppress(ConnectionError):  # a query that was taken back
            self.wfile.write(body)

    def log_message(self, format: str, *arguments: object) -> None:
        pass


@contextmanager
def served(folder: Path, sends_parts: bool = True) -> Iterator[tuple[str, Counter]]:
    """``folder`` served by a host that compresses texts: its address, the count of what it sends."""
    counter = Counter()
    handler = functools.partial(_Handler, directory=str(folder), counter=counter, sends_parts=sends_parts)
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/", counter
    finally:
        server.shutdown()


@contextmanager
def browser() -> Iterator[Browser]:
    """Chromium, as the tests use it."""
    path = chromium.find()
    if not path:
        raise RuntimeError("no Chromium or Chrome found: run python tests/browser/chromium.py")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(
            executable_path=path, args=["--no-sandbox", "--disable-background-networking"]
        )
        try:
            yield running
        finally:
            running.close()


def size_of(folder: Path) -> tuple[int, int]:
    """Bytes and number of the files under ``folder``."""
    sizes = [path.stat().st_size for path in folder.rglob("*") if path.is_file()]
    return sum(sizes), len(sizes)
