"""A concept and a person or company, with what the articles say of each. Texts are looked up by ref in the plan.
Their names are the same in every script, and each has its part of an address."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from digest.zh.folding import fold

if TYPE_CHECKING:
    from digest.zh.script import Script

# Longer ones wrap in listings; whole syllables up to here name a thing well enough.
LONGEST = 60


@lru_cache(maxsize=65536)
def key(name: str) -> str:
    """What two spellings of a name have in common: script, width, case and spaces count for nothing."""
    return fold(" ".join(name.split()))


class Slugs(dict[str, str]):
    """The slug of each name that was asked for."""

    def __missing__(self, name: str) -> str:
        self[name] = found = _slug(name)
        return found


SLUGS = Slugs()
"""What every build makes anew from the same names: who keeps it may put it back before the next."""


def slug(name: str) -> str:
    """The pinyin of a name, syllables joined by -; equal for its Simplified and its Traditional spelling."""
    return SLUGS[name]


def _slug(name: str) -> str:
    # It reads its dictionary when it is imported, half a second: not for a command that needs no address.
    from pypinyin import lazy_pinyin

    plain = unicodedata.normalize("NFKC", name)
    simplified = script_of_names().convert(plain.replace("-{", "- {"), "zh-Hant", "zh-Hans")
    made = ""
    for syllable in (re.sub("[^a-z0-9]+", "-", part.lower()).strip("-") for part in lazy_pinyin(simplified)):
        longer = "-".join(filter(None, (made, syllable)))
        if len(longer) > LONGEST:
            break
        made = longer
    return made or "x"


def slugs(names: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The slug of every name, by key, from (key, spelling). Where several have the same, all but the first get a
    number: give the oldest first, so that an address stays when others are added."""
    made: dict[str, str] = {}
    taken: set[str] = set()
    count: dict[str, int] = {}
    for each, spelling in names:
        if each in made:
            continue
        base = slug(spelling)
        found = base
        while found in taken:
            count[base] = count.get(base, 1) + 1
            found = f"{base}-{count[base]}"
        taken.add(found)
        made[each] = found
    return made


@cache
def script_of_names() -> Script:
    """The conversion of names that stand alone."""
    # Imported here: a command that converts no name does not wait for the conversion.
    from digest.zh.script import Script

    return Script()


FOR = ("支持", "有条件支持")
AGAINST = ("反对", "怀疑")
STANCES = (*FOR, *AGAINST, "中立")
"""Every stance, in Simplified: an article in Traditional writes the same in its own characters."""


@dataclass(frozen=True)
class ConceptSubject:
    """``name`` as article ``source`` writes it; ``articles`` have it among their tags.

    ``definitions`` and ``claims`` are refs (slug#d1, slug#c1), ``stances`` those claims' that take one, in Simplified.
    """

    key: str
    name: str
    source: str
    path: str = ""
    articles: tuple[str, ...] = ()
    definitions: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    stances: dict[str, str] = field(default_factory=dict)

    @property
    def sources(self) -> set[str]:
        """The slugs of all articles that speak of it."""
        return {*self.articles, *(ref.partition("#")[0] for ref in (*self.definitions, *self.claims))}


@dataclass(frozen=True)
class Person:
    """Somebody who writes or speaks in the articles, or a company (``company``).

    ``authored`` and ``mentioned`` are slugs, ``claims`` and ``definitions`` the refs of what they say.
    """

    key: str
    name: str
    source: str
    company: bool = False
    path: str = ""
    authored: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    definitions: tuple[str, ...] = ()
    mentioned: tuple[str, ...] = ()

    @property
    def appears_in(self) -> tuple[str, ...]:
        """The slugs of the articles by others that mention them."""
        return tuple(slug for slug in self.mentioned if slug not in self.authored)

    @property
    def sources(self) -> set[str]:
        """The slugs of all articles that they write, speak or appear in."""
        return {*self.authored, *self.mentioned, *(ref.partition("#")[0] for ref in (*self.claims, *self.definitions))}
