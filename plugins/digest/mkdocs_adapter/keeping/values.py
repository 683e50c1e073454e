"""What is kept of converting: texts as converted, the slugs of names."""

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


def take_slugs(store: Store) -> None:
    """Give the names of the last build their slugs again: the dictionary of pinyin is slow to load."""
    kept = store.get(store.key("slugs"))
    SLUGS.update(json.loads(kept) if kept else {})


def take_syllables(store: Store) -> None:
    """Say how words sound, as the last build found; for the same reason."""
    kept = store.get(store.key("syllables"))
    for kind, known in (json.loads(kept) if kept else {}).items():
        SYLLABLES[kind].update(known)


def keep_syllables(store: Store) -> None:
    """Keep how words sound."""
    made = json.dumps(SYLLABLES, ensure_ascii=False).encode("utf-8", "surrogatepass")
    if made != store.get(store.key("syllables")):
        store.put(store.key("syllables"), made)


def keep_slugs(store: Store, subjects: Subjects) -> None:
    """Keep the slugs of the names that have a page."""
    named: tuple[ConceptSubject | Person, ...] = (*subjects.concepts.values(), *subjects.people.values())
    made = json.dumps({each.name: SLUGS[each.name] for each in named if each.path}).encode()
    if made != store.get(store.key("slugs")):
        store.put(store.key("slugs"), made)
