"""Terms: phrases that the engine gets wrong or that must stay, by target variant."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from digest.files.docs_folder import in_order, read_text, shown
from digest.files.findings import Finding, nearest
from digest.files.settings import option_finding
from digest.files.yaml_lines import CuratedFile
from digest.zh.variants import VARIANTS

SHIPPED = Path(__file__).with_name("corrections.yml")

GROUPS = "terms"
"""Where shared groups of terms stand, in the docs folder: each file is one, named as it is."""

Terms = dict[str, dict[str, str]]
"""By target tag: phrase, and what it becomes."""

_EXAMPLE = "zh-Hant: {合作伙伴: 合作夥伴}"


@dataclass(frozen=True)
class Term:
    """One line of the curators' file: in the variant ``tag``, ``phrase`` becomes ``becomes``."""

    tag: str
    phrase: str
    becomes: str
    line: int


def by_tag(terms: Iterable[Term]) -> Terms:
    """The terms as the conversion takes them."""
    found: Terms = {}
    for term in terms:
        found.setdefault(term.tag, {})[term.phrase] = term.becomes
    return found


@cache
def shipped_terms() -> Terms:
    """The corrections that every digest starts with: what the engine gets wrong in any text."""
    return by_tag(read_terms(SHIPPED.name, SHIPPED.read_text(encoding="utf-8"))[0])


def read_terms(file: str, text: str) -> tuple[list[Term], list[Finding]]:
    """Read ``tag: {phrase: phrase in that variant}``; entries that are no such pair are findings."""
    document, found = CuratedFile("terms-yaml", "tag: {phrase: phrase}", _EXAMPLE, mapping=True).read(file, text)
    if document is None:
        return [], found
    found = [
        Finding(file, line, "term-doubled", f"{name!r} stands twice", "each term once")
        for name, line in document.doubled_keys()
    ]
    terms: list[Term] = []
    for tag, phrases in document.data.items():
        if tag not in VARIANTS or not (phrases is None or isinstance(phrases, dict)):
            found.append(
                Finding(
                    file, document.line_of([tag]), "terms-variant", f"{tag!r} came", " or ".join(VARIANTS), _EXAMPLE
                )
            )
            continue
        for phrase, becomes in (phrases or {}).items():
            line = document.line_of([tag, phrase])
            if isinstance(phrase, str) and phrase and isinstance(becomes, str) and becomes:
                terms.append(Term(tag, phrase, becomes, line))
            else:
                found.append(
                    Finding(file, line, "term-form", f"{phrase!r}: {becomes!r} came", "phrase: phrase", _EXAMPLE)
                )
    return terms, found


def check_terms(file: str, terms: Iterable[Term], texts: str) -> list[Finding]:
    """Terms that do nothing (their phrase stands nowhere in ``texts``) and terms that do not lead back."""
    found = []
    known = {(term.tag, term.phrase): term for term in terms}
    for term in known.values():
        if term.phrase not in texts:
            found.append(
                Finding(
                    file,
                    term.line,
                    "term-unused",
                    f"{term.phrase} stands in no text",
                    "a phrase of an article or of the curators' files",
                )
            )
        others = [tag for tag in VARIANTS if _script(tag) != _script(term.tag)]
        back = next((known[tag, term.becomes] for tag in others if (tag, term.becomes) in known), None)
        if back and back.becomes != term.phrase:
            found.append(
                Finding(
                    file,
                    term.line,
                    "term-circular",
                    f"{term.phrase} becomes {term.becomes}, and that (line {back.line}) {back.becomes}",
                    "terms that lead back to where they began",
                    f"{term.becomes}: {term.phrase}",
                )
            )
    return found


def _script(tag: str) -> str:
    return VARIANTS[tag].parent or tag


class TermGroups:
    """Shared groups of terms, which the site or an article switches on by name, as chemistry or films of a year:
    ``groups`` by name, as the files of the docs folder ``docs`` give them."""

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

    def named(self, names: Mapping[str, int], file: str, found: list[Finding]) -> Terms:
        """The terms of the groups that an article's ``file`` names, each on its line."""
        for name, line in names.items():
            if name not in self.groups:
                found.append(Finding(file, line, "term-group", self._unknown(name), self._allowed(), self._example()))
        return _over(self._of(names))

    def _of(self, names: Iterable[str]) -> list[Terms]:
        return [self.groups[name] for name in names if name in self.groups]

    def _unknown(self, name: str) -> str:
        near = nearest(name, self.groups, 1)
        said = f"there is no group of terms {name} ({shown(self.docs / GROUPS / f'{name}.yml', self.docs)})"
        return f"{said}; nearest: {near}" if near else said

    def _allowed(self) -> str:
        names = ", ".join(self.groups)
        return f"the name of a file in {shown(self.docs / GROUPS, self.docs)}/" + (f": {names}" if names else "")

    def _example(self) -> str:
        return f"term_groups: [{next(iter(self.groups), 'chemistry')}]"


def read_term_groups(docs: Path, found: list[Finding]) -> TermGroups:
    """The groups of the docs folder; what is wrong with a file is added to ``found``."""
    groups = {}
    for path in in_order((docs / GROUPS).glob("*.yml")):
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
