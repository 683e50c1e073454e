"""Articles that the digest has already, also in the other script, reposted or under another title."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from digest.zh.folding import fold_table

# Eight characters in a row without punctuation are hardly ever written twice by chance: between the 34 articles
# measured the share of pieces that two have in common is at most 0.045 (two by one writer on one subject).
LENGTH = 8
_PIECES = re.compile(f"[\u3400-\u9fff]{{{LENGTH}}}")
_RUNS = re.compile(f"[\u3400-\u9fff]{{{LENGTH},}}")
_HEAD = re.compile(r"\A\ufeff?---[ \t]*\r?\n(.*?)^---[ \t]*$", re.DOTALL | re.MULTILINE)
_TITLE = re.compile(r"^title:[ \t]*(\S.*)$", re.MULTILINE)
_ADDRESS = re.compile(r"^\s*(?:source_url|url):[ \t]*['\"]?(\S+?)['\"]?[ \t]*$", re.MULTILINE)
# The same articles in the other script with Taiwan's vocabulary and every other clause reworded still share 0.37 of
# their pieces at least; with a third of the sentences cut 0.58.
SAME = 0.3
# Fewer pieces are a quotation that two articles share.
LEAST_PIECES = 5


@dataclass(frozen=True)
class Copy:
    """An article that is like a new one: ``file`` as given, ``share`` of the shorter text's pieces in the longer."""

    file: str
    share: float
    same_title: bool
    same_address: bool

    @property
    def is_same(self) -> bool:
        """Whether it is the same article."""
        return self.share >= SAME or self.same_address


def copies(text: str, title: str, address: str, articles: Iterable[tuple[str, str]]) -> list[Copy]:
    """The articles (file, Markdown with its head) that have the new ``text``, the most alike first.

    Texts are compared in one script and one width, by pieces of eight characters.
    """
    windows, pieces = _windows(text), _pieces(text)
    wanted = _plain(title)
    found = []
    for file, markdown in articles:
        head = _HEAD.match(markdown)
        body = markdown[head.end() :] if head else markdown
        share = _share(pieces, windows, body)
        titled = _TITLE.search(head[1]) if head else None
        same_title = bool(wanted) and titled is not None and _plain(titled[1]) == wanted
        same_address = bool(address) and head is not None and address in _ADDRESS.findall(head[1])
        if share or same_title or same_address:
            found.append(Copy(file, share, same_title, same_address))
    return sorted(found, key=lambda copy: (-copy.share, copy.file))


def _share(pieces: list[str], windows: frozenset[str], body: str) -> float:
    """The share of the shorter text's pieces that stand in the longer; 0 where they are few."""
    theirs = _pieces(body)
    met = sum(piece in windows for piece in theirs)
    if met < LEAST_PIECES:
        return 0.0
    if len(theirs) <= len(pieces):
        return met / len(theirs)
    other = _windows(body)
    return sum(piece in other for piece in pieces) / len(pieces)


def _pieces(text: str) -> list[str]:
    """Every run of Chinese characters cut into pieces of LENGTH, folded."""
    return _folded("\n".join(_PIECES.findall(text))).split("\n")


def _windows(text: str) -> frozenset[str]:
    """Every LENGTH characters of every run, folded: pieces of a text that is cut otherwise are among them."""
    runs = _folded("\n".join(_RUNS.findall(text))).split("\n")
    return frozenset(window for run in runs for window in _each(run))


def _each(run: str) -> Iterator[str]:
    return (run[start : start + LENGTH] for start in range(len(run) - LENGTH + 1))


def _plain(title: str) -> str:
    return "".join(character for character in _folded(title) if character.isalnum())


def _folded(text: str) -> str:
    return text.translate(_table())


@cache
def _table() -> dict[int, str]:
    return {ord(character): other for character, other in fold_table().items()}
