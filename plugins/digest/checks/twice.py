"""The same twice: a text in one article and as two articles, a name, a raw page."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence, Sized
from itertools import chain

from digest.checks.source import Source
from digest.files.findings import Finding
from digest.text.visible_text import visible_text
from digest.zh.folding import fold

# As long as a sentence: refrains, headings and captions are shorter.
PARAGRAPH = 30
# A run of Chinese characters without punctuation that hardly anybody writes twice by chance.
_RUN = re.compile("[\u3400-\u9fff]{10,}")
# Half of the shorter one's runs: two articles have no such part in common unless the one is made from the other (pieces
# of eight characters, which are shared more easily, are at most .045 between 34 articles: see ``proposals.copies``).
# Fewer runs are a quotation that both have.
SHARE, LEAST = 0.5, 4


def paragraphs(source: Source) -> list[Finding]:
    """A finding for every longer paragraph of an article that stands in it before."""
    first: dict[str, int] = {}
    found = []
    for block in source.blocks:
        text = "".join(visible_text(block.source).split())
        if len(text) < PARAGRAPH or block.heading or source.is_code(block.start):
            continue
        line = source.line_at(block.start)
        if first.setdefault(text, line) != line:
            found.append(
                Finding(
                    source.file,
                    line,
                    "paragraph-doubled",
                    f"the paragraph stands in line {first[text]} already: {text[:20]}…",
                    "each paragraph once; where it is a refrain, say so at its end",
                    "……。<!--ok paragraph-doubled-->",
                )
            )
    return found


def articles(texts: Iterable[tuple[str, str, str]]) -> Iterator[Finding]:
    """A finding for every article (file, text, address of its source) that another is as well, in either script."""
    runs: dict[str, dict[str, None]] = {}
    holders: dict[str, list[str]] = defaultdict(list)
    addresses: dict[str, str] = {}
    for file, text, address in sorted(texts):
        # In the order of the text, so that of several that share as much always the same one is named.
        runs[file] = dict.fromkeys(fold("\n".join(_RUN.findall(text))).split())
        met = [holders[run] for run in runs[file] if run in holders]
        # Hardly any article has so much of others that it takes counting.
        shared = Counter(chain.from_iterable(met)) if len(met) >= LEAST else Counter[str]()
        other = next((each for each, count in shared.most_common(1) if _is_same(count, runs[file], runs[each])), "")
        first = addresses.setdefault(address, file) if address else file
        if other:
            yield _finding(file, f"{other} has the same text")
        elif first != file:
            yield _finding(file, f"{first} is of the same source_url")
        for run in runs[file]:
            # What many share is a phrase of the outlet's.
            if len(holders[run]) < 20:
                holders[run].append(file)


def _is_same(count: int, one: Sized, other: Sized) -> bool:
    return count >= LEAST and count >= SHARE * min(len(one), len(other))


def _finding(file: str, came: str) -> Finding:
    return Finding(file, 1, "text-doubled", came, "each article once", "keep one of the two files")


def doubled(names: Sequence[str], raws: Iterable[tuple[str, str]]) -> list[Finding]:
    """Files whose names differ in case only, and articles (file, raw page) that name one raw page."""
    found: list[Finding] = []
    first: dict[str, str] = {}
    for name in sorted(names):
        other = first.setdefault(name.lower(), name)
        if other != name:
            found.append(
                Finding(
                    name,
                    1,
                    "slug-doubled",
                    f"{other} differs in the case of its letters only",
                    "names that differ on every computer",
                    "another name for one of them",
                )
            )
    pages: dict[str, str] = {}
    for file, raw in raws:
        other = pages.setdefault(raw, file)
        if other != file:
            found.append(
                Finding(
                    file,
                    1,
                    "raw-doubled",
                    f"{other} is of the raw page {raw} already",
                    "one article a raw page",
                    "raw: seeds/another-page.html",
                )
            )
    return found
