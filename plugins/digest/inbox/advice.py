"""What a contributor is told of an article that was just added: what is there, what is missing, what to do next."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from digest.articles.reading import read_article
from digest.checks.folder import Folder
from digest.checks.run import Checker
from digest.checks.telling.chinese import as_told
from digest.checks.telling.reporting import told
from digest.files.findings import Finding
from digest.inbox import conversion
from digest.inbox.adding import Added
from digest.plan.concepts import Concept, concepts_of
from digest.proposals.first_look import LikelyClaim
from digest.zh.folding import fold

_TAGS = re.compile(r"^tags:[ \t]*\[(.*)\][ \t]*$", re.MULTILINE)
# An article is about what it names again and again; ten is what its head can hold at a glance.
LEAST_TIMES, MOST_TAGS = 3, 10
_HINTS = {
    "author": "author: [名字]",
    "date": "date: 2021-09-30",
    "site": "site: 首发的媒体",
    "source_url": "source_url: https://…",
    "rights": "rights: 版权声明，照原样抄",
}


def tags_of(heads: Iterable[str]) -> Counter[str]:
    """The tags that the digest's articles have, and how many have each."""
    listed = (match[1] for text in heads for match in [_TAGS.search(text)] if match)
    return Counter(tag for each in listed for tag in (part.strip().strip("'\"") for part in each.split(",")) if tag)


def subjects_in(text: str, concepts: Sequence[Concept], tags: Counter[str]) -> list[str]:
    """The digest's concepts and tags that the text is about, the most frequent first."""
    folded = fold(text)
    counted = Counter(concepts_of(text, concepts))
    for tag in tags:
        counted[tag] = max(counted[tag], folded.count(fold(tag)))
    return [name for name, times in counted.most_common(MOST_TAGS) if times >= LEAST_TIMES]


def found_in(folder: Folder, file: Path) -> list[Finding]:
    """What is wrong with the new article by itself: no other article knows it yet."""
    name = file.relative_to(folder.docs).as_posix()
    read = folder.source(name)
    if read is None:
        return []
    _, found = read_article(read[0].file, file.stem, read[0].text)
    return sorted({*found, *Checker(folder).check([name])})


def lines(
    added: Added, subjects: Sequence[str], likely: Sequence[LikelyClaim], found: Sequence[Finding], root: Path
) -> list[str]:
    """What to say, a line each, in the language that people are spoken to in."""
    data, page = added.page.metadata, added.page
    parts = len(conversion.left_out(page))
    file, seed, folder = (_shown(path, root) for path in (added.file, added.seed, added.file.parent))
    doubtful = _doubtful(added)
    missing = [hint for key, hint in _HINTS.items() if f"\n{key}:" not in _head(added.file)]
    said = [
        f"added: {data.title}",
        f"  {seed}: the raw page, byte for byte as it came",
        f"  {file}: the article, {sum(len(block.text) for block in page.kept)} characters in {data.lang}",
        "look at next:",
        f"  1. {file}: is the text whole? {_missing(parts)}"
        + (", among them what runs like text:" if doubtful else "."),
        *(f"       {as_told(reason)}: {text}" for reason, text in doubtful[:5]),
        f"  2. its head: {'add what you know of ' + '; '.join(missing) if missing else 'nothing is missing.'}",
        f"  3. tags, if it is about these: tags: [{', '.join(subjects)}]"
        if subjects
        else "  3. tags: none of the digest's concepts stands in it often; give it some: tags: [概念]",
        "  4. claims: an entry under claims, and its mark after the sentence: ……。<!--c1-->"
        + (" These look like some:" if likely else ""),
        *(f"       {each.sentence}" + (f" (may meet {each.ref}: {each.text})" if each.ref else "") for each in likely),
        "  5. digest check finds " + ("in it:" if found else "nothing wrong with it."),
        *(f"       {told(finding)}" for finding in found),
        f"  6. make serve shows it; commit {seed}, {file} and what is new in {folder}/{conversion.RECORDS}/",
    ]
    return list(map(as_told, said))


def _missing(parts: int) -> str:
    return f"{parts} parts of the page were left out" if parts else "Of the part with the text nothing was left out"


def _doubtful(added: Added) -> list[tuple[str, str]]:
    """The parts left out that run like text, shortened."""
    return [(reason, text if len(text) <= 60 else text[:59] + "…") for reason, text in conversion.doubtful(added.page)]


def _head(file: Path) -> str:
    return file.read_text(encoding="utf-8").partition("\n---\n")[0]


def _shown(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else str(path)
