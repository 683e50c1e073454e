"""Each dispute as a page of its own, and all of them as a list."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from digest.pages.article_view import ClaimView
from digest.pages.disputes import chosen, dispute
from digest.pages.made.lists import Lists, Named
from digest.pages.made.page import MadePage, Part, Words, parts
from digest.pages.quotation import Context, context, dispute_pages, dispute_path
from digest.pages.views import Views
from digest.plan.relations import Relation
from digest.plan.site_plan import SitePlan
from digest.text.sentences import balanced

FILE = "relations.yml"

# Two sentences face to face take a third of a screen: thirty are looked over in a few minutes.
DISPUTES_A_PAGE = 30

# What else the two claims meet: more than these stand at the claims themselves.
OTHERS_MOST = 12


@dataclass(frozen=True)
class Side:
    """One side of a dispute: a claim, the sentence that says it in its paragraph, and where."""

    claim: ClaimView
    holders: tuple[Named, ...]
    context: Context
    title: str
    url: str
    list_url: str
    date: str
    authors: tuple[str, ...]


def pages(plan: SitePlan) -> list[MadePage]:
    """``disputes``, those that the curators put first before the others, and one page below it for each of the first
    of their file."""
    listed = chosen(plan.relations)
    known = set(listed)
    ordered = [*listed, *(each for each in plan.relations if each.kind == "disputes" and each not in known)]
    found = parts("disputes", ordered, DISPUTES_A_PAGE)
    alone = dispute_pages(plan.relations)
    own = [_page(plan, each) for each in ordered if dispute_path(each) in alone]
    return [_list(part) for part in found if listed] + own


def convert_ahead(views: Views) -> None:
    """Convert the paragraphs of all disputes together."""
    refs = dict.fromkeys(ref for each in dispute_pages(views.plan.relations).values() for ref in (each.a, each.b))
    owns = ((views.own(views.plan.articles[ref.partition("#")[0]]), ref.partition("#")[2]) for ref in refs)
    found = ((own, context(own.body, name)) for own, name in owns)
    views.runs_ahead(((each.before, each.sentence, each.after), own) for own, each in found if each)


def _list(part: Part) -> MadePage:
    return MadePage(
        part.path,
        "disputes.html",
        lambda views, words: words["made"]["disputes"] + (f" {part.number}" if part.number > 1 else ""),
        lambda views, words: {
            "all": [dispute(relation, views) for relation in part.items],
            "number": sum(relation.kind == "disputes" for relation in views.plan.relations),
            "part": part,
            "way": part.way(views.made_url),
        },
        edited_in=FILE,
    )


def _page(plan: SitePlan, relation: Relation) -> MadePage:
    return MadePage(
        dispute_path(relation),
        "dispute.html",
        lambda views, words: views.text(relation.reason),
        lambda views, words: _values(plan, views, relation),
        lambda views, words: description(views, words, relation),
        edited_in=FILE,
        line=relation.line,
    )


def description(views: Views, words: Words, relation: Relation) -> str:
    """Both claims and who says them, in a line."""
    shown = dispute(relation, views)
    says = (
        f"{shown.claim.holder or words['unsigned']}：{shown.claim.text}",
        f"{shown.link.holder or words['unsigned']}：{shown.link.text}",
    )
    return f" {words['disputes']} ".join(says)


def _values(plan: SitePlan, views: Views, relation: Relation) -> Mapping[str, Any]:
    others = [
        (_claim(views, claim).text, link)
        for claim, own in ((relation.a, relation.b), (relation.b, relation.a))
        for link in _claim(views, claim).links
        if link.ref != own
    ]
    others.sort(key=lambda each: each[1].kind != "disputes")
    # What is shown of each claim stands together, its own disputes first.
    shown = others[:OTHERS_MOST]
    texts = list(dict.fromkeys(text for text, _ in shown))
    shown.sort(key=lambda each: texts.index(each[0]))
    return {
        "sides": [_side(views, ref) for ref in (relation.a, relation.b)],
        "reason": views.text(relation.reason),
        "changed_mind": plan.changed_mind(relation),
        "others": shown,
        "address": views.made_url(dispute_path(relation)),
    }


def _claim(views: Views, ref: str) -> ClaimView:
    slug, _, name = ref.partition("#")
    return next(claim for claim in views.article(slug).claims if claim.id == name)


def _side(views: Views, ref: str) -> Side:
    slug, _, name = ref.partition("#")
    shown, claim = views.article(slug), _claim(views, ref)
    own = views.own(views.plan.articles[slug])
    found = context(own.body, name)
    if found:
        parts = views.run((found.before, found.sentence, found.after), own)
    else:
        parts = ["", balanced(claim.quote or claim.text), ""]
    return Side(
        claim,
        Lists(views).claim(ref).holders,
        Context(*parts),
        shown.title,
        views.url(slug, name if claim.quote else f"claim-{name}"),
        views.url(slug, f"claim-{name}"),
        shown.date,
        shown.authors,
    )
