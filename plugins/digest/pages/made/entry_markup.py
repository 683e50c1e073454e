"""A claim as an entry of a list, as markup.

Written here and not by a template: a digest has six such entries and more for each of its claims.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from html import escape
from typing import Any

from digest.pages.made.lists import ListedClaim, Named


def facets(each: ListedClaim) -> dict[str, list[str]]:
    """What a claim can be found by: its concepts, holders, stances, relations."""
    kinds = [kind for kind, _ in each.kinds] or ["unlinked"]
    return {
        "concept": [concept.slug for concept in each.concepts],
        "holder": [holder.slug for holder in each.holders],
        "stance": [part for one in each.stances for part in (one.code, f"{one.concept.slug}:{one.code}")],
        "relation": kinds + (["changed-mind"] if each.changed_mind else []),
    }


def data(each: ListedClaim) -> str:
    """What a list can be filtered by, as attributes of the claim's entry."""
    return " ".join(f'data-{name}="{escape(" ".join(words))}"' for name, words in facets(each).items())


class Entries:
    """Writes the entries of one page: with the interface's ``words``, and addresses from the site's root made such
    that hold on the page by ``link``."""

    def __init__(self, words: Mapping[str, Any], link: Callable[[str], str]) -> None:
        self._words, self._link = words, link

    def claim(
        self,
        each: ListedClaim,
        code: str = "",
        with_holder: bool = True,
        with_article: bool = True,
        with_stances: bool = True,
    ) -> str:
        """The entry of a claim, every text escaped. ``code`` is the stance that the list is about; without one, all
        stances of the claim are shown with their concepts."""
        stance = f"{self._stance(code)} " if code else ""
        said = "".join(
            (
                self._holders(each) if with_holder else "",
                self._article(each) if with_article else "",
                *(
                    f' <span class="dg-entry__stance">{self._stance(one.code)} {self._name(one.concept)}</span>'
                    for one in (each.stances if with_stances else ())
                ),
                self._relations(each),
            )
        )
        return (
            f'<p class="dg-entry__text">{stance}<a href="{self._address(each.url)}">{escape(each.text)}</a></p>\n'
            f'<p class="dg-entry__meta">{said}</p>'
        )

    def _address(self, url: str) -> str:
        return escape(self._link(url))

    def _name(self, named: Named) -> str:
        name = escape(named.name)
        return f'<a href="{self._address(named.url)}">{name}</a>' if named.url else name

    def _stance(self, code: str) -> str:
        said = escape(self._words["made"]["stances"][code])
        return f'<span class="dg-stance" data-stance="{escape(code)}">{said}</span>'

    def _holders(self, each: ListedClaim) -> str:
        names = "、".join(map(self._name, each.holders)) or escape(self._words["unsigned"])
        return f'<span class="dg-entry__holder">{names}</span>'

    def _article(self, each: ListedClaim) -> str:
        day = escape(each.date)
        dated = f' <time datetime="{day}">{day}</time>' if day else ""
        return f" <span>《{self._name(each.article)}》</span>{dated}"

    def _relations(self, each: ListedClaim) -> str:
        words, address = self._words, self._address(each.list_url)
        kinds = "".join(
            f'<span class="dg-count" data-kind="{escape(kind)}">{escape(words[kind])} {number}</span>'
            for kind, number in each.kinds
        )
        spoken = f'<span class="dg-spoken">{escape(words["made"]["to_relations"])}：</span>'
        changed = f' <a class="dg-changed" href="{address}">{escape(words["changed_mind"])}</a>'
        return (f' <a class="dg-entry__kinds" href="{address}">{spoken}{kinds}</a>' if kinds else "") + (
            changed if each.changed_mind else ""
        )
