"""The whole digest: every article, and which claim meets which, resolved before any page is rendered."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TypeVar, cast

from digest.articles.article import Article
from digest.articles.claims import Claim
from digest.articles.hand_written import joined, parted
from digest.files.docs_folder import NOT_ARTICLES, LeftOut, in_order, misplaced, nothing, plain_pages, read_text, shown
from digest.files.findings import Finding
from digest.plan.aliases import NAME as ALIASES
from digest.plan.aliases import Aliases, read_aliases
from digest.plan.concepts import Concept, read_concepts
from digest.plan.feed_list import FILE as FEEDS
from digest.plan.feed_list import read_feeds
from digest.plan.relations import APART, Relation, read_relations
from digest.plan.subjects.entries import key
from digest.plan.subjects.index import Subjects, holders
from digest.plan.suggestions import FILE as SUGGESTIONS
from digest.plan.suggestions import Suggestions, read_suggestions
from digest.plan.synonyms import Synonyms, read_synonyms
from digest.zh.terms import GROUPS, TermGroups, by_tag, check_terms, read_term_groups, read_terms

DATA_FILES = ("relations.yml", "concepts.yml", "terms.yml", "synonyms.yml", ALIASES, SUGGESTIONS, FEEDS)
"""The curators' files in the docs folder: read here, not published as files."""


def is_data_file(name: str) -> bool:
    """Whether a path in the docs folder is a file of the curators', a group of terms too."""
    folder, _, base = name.rpartition("/")
    return name in DATA_FILES or (folder == GROUPS and base.endswith(".yml"))


# Disputes come first: they are what readers look for. Then the kinds in the order of how much they say.
_ORDER = {kind: number for number, kind in enumerate(("disputes", "supports", "extends", "same-topic"))}

Data = TypeVar("Data")


@dataclass(frozen=True)
class Link:
    """A relation seen from one of its claims: ``other`` is the claim it leads to, ``outgoing`` the direction."""

    relation: Relation
    other: str
    outgoing: bool


@dataclass(frozen=True)
class SitePlan:
    """``articles`` by slug, in reading order; ``relations`` in the curators' order.

    ``apart`` are pairs of claims that the curators keep apart; ``computed`` are relations that nobody drew, where the
    site shows such; ``term_groups`` are the shared groups of terms, by name.
    """

    articles: Mapping[str, Article] = field(default_factory=dict)
    relations: tuple[Relation, ...] = ()
    concepts: tuple[Concept, ...] = ()
    terms: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    synonyms: Synonyms = field(default_factory=dict)
    apart: frozenset[frozenset[str]] = frozenset()
    suggestions: Suggestions = field(default_factory=Suggestions)
    computed: tuple[Relation, ...] = ()
    aliases: Aliases = field(default_factory=Aliases)
    term_groups: Mapping[str, Mapping[str, Mapping[str, str]]] = field(default_factory=dict)

    @cached_property
    def claims(self) -> Mapping[str, tuple[Article, Claim]]:
        """Every claim by ref (slug#c1), with its article."""
        return {claim.ref: (article, claim) for article in self.articles.values() for claim in article.claims}

    @cached_property
    def subjects(self) -> Subjects:
        """Its concepts, people and companies."""
        return Subjects(self.articles, self.aliases.shown_by(self.concepts))

    @cached_property
    def _links(self) -> Mapping[str, list[Link]]:
        links = _by_claim(self.relations)
        return {ref: sorted(found, key=lambda link: _ORDER[link.relation.kind]) for ref, found in links.items()}

    @cached_property
    def _computed(self) -> Mapping[str, list[Link]]:
        return _by_claim(self.computed)

    def read_again(self, article: Article) -> None:
        """Put ``article`` in the place of what was read of it before: its claims and names are what they were."""
        cast("dict[str, Article]", self.articles)[article.slug] = article

    def changed_mind(self, relation: Relation) -> bool:
        """Whether somebody who wrote both articles speaks in both claims, and the one disputes the other."""
        if relation.kind != "disputes":
            return False
        speakers = [
            {key(name) for name in holders(claim.holder, article)} & set(map(key, article.authors))
            for article, claim in (self.claims[relation.a], self.claims[relation.b])
        ]
        return bool(speakers[0] & speakers[1])

    def links_of(self, ref: str) -> list[Link]:
        """The links of the claim ``ref``, disputes first, otherwise as the curators ordered them."""
        return self._links.get(ref, [])

    def computed_of(self, ref: str) -> list[Link]:
        """The computed links of the claim ``ref``: what is shown after those that somebody drew."""
        return self._computed.get(ref, [])


def _by_claim(relations: Iterable[Relation]) -> dict[str, list[Link]]:
    """The links of each claim, in the order of the relations."""
    links: dict[str, list[Link]] = {}
    for relation in relations:
        links.setdefault(relation.a, []).append(Link(relation, relation.b, True))
        links.setdefault(relation.b, []).append(Link(relation, relation.a, False))
    return links


ReadArticle = Callable[[str, str, str], tuple[Article | None, list[Finding]]]
"""File as shown, slug, text -> the article, and what is wrong with it."""

ReadConcepts = Callable[[str, str], tuple[list[Concept], list[Finding]]]
"""File as shown, text -> the concepts listed in it, and what is wrong with them."""


def read_site_plan(
    docs: Path,
    articles: str = "articles",
    read_one: ReadArticle | None = None,
    read_listed: ReadConcepts = read_concepts,
    left_out: LeftOut = nothing,
    term_groups: Sequence[str] = (),
    names_as_listed: bool = False,
) -> tuple[SitePlan, list[Finding]]:
    """Read the docs folder: its articles (``docs/articles/<slug>.md``) and the curators' files.

    ``read_one`` reads an article and ``read_listed`` the concepts, for whoever has read them before; what is
    ``left_out`` of the site is not read; ``term_groups`` are the groups of terms that the whole site has. With
    ``names_as_listed`` first names of aliases stay in the script of their list, whatever the article is written in:
    for whoever shows none of them, and need not start the conversion.
    """
    found: list[Finding] = []
    read, unread = _read_articles(docs, articles, read_one, left_out, found)
    terms = _read_data(docs, "terms.yml", read_terms, found) or []
    concepts = _read_data(docs, "concepts.yml", read_listed, found) or []
    aliases = _read_data(docs, ALIASES, read_aliases, found) or Aliases()
    groups = read_term_groups(docs, found)
    articles_read = {
        slug: _with_groups(aliases.applied(each, names_as_listed), groups, found)
        for slug, each in sorted(read.items(), key=_newest_first)
    }
    said = groups.of_site(term_groups, by_tag(terms), found)
    plan = SitePlan(articles_read, concepts=tuple(concepts), terms=said, aliases=aliases, term_groups=groups.groups)
    plan = _related(docs, plan, unread, found)
    synonyms = _read_data(docs, "synonyms.yml", read_synonyms, found) or {}
    # Nothing is made of the feeds here: a fault in their list is told with the others.
    _read_data(docs, FEEDS, read_feeds, found)
    found += check_terms(shown(docs / "terms.yml", docs), terms, _texts(docs)) if terms else []
    return replace(plan, synonyms=aliases.found_by(synonyms)), found


def _read_articles(
    docs: Path, articles: str, read_one: ReadArticle | None, left_out: LeftOut, found: list[Finding]
) -> tuple[dict[str, Article], set[str]]:
    """The articles by slug, each with the variants that a person wrote, and the slugs of those that cannot be read."""
    if not read_one:
        # Imported here: whoever has read every article before does without.
        from digest.articles.reading import read_article

        read_one = read_article
    read: dict[str, Article] = {}
    by_hand: dict[tuple[str, str], Article] = {}
    unread: set[str] = set()
    folder = shown(docs / articles, docs)
    others = misplaced(docs, docs / articles) + plain_pages(docs, docs / articles)
    found += [each for each in others if not left_out(each.file.removeprefix(f"{docs.name}/"))]
    for path in in_order((docs / articles).glob("*.md")):
        if path.stem in NOT_ARTICLES or left_out(f"{articles}/{path.name}"):
            continue
        text = read_text(path, docs, found)
        slug, tag = parted(path.stem)
        article, faults = read_one(f"{folder}/{path.name}", slug, text) if text is not None else (None, [])
        found += faults
        if article and tag:
            by_hand[slug, tag] = article
        elif article:
            read[slug] = article
        else:
            unread.add(slug)
    read, faults = joined(read, by_hand)
    found += faults
    return read, unread


def _with_groups(article: Article, groups: TermGroups, found: list[Finding]) -> Article:
    """``article``, and the variants of it that a person wrote, with the terms of the groups that each names."""
    by_hand = {tag: _with_groups(each, groups, found) for tag, each in article.by_hand.items()}
    return replace(article, group_terms=groups.named(article.term_groups, article.file, found), by_hand=by_hand)


def _related(docs: Path, plan: SitePlan, unread: set[str], found: list[Finding]) -> SitePlan:
    """The plan with what the curators say of its claims: drawn, kept apart, or yet to be decided."""
    listed = (
        _read_data(docs, "relations.yml", lambda file, text: read_relations(file, text, plan.claims, unread), found)
        or []
    )
    drawn = tuple(relation for relation in listed if relation.kind != APART)
    apart = frozenset(frozenset((relation.a, relation.b)) for relation in listed if relation.kind == APART)
    suggestions = _read_data(
        docs,
        SUGGESTIONS,
        lambda file, text: read_suggestions(file, text, plan.claims, plan.articles, drawn, unread),
        found,
    )
    return replace(plan, relations=drawn, apart=apart, suggestions=suggestions or Suggestions())


def _texts(docs: Path) -> str:
    """Everything in the docs folder that is converted when it is published."""
    paths = [*in_order(docs.rglob("*.md")), docs / "relations.yml"]
    return "\n".join(path.read_text(encoding="utf-8", errors="replace") for path in paths if path.is_file())


def _newest_first(item: tuple[str, Article]) -> tuple[bool, list[int], str]:
    slug, article = item
    return (not article.date, [-ord(character) for character in article.date], slug)


def _read_data(
    docs: Path, name: str, reader: Callable[[str, str], tuple[Data, list[Finding]]], found: list[Finding]
) -> Data | None:
    path = docs / name
    if not path.is_file():
        return None
    text = read_text(path, docs, found)
    if text is None:
        return None
    value, faults = reader(shown(path, docs), text)
    found += faults
    return value
