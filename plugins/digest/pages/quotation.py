"""A sentence as it is shown away from its article: in its paragraph, against another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from digest.plan.relations import Relation
from digest.text.visible_text import blocks, visible

# A paragraph of more is cut to the sentences around: two of them face to face still fit one screen.
_CONTEXT = 220
# A sentence or a part of one, with the closing marks behind it.
_END = re.compile(r"[。！？!?；]+[”’」』）)》】\"]*")


@dataclass(frozen=True)
class Context:
    """The ``sentence`` of a claim with what stands ``before`` and ``after`` it in its paragraph."""

    before: str
    sentence: str
    after: str


# The disputes that have pages have two each, asked for ahead of the pages and by each variant.
@lru_cache(maxsize=2048)
def context(markdown: str, name: str) -> Context | None:
    """The sentence that has the mark ``name`` (c1), of an article's Markdown with the marked sentences wrapped."""
    opening = re.compile(rf'<span id="{name}"></span>|<span [^>]*\sid="{name}">')
    for block in blocks(markdown):
        match = opening.search(block.source)
        if match:
            return _parted(block.source, match.start(), name)
    return None


def _parted(source: str, start: int, name: str) -> Context:
    """A sentence lasts from its first span to the mark behind its last."""
    mark = re.compile(rf'<a class="dg-mark" href="#claim-{name}"').search(source, start)
    end = mark.start() if mark else len(source)
    before, sentence, after = (visible(part).text for part in (source[:start], source[start:end], source[end:]))
    return Context(_end_of(before.strip()), sentence.strip(), _start_of(after.strip()))


def _end_of(text: str) -> str:
    if len(text) <= _CONTEXT:
        return text
    furthest = len(text) - _CONTEXT
    return "…" + text[min((end for end in _ends(text) if furthest <= end < len(text)), default=furthest) :]


def _start_of(text: str) -> str:
    if len(text) <= _CONTEXT:
        return text
    return text[: max((end for end in _ends(text) if end <= _CONTEXT), default=_CONTEXT)] + "…"


def _ends(text: str) -> Iterator[int]:
    return (match.end() for match in _END.finditer(text))


def dispute_path(relation: Relation) -> str:
    """The path of a dispute's page under a tree: the same whichever of its claims the curators name first."""
    one, other = sorted((relation.a, relation.b))
    return "disputes/" + "/".join(ref.replace("#", "-") for ref in (one, other))


# A page for each of a hundred thousand relations would be most of a site. Those that come later in the curators' file
# are shown in the list of all and at their two claims; whoever adds one at its end takes no page from another.
DISPUTE_PAGES = 1000


def dispute_pages(relations: Iterable[Relation], most: int = DISPUTE_PAGES) -> dict[str, Relation]:
    """The disputes that have a page of their own, by its path: the first ``most`` in the order of ``relations``."""
    found = (each for each in relations if each.kind == "disputes")
    return {dispute_path(each): each for each in islice(found, most)}
