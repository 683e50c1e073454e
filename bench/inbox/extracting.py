"""Trafilatura over the pages of a WARC file: how many a second, in a process of its own."""

from __future__ import annotations

import json
import sys
import time
from importlib import import_module

from warcio.archiveiterator import ArchiveIterator


def main(path: str, most: int) -> None:
    """Print the number of pages and the seconds of processor time that they took."""
    extract = import_module("trafilatura").extract
    count, begun, seen = 0, time.process_time(), time.perf_counter()
    with open(path, "rb") as stream:
        for record in ArchiveIterator(stream):
            if record.rec_type == "response" and count < most:
                extract(record.content_stream().read(), output_format="markdown", with_metadata=True)
                count += 1
    print(json.dumps({"pages": count, "cpu": time.process_time() - begun, "wall": time.perf_counter() - seen}))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
