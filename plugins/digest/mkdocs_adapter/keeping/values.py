"""What is kept of converting: texts as converted, how names and words sound."""

from __future__ import annotations

import json

from digest.keeping.store import Store
from digest.plan.subjects.entries import ConceptSubject, Person
from digest.plan.subjects.index import Subjects
from digest.plan.subjects.names import SLUGS
from digest.search.lexicon import SYLLABLES
from digest.zh.layers import Converted


def known_texts(store: Store, terms: object) -> Converted:
    """The texts that the last build converted, with the same ``terms``."""
    kept = store.get(store.key("texts", terms))
    return Converted(json.loads(kept) if kept else None)


def keep_texts(store: Store, terms: object, done: Converted) -> None:
    """Keep what was converted for the next build, unless it is what was known."""
    if done.asked != done.known:
        said = json.dumps(done.asked, ensure_ascii=False)
        store.put(store.key("texts", terms), said.encode("utf-8", "surrogatepass"))


def take_sounds(store: Store) -> None:
    """Give the names of the last build their slugs again, and its words their syllables: the dictionary of pinyin is
    slow to load."""
    kept = store.get(store.key("sounds"))
    slugs, syllables = json.loads(kept) if kept else ({}, {})
    SLUGS.update(slugs)
    for kind, known in syllables.items():
        SYLLABLES[kind].update(known)


def keep_sounds(store: Store, subjects: Subjects) -> None:
    """Keep the slugs of the names that have a page, and how words sound."""
    named: tuple[ConceptSubject | Person, ...] = (*subjects.concepts.values(), *subjects.people.values())
    slugs = {each.name: SLUGS[each.name] for each in named if each.path}
    made = json.dumps([slugs, SYLLABLES], ensure_ascii=False).encode("utf-8", "surrogatepass")
    if made != store.get(store.key("sounds")):
        store.put(store.key("sounds"), made)
