"""All concepts, people and companies of a digest, and which of them have a page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from digest.articles.article import Article
from digest.plan.concepts import Concept
from digest.plan.subjects.entries import STANCES, ConceptSubject, Person, key, slugs
from digest.zh.folding import fold
from digest.zh.phrases import Dictionary, Matcher

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


# A page for what a single article says would only say it again: two articles are the least that can meet. One that
# lists no more than two articles, or says one thing, is no page either; from three articles on it is a reading list.
ARTICLES_LEAST = 2
SAID_LEAST = 2
READING_LIST = 3

_AUTHOR = frozenset(map(key, ("作者", "笔者", "本文作者", "编者")))
"""Holders that are nobody's name: the author of the article is meant."""

_STANCE = {fold(stance): stance for stance in STANCES}


@dataclass
class _Found:
    """What has been collected of one name."""

    name: str
    source: str
    lists: dict[str, dict[str, None]] = field(default_factory=dict)
    stances: dict[str, str] = field(default_factory=dict)

    def add(self, kind: str, ref: str) -> None:
        self.lists.setdefault(kind, {}).setdefault(ref)

    def given(self) -> dict[str, Any]:
        return {kind: tuple(refs) for kind, refs in self.lists.items()}


class Subjects:
    """``articles`` in reading order; ``curated`` are the concepts that the curators gave patterns for."""

    def __init__(self, articles: Mapping[str, Article], curated: Sequence[Concept]) -> None:
        self._articles, self._curated = articles, curated

    @cached_property
    def concepts(self) -> Mapping[str, ConceptSubject]:
        """Those of tags, definitions and stances, by key; ``path`` is empty where there is no page."""
        found = self._collected(_concept_names)
        mentions = Mentions((each.name for each in found.values()), self._curated)
        for article in self._articles.values():
            for claim in article.claims:
                taken = {key(name): _STANCE.get(fold(stance), stance) for name, stance in claim.stance.items()}
                for each in dict.fromkeys([*taken, *mentions.of(claim.text)]):
                    found[each].add("claims", claim.ref)
                for each, stance in taken.items():
                    found[each].stances[claim.ref] = stance
        made = {
            each: ConceptSubject(each, one.name, one.source, stances=one.stances, **one.given())
            for each, one in found.items()
        }
        return self._with_paths(made, "concepts", _has_concept_page)

    @cached_property
    def people(self) -> Mapping[str, Person]:
        """Authors, holders, people and companies, by key; ``path`` is empty where there is no page."""
        found = self._collected(_person_names)
        companies = {key(name) for article in self._articles.values() for name in article.companies}
        people = {key(name) for article in self._articles.values() for name in (*article.people, *article.authors)}
        made = {
            each: Person(each, one.name, one.source, each in companies - people, **one.given())
            for each, one in found.items()
        }
        return self._with_paths(made, "people", _has_person_page)

    @cached_property
    def _paged_of(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, list[str]] = {}
        for concept in self.concepts.values():
            for ref in concept.claims if concept.path else ():
                found.setdefault(ref, []).append(concept.key)
        return {ref: tuple(keys) for ref, keys in found.items()}

    def concepts_of(self, ref: str) -> tuple[str, ...]:
        """The keys of the concepts with a page that a claim speaks about."""
        return self._paged_of.get(ref, ())

    @cached_property
    def most_spoken_of(self) -> list[str]:
        """The keys of the concepts with a page, those that most articles speak of first."""
        paged = [each for each in self.concepts.values() if each.path]
        return [each.key for each in sorted(paged, key=lambda each: (-len(each.sources), -len(each.claims), each.path))]

    @cached_property
    def most_speaking(self) -> list[str]:
        """The keys of the people with a page, who says most first, then those of the companies."""
        paged = [each for each in self.people.values() if each.path]
        return [
            each.key
            for each in sorted(
                paged,
                key=lambda each: (
                    each.company,
                    -len(each.claims),
                    -len(each.authored),
                    -len(each.mentioned),
                    each.path,
                ),
            )
        ]

    def concept_path(self, name: str) -> str:
        """The path of a concept's page, under whichever spelling; empty where it has none."""
        found = self.concepts.get(key(name))
        return found.path if found else ""

    def person_path(self, name: str) -> str:
        """The path of the page of a person or company; empty where they have none."""
        found = self.people.get(key(name))
        return found.path if found else ""

    def _collected(self, names: Callable[[Article], Iterable[tuple[str, str, str]]]) -> dict[str, _Found]:
        found: dict[str, _Found] = {}
        for slug, article in self._articles.items():
            for name, kind, ref in names(article):
                one = found.setdefault(key(name), _Found(name, slug))
                if kind:
                    one.add(kind, ref)
        return found

    def _with_paths(self, made: dict[str, Any], folder: str, has_page: Callable[[Any], bool]) -> dict[str, Any]:
        """``made`` with a path where there is a page; the oldest article's names are numbered first."""
        age = {slug: (not article.date, article.date, slug) for slug, article in self._articles.items()}
        paged = sorted(
            (each for each in made.values() if has_page(each)),
            key=lambda each: (min(age[slug] for slug in each.sources), each.key),
        )
        slug_of = slugs((each.key, each.name) for each in paged)
        return {
            name: replace(each, path=f"{folder}/{slug_of[name]}") if name in slug_of else each
            for name, each in made.items()
        }


def holders(holder: str, article: Article) -> tuple[str, ...]:
    """The names of those who say something: ``holder`` of a claim or definition, else the article's authors."""
    named = [name.strip() for name in holder.split("、")] if holder else []
    if not named:
        return article.authors
    return tuple(each for name in named for each in (article.authors if key(name) in _AUTHOR else (name,)) if each)


def _concept_names(article: Article) -> Iterable[tuple[str, str, str]]:
    yield from ((name, "articles", article.slug) for name in article.tags)
    yield from ((each.term, "definitions", each.ref) for each in article.definitions)
    yield from ((name, "", "") for claim in article.claims for name in claim.stance)


def _person_names(article: Article) -> Iterable[tuple[str, str, str]]:
    yield from ((name, "authored", article.slug) for name in article.authors)
    for kind, listed in (("claims", article.claims), ("definitions", article.definitions)):
        yield from ((name, kind, each.ref) for each in listed for name in holders(each.holder, article))
    yield from ((name, "mentioned", article.slug) for name in (*article.people, *article.companies))


def _has_concept_page(concept: ConceptSubject) -> bool:
    """Several articles say something of it, many have it as a tag, or claims take different sides on it."""
    said = len(concept.claims) + len(concept.definitions)
    return (
        (len(concept.sources) >= ARTICLES_LEAST and said >= SAID_LEAST)
        or len(concept.articles) >= READING_LIST
        or len(set(concept.stances.values())) > 1
    )


def _has_person_page(person: Person) -> bool:
    """Several articles are by them, quote or mention them, or they say more than one thing."""
    return len(person.sources) >= ARTICLES_LEAST or len(person.claims) + len(person.definitions) >= SAID_LEAST
