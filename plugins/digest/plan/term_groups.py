"""Shared groups of terms: files that the site or an article switches on by name, as chemistry or films of a year."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from digest.articles.article import Article
from digest.files.docs_folder import in_order, read_text, shown
from digest.files.findings import Finding, nearest
from digest.files.settings import option_finding
from digest.zh.terms import Terms, by_tag, read_terms

FOLDER = "terms"
"""Where they stand, in the docs folder: each file is one, named as it is."""

_CODE = "term-group"


class TermGroups:
    """``groups`` by name, as the files of the docs folder ``docs`` give them."""

    def __init__(self, docs: Path, groups: Mapping[str, Terms]) -> None:
        self.docs, self.groups = docs, groups

    def of_site(self, names: Iterable[str], own: Terms, found: list[Finding]) -> Terms:
        """The terms that the site has: its ``own``, and under them the groups that its option names; a later one wins
        over an earlier."""
        listed = list(names)
        for name in listed:
            if name not in self.groups:
                found.append(option_finding(self.docs.parent / "mkdocs.yml", "term_groups", self._unknown(name)))
        return _over([*self._of(listed), own])

    def of_article(self, article: Article, found: list[Finding]) -> Article:
        """``article``, and the variants of it that a person wrote, with the terms of the groups that each names."""
        for name, line in article.term_groups.items():
            if name not in self.groups:
                found.append(Finding(article.file, line, _CODE, self._unknown(name), self._allowed(), self._example()))
        by_hand = {tag: self.of_article(each, found) for tag, each in article.by_hand.items()}
        return replace(article, group_terms=_over(self._of(article.term_groups)), by_hand=by_hand)

    def _of(self, names: Iterable[str]) -> list[Terms]:
        return [self.groups[name] for name in names if name in self.groups]

    def _unknown(self, name: str) -> str:
        near = nearest(name, self.groups, 1)
        said = f"there is no group of terms {name} ({shown(self.docs / FOLDER / f'{name}.yml', self.docs)})"
        return f"{said}; nearest: {near}" if near else said

    def _allowed(self) -> str:
        names = ", ".join(self.groups)
        return f"the name of a file in {shown(self.docs / FOLDER, self.docs)}/" + (f": {names}" if names else "")

    def _example(self) -> str:
        return f"term_groups: [{next(iter(self.groups), 'chemistry')}]"


def read_term_groups(docs: Path, found: list[Finding]) -> TermGroups:
    """The groups of the docs folder; what is wrong with a file is added to ``found``."""
    groups = {}
    for path in in_order((docs / FOLDER).glob("*.yml")):
        text = read_text(path, docs, found)
        if text is not None:
            terms, faults = read_terms(shown(path, docs), text)
            found += faults
            groups[path.stem] = by_tag(terms)
    return TermGroups(docs, groups)


def _over(layers: Iterable[Terms]) -> Terms:
    """One set of terms: what stands in a later layer wins."""
    whole: Terms = {}
    for layer in layers:
        for tag, phrases in layer.items():
            whole.setdefault(tag, {}).update(phrases)
    return whole
