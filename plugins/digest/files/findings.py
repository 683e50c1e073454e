"""What is wrong in a contributor's file, said so that it can be put right without asking anybody."""

from __future__ import annotations

import heapq
import re
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Finding:
    """One fault.

    ``file`` is the path as shown to the reader, ``line`` counts from 1, ``code`` names the kind of fault,
    ``message`` says what came, ``allowed`` what may stand there, ``example`` one right way to write it.
    """

    file: str
    line: int
    code: str
    message: str
    allowed: str = ""
    example: str = ""

    def what_came(self) -> str:
        """Where it is and what came, without what is allowed."""
        return f"{self.file}:{self.line}: {self.code}: {self.message}"

    def __str__(self) -> str:
        text = self.what_came()
        if self.allowed:
            text += f"; allowed: {self.allowed}"
        if self.example:
            text += f"; example: {self.example}"
        return text


def nearest(word: str, candidates: Iterable[str], limit: int = 3) -> str:
    """The ``limit`` candidates most like ``word``, best first, joined for a message."""
    # Imported here: where nothing is wrong nobody is told what was meant.
    import difflib

    listed = list(candidates)
    # Signs that look alike were most likely meant: h0l for h01.
    alike = [each for each in listed if _as_seen(each) == _as_seen(word) and each != word]
    # 0.3 lets a wrong number in a long slug through and still keeps unrelated slugs out.
    close = difflib.get_close_matches(word, _likeliest(word, listed), n=limit, cutoff=0.3)
    return ", ".join(list(dict.fromkeys([*alike, *close]))[:limit])


_LOOK_ALIKE = str.maketrans("oOlI|", "00111")


def _as_seen(word: str) -> str:
    """``word`` as one sees it who takes l for 1 and O for 0."""
    return word.translate(_LOOK_ALIKE).replace("rn", "m").replace("vv", "w").casefold()


# Comparing with so many takes some ten milliseconds; a digest of 10,000 articles has 100,000 claims.
_COMPARED = 200


def _likeliest(word: str, candidates: list[str]) -> list[str]:
    """Of many candidates those that share most pairs of characters with ``word``."""
    if len(candidates) <= _COMPARED:
        return candidates
    pairs = {word[place : place + 2] for place in range(len(word) - 1)} or {word}
    return heapq.nlargest(_COMPARED, candidates, key=lambda other: sum(pair in other for pair in pairs))


_EXCUSED = re.compile(r"(?:<!--|#)\s*ok:?\s+(\w+(?:-\w+)*(?:[\s,]+\w+(?:-\w+)*)*)")


def excused(text: str) -> set[tuple[int, str]]:
    """The (line, code) pairs that a person has looked at and found right: ``<!--ok code-->`` in the text, ``# ok code``
    in the head. Lines count from 1."""
    if "ok" not in text:
        return set()
    return {
        (number, code)
        for number, line in enumerate(text.split("\n"), 1)
        for match in _EXCUSED.finditer(line)
        for code in re.split(r"[\s,]+", match[1])
    }
