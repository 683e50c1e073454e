"""What the home page shows: the newest articles, a few disputes, and the ways in."""

from __future__ import annotations

from dataclasses import dataclass

from digest.pages.article_view import ArticleView
from digest.pages.disputes import Dispute, disputes
from digest.pages.views import Views
from digest.plan.site_plan import SitePlan
from digest.plan.subjects.entries import ConceptSubject, Person

# A screen or two of cards; the list of all articles is a page of its own.
NEWEST = 12
# Two sentences face to face are read in half a minute: one before the articles, the others after them.
DISPUTES = 4
WAYS = 14


@dataclass(frozen=True)
class StartingPoint:
    """A concept or a person to begin with: the name, the address of the page, how many articles it is in."""

    name: str
    url: str
    articles: int


@dataclass(frozen=True)
class Home:
    """``articles``, ``claims`` and ``opposed`` count those of the whole digest, ``opposed`` its disputes."""

    newest: tuple[ArticleView, ...]
    disputes: tuple[Dispute, ...]
    concepts: tuple[StartingPoint, ...]
    people: tuple[StartingPoint, ...]
    articles: int
    claims: int
    opposed: int


def home(plan: SitePlan, views: Views) -> Home:
    """The home page of a variant."""
    subjects = plan.subjects
    return Home(
        tuple(views.article(slug) for slug in list(plan.articles)[:NEWEST]),
        tuple(disputes(plan.relations, views, DISPUTES)),
        tuple(_way(plan, views, subjects.concepts[key]) for key in subjects.most_spoken_of[:WAYS]),
        tuple(_way(plan, views, subjects.people[key]) for key in subjects.most_speaking[:WAYS]),
        len(plan.articles),
        len(plan.claims),
        sum(relation.kind == "disputes" for relation in plan.relations),
    )


def _way(plan: SitePlan, views: Views, subject: ConceptSubject | Person) -> StartingPoint:
    name = views.text(subject.name, plan.articles[subject.source])
    return StartingPoint(name, views.made_url(subject.path), len(subject.sources))
