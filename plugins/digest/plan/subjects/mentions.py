"""Which concepts a claim speaks about, by its words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from digest.plan.concepts import Concept
from digest.plan.subjects.names import key
from digest.zh.phrases import Dictionary, Matcher
from digest.zh.script import fold

# One character (云, 桥) stands in too many other words to say what a claim is about.
_SHORTEST = 2


class Mentions:
    """Finds concepts by the curators' patterns, where they gave any for a name, else by the name itself.

    Of names that lie in one another the longest counts: a claim about 产业互联网 is not one about 互联网.
    """

    def __init__(self, names: Iterable[str], curated: Sequence[Concept]) -> None:
        wanted = set(map(key, names))
        self._curated = {key(each.name): each for each in curated if key(each.name) in wanted}
        self._plain = frozenset(each for each in wanted if each not in self._curated and len(each) >= _SHORTEST)
        # Names with patterns are looked for too: a shorter name inside one of them is not meant.
        self._matcher = Matcher([Dictionary({each: each for each in sorted({*self._plain, *self._curated})})])

    def of(self, text: str) -> list[str]:
        """The keys of the concepts that ``text`` speaks about, each once, in a fixed order."""
        folded = fold(text)
        found = [part for part, named in self._matcher.segments(folded) if named and part in self._plain]
        found += [each for each, concept in self._curated.items() if concept.shown(folded)]
        return list(dict.fromkeys(found))
