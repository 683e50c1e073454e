"""The curators' list of other names: 腾讯, Tencent and 鹅厂 are one company, 马化腾 and 小马哥 one person.

Articles are read as if they had written the first name of a group wherever a name stands in the head: so pages,
filters, search and exports know one of each. Texts stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from digest.articles.article import Article
from digest.files.findings import Finding
from digest.files.yaml_lines import CuratedFile, is_name
from digest.plan.concepts import Concept
from digest.plan.subjects.entries import key, script_of_names
from digest.plan.synonyms import Synonyms
from digest.zh.folding import fold

NAME = "aliases.yml"
_EXAMPLE = "腾讯: [Tencent, 鹅厂]"
_ALLOWED = "a name and a list of its other names"


@dataclass(frozen=True)
class Aliases:
    """``groups`` are the other names of each name, in the file's order."""

    groups: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        first = {key(other): name for name, others in self.groups.items() for other in (name, *others)}
        object.__setattr__(self, "_first", first)

    def of(self, name: str) -> str:
        """The first name of the group that ``name`` is in, in whichever script it is written; else ``name``."""
        first: dict[str, str] = self._first  # type: ignore[attr-defined]
        found = first.get(key(name), name)
        return name if key(found) == key(name) else found

    def names(self) -> list[str]:
        """Every name of every group."""
        return [each for name, others in self.groups.items() for each in (name, *others)]

    def applied(self, article: Article, as_listed: bool = False) -> Article:
        """``article`` with first names in its head, in its own script, or ``as_listed``."""
        if not self.groups:
            return article
        stays = as_listed or article.lang == "zh-Hans"

        def named(name: str) -> str:
            found = self.of(name)
            return found if found == name or stays else script_of_names().convert(found, "zh-Hans", "zh-Hant")

        def holder(said: str) -> str:
            return "、".join(named(each.strip()) for each in said.split("、"))

        def listed(names: Iterable[str]) -> tuple[str, ...]:
            return tuple(dict.fromkeys(map(named, names)))

        return replace(
            article,
            authors=listed(article.authors),
            people=listed(article.people),
            companies=listed(article.companies),
            tags=listed(article.tags),
            claims=tuple(
                replace(
                    each,
                    holder=holder(each.holder),
                    stance={named(name): stance for name, stance in each.stance.items()},
                )
                for each in article.claims
            ),
            definitions=tuple(
                replace(each, term=named(each.term), holder=holder(each.holder)) for each in article.definitions
            ),
            by_hand={tag: self.applied(other, as_listed) for tag, other in article.by_hand.items()},
        )

    def shown_by(self, concepts: Iterable[Concept]) -> list[Concept]:
        """``concepts``, each by its other names too; and a concept for each other group, for where it is a tag."""
        known = {key(each.name): each for each in concepts}
        for name, others in self.groups.items():
            written = tuple(re.escape(each) for each in (name, *others) if len(each) > 1)
            old = known.get(key(name))
            known[key(name)] = Concept(
                old.name if old else name, (*(old.patterns if old else ()), *written), old.line if old else 0
            )
        return list(known.values())

    def found_by(self, synonyms: Synonyms) -> Synonyms:
        """``synonyms`` with every name of a group finding the others."""
        made = {phrase: list(others) for phrase, others in synonyms.items()}
        for name, others in self.groups.items():
            group = [fold(each) for each in (name, *others) if len(each.strip()) > 1]
            for phrase in group:
                own = made.setdefault(phrase, [])
                own += [other for other in group if other != phrase and other not in own]
        return {
            phrase: tuple(made[phrase]) for phrase in sorted(made, key=lambda each: (-len(each), each)) if made[phrase]
        }


def read_aliases(file: str, text: str) -> tuple[Aliases, list[Finding]]:
    """Read the curators' file: a mapping of a name to the list of its other names."""
    document, found = CuratedFile("aliases-yaml", _ALLOWED, _EXAMPLE, mapping=True).read(file, text)
    if document is None:
        return Aliases(), found
    found = [
        Finding(file, line, "alias-doubled", f"{name} stands twice", "each name once", _EXAMPLE)
        for name, line in document.doubled_keys()
    ]
    groups: dict[str, tuple[str, ...]] = {}
    first: dict[str, tuple[str, int]] = {}
    for name, others in document.data.items():
        line = document.line_of([name])
        if not _is_group(name, others):
            found.append(Finding(file, line, "alias-form", f"{name}: {others!r} came", _ALLOWED, _EXAMPLE))
            continue
        groups[str(name)] = tuple(map(str, others))
        for each in (str(name), *groups[str(name)]):
            if above := first.get(key(each)):
                came = f"{each} is a name of {above[0]} by line {above[1]} already"
                found.append(
                    Finding(file, line, "alias-doubled", came, "each name in one group, in one script", _EXAMPLE)
                )
            first.setdefault(key(each), (str(name), line))
    return Aliases(groups), sorted(set(found))


def _is_group(name: Any, others: Any) -> bool:
    names = [name, *others] if isinstance(others, list) and others else []
    return bool(names) and all(map(is_name, names))
