"""Claims and definitions as entries of lists that go across articles, in a variant's script."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from digest.articles.article import Article
from digest.articles.claims import Claim
from digest.pages.views import Views
from digest.plan.site_plan import SitePlan
from digest.plan.subjects.entries import STANCES, key
from digest.plan.subjects.index import holders
from digest.text.sentences import balanced
from digest.text.stamped import Stamped
from digest.zh.folding import fold

CODES = dict(zip(STANCES, ("for", "conditional", "against", "doubt", "neutral"), strict=True))
"""What a stance is called in addresses and in the labels file."""

_FOLDED = {fold(stance): code for stance, code in CODES.items()}


def stance_codes(article: Article) -> tuple[str, ...]:
    """The stances that the claims of ``article`` take, as codes, each once."""
    taken = {_FOLDED.get(fold(stance), "") for claim in article.claims for stance in claim.stance.values()}
    return tuple(sorted(taken - {""}))


# A claim is about 800 bytes of a page: a hundred stay below 100 KB, and a reader looks them over in some minutes.
CLAIMS_A_PAGE = 100


@dataclass(frozen=True)
class Named:
    """A name with the address of its page from the site's root; ``url`` is empty where it has none."""

    name: str
    url: str = ""
    slug: str = ""


@dataclass(frozen=True)
class Stance:
    """What a claim takes of a concept; ``code`` is one of CODES' values."""

    concept: Named
    code: str


@dataclass(frozen=True, repr=False)
class ListedClaim(Stamped):
    """A claim outside its article's page.

    ``url`` leads to its sentence, ``list_url`` to its place in the article's list, where what it meets is shown;
    ``kinds`` are the relations that it has, by kind, with how many; ``concepts`` are those that it speaks about and
    that have a page.
    """

    id: str
    text: str
    url: str
    list_url: str
    holders: tuple[Named, ...]
    stances: tuple[Stance, ...]
    kinds: tuple[tuple[str, int], ...]
    changed_mind: bool
    concepts: tuple[Named, ...]
    article: Named
    date: str


@dataclass(frozen=True)
class ListedDefinition:
    """How an article defines a term: the sentence, and who says it where."""

    term: str
    quote: str
    url: str
    holders: tuple[Named, ...]
    article: Named
    date: str


@dataclass(frozen=True)
class ListedArticle:
    """An article in a list: not its view, so that a page that lists it is the same when its text is edited."""

    title: str
    url: str
    authors: tuple[str, ...]
    date: str


class Lists:
    """Makes the entries for one variant."""

    def __init__(self, views: Views) -> None:
        self.views = self._views = views
        self._plan: SitePlan = views.plan

    def claims(self, refs: Sequence[str]) -> list[ListedClaim]:
        """The claims ``refs``, in that order."""
        return [self.claim(ref) for ref in refs]

    def claim(self, ref: str) -> ListedClaim:
        """One claim."""
        made: ListedClaim | None = self._views.listed.get(ref)
        if made is None:
            made = self._views.listed[ref] = self._claim(ref)
        return made

    def _claim(self, ref: str) -> ListedClaim:
        original, claim = self._plan.claims[ref]
        article, own = self._views.here(original, claim)
        links = self._plan.links_of(ref)
        kinds = Counter(link.relation.kind for link in links)
        return ListedClaim(
            id=claim.id,
            text=self._views.text(own.text, article),
            holders=self._holders(original, claim.holder),
            url=self._views.url(article.slug, claim.id if claim.quote else f"claim-{claim.id}"),
            list_url=self._views.url(article.slug, f"claim-{claim.id}"),
            stances=self._stances(claim),
            kinds=tuple(kinds.items()),
            changed_mind=any(self._plan.changed_mind(link.relation) for link in links),
            concepts=tuple(map(self.concept, self._plan.subjects.concepts_of(ref))),
            article=self.article(article.slug),
            date=article.date,
        )

    def definition(self, ref: str) -> ListedDefinition:
        """One definition."""
        slug, _, name = ref.partition("#")
        original = self._plan.articles[slug]
        known = next(each for each in original.definitions if each.id == name)
        own = self._views.own(original)
        # What nobody wrote for the variant is converted from the article itself.
        article, made = next(((own, each) for each in own.definitions if each.id == name), (original, known))
        return ListedDefinition(
            self._views.text(made.term, article),
            self._views.text(balanced(made.quote), article),
            self._views.url(slug, name),
            # Whoever wrote the variant may call them otherwise, and no page knows that name.
            self._holders(original, known.holder),
            self.article(slug),
            own.date,
        )

    def article(self, slug: str) -> Named:
        """An article's title and address."""
        return Named(self._views.title(slug), self._views.url(slug), slug)

    def listed(self, slug: str) -> ListedArticle:
        """An article with its authors and its day."""
        view = self._views.article(slug)
        return ListedArticle(view.title, view.url, view.authors, view.date)

    def concept(self, each: str) -> Named:
        """The concept of this key."""
        found = self._plan.subjects.concepts[each]
        return self._named(found.name, found.source, found.path)

    def person(self, each: str) -> Named:
        """The person or company of this key."""
        found = self._plan.subjects.people[each]
        return self._named(found.name, found.source, found.path)

    def _named(self, name: str, source: str, path: str) -> Named:
        shown = self._views.text(name, self._plan.articles[source])
        return Named(shown, self._views.made_url(path) if path else "", path.rpartition("/")[2])

    def _holders(self, article: Article, holder: str) -> tuple[Named, ...]:
        return tuple(self.person(key(name)) for name in holders(holder, article))

    def _stances(self, claim: Claim) -> tuple[Stance, ...]:
        return tuple(
            Stance(self.concept(key(name)), _FOLDED[fold(stance)])
            for name, stance in claim.stance.items()
            if fold(stance) in _FOLDED
        )
