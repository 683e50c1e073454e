"""A concept and a person or company, with what the articles say of each. Texts are looked up by ref in the plan."""

from __future__ import annotations

from dataclasses import dataclass, field

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
    def sources(self) -> set[str]:
        """The slugs of all articles that they write, speak or appear in."""
        return {*self.authored, *self.mentioned, *(ref.partition("#")[0] for ref in (*self.claims, *self.definitions))}
