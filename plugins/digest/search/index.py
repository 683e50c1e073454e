"""All files of the search."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from digest.plan.synonyms import Synonyms
from digest.search.bundles import TextBundles
from digest.search.conversion_tables import MARK, region_phrases, telling_characters, written
from digest.search.entries import SearchEntry
from digest.search.facets import Facets
from digest.search.lexicon import Lexicon, odd_readings, sounds
from digest.search.meanings import KnownTokens, meanings
from digest.search.postings import Postings
from digest.search.shards import Directory, file_of, packed, short_json_bytes
from digest.search.tokens import folded, folds

FORMAT = 3
"""The version of the files; a browser that still has another version's scripts says so and asks to reload."""

ENTRY = "index.bin"
"""The one file with a fixed name, from which a browser learns the others'."""

# The most frequent concepts, as examples of what to look for: a line or two below the search box.
_SUBJECTS = 8
# What is read with the index where it is no more than so many bytes: a request less for a digest of few articles.
_SMALL = 6_000


class _Variant:
    """What is collected of one variant."""

    def __init__(self) -> None:
        self.bundles, self.facets, self.subjects = TextBundles(), Facets(), Counter[str]()


def search_files(
    slugs: Iterable[str], entry: Callable[[str], SearchEntry], synonyms: Synonyms
) -> Iterator[tuple[str, bytes]]:
    """Every file of the search as (name under ``search/``, content), one at a time.

    ``entry`` gives what is kept of an article; it is asked once for each slug, in the order of the slugs, which is
    that of the articles' numbers. What is held in memory is a bundle of texts for each variant and a range of the
    postings.
    """
    postings, lexicon, variants = Postings(), Lexicon(), dict[str, _Variant]()
    ordered = sorted(slugs)
    for number, slug in enumerate(ordered):
        made = entry(slug)
        postings.add(number, made.found)
        lexicon.add(made)
        for path, text in made.texts.items():
            own = variants.setdefault(path, _Variant())
            yield from own.bundles.add(slug, text.file)
            own.facets.add(text.authors, text.tags, made.date, made.stances)
            own.subjects.update(text.tags)
    for own in variants.values():
        yield from own.bundles.rest()
    directory, known = Directory(), KnownTokens()
    yield from directory.shards(known.seen(postings.packed()))
    top, pages = directory.pages()
    yield from pages
    parts: dict[str, Any] = {}
    for name, value, is_needed in _tables(synonyms, lexicon, known, variants):
        file_name, file = file_of(short_json_bytes(value))
        if is_needed and len(file) <= _SMALL:
            parts[name] = value
        else:
            parts[name] = {"file": file_name, "bytes": len(file)}
            yield file_name, file
    subjects = {path: [name for name, _ in own.subjects.most_common(_SUBJECTS)] for path, own in variants.items()}
    head = {"format": FORMAT, "articles": len(ordered), "directory": top, "parts": parts, "subjects": subjects}
    yield ENTRY, packed(short_json_bytes(head))


def _tables(
    synonyms: Synonyms, lexicon: Lexicon, known: KnownTokens, variants: Mapping[str, _Variant]
) -> Iterator[tuple[str, Any, bool]]:
    """The tables of the index: name, plain values, and whether every query needs it."""
    found = meanings(synonyms, lexicon.printed(), known)
    regional = {chr(one): other for one, other in written().items()}
    folding = _folds(known, found)
    yield "fold", folding, True
    yield "meanings", found, True
    yield "telling", [MARK, "".join(sorted(telling_characters())), regional], True
    for path, own in variants.items():
        yield f"texts/{path}", {"name": own.bundles.names, "size": own.bundles.sizes}, True
        yield f"facets/{path}", own.facets.table(), False
    others = [phrase for phrase in region_phrases() if known.has(folded(phrase))]
    words = {path: lexicon.table(path, others) for path in variants}
    for path, table in words.items():
        yield f"words/{path}", table, False
    every = [word for table in words.values() for listed in table.values() for word in listed]
    readings = sounds(every, set(folding[0]))
    yield "sounds", {"of": readings, "odd": odd_readings(every, readings)}, False


def _folds(known: KnownTokens, found: Iterable[str]) -> list[str]:
    """The characters that a query is folded by and what they become: of those that some article or word may hold."""
    held = known.characters().union(*found)
    table = {one: other for one, other in folds().items() if other in held or not other.isalnum()}
    return ["".join(table), "".join(table.values())]
