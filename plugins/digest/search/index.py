"""All files of the search, and what results can be filtered by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from digest.plan.synonyms import Synonyms
from digest.search.bundles import CardBundles, TextBundles
from digest.search.conversion_tables import MARK, region_phrases, telling_characters, written
from digest.search.entries import SearchEntry
from digest.search.lexicon import Lexicon, odd_readings, sounds
from digest.search.meanings import KnownTokens, meanings, rows
from digest.search.postings import Postings
from digest.search.shards import Directory, file_of, packed, short_json_bytes
from digest.search.tokens import folded, folds

# A filter that leaves one article is a result by itself; more values than this are no list to choose from.
_MOST_VALUES = 2_000


class Facets:
    """Collects the facts of one variant, in the order of the articles' numbers."""

    def __init__(self) -> None:
        self._dates: list[str] = []
        self._names: dict[str, list[tuple[str, ...]]] = {"author": [], "concept": [], "stance": []}

    def add(self, authors: tuple[str, ...], concepts: tuple[str, ...], date: str, stances: tuple[str, ...]) -> None:
        """Add the next article's."""
        self._names["author"].append(authors)
        self._names["concept"].append(concepts)
        self._dates.append(date)
        self._names["stance"].append(stances)

    def table(self) -> dict[str, Any]:
        """Plain values for JSON: of each kind the values, and of each article the places of its own among them.

        ``dates`` are the articles' as they are written, a month each: 2021-09.
        """
        table: dict[str, Any] = {"dates": [date[:7] for date in self._dates]}
        for kind, listed in self._names.items():
            counted = Counter(name for names in listed for name in names)
            values = [name for name, _ in counted.most_common(_MOST_VALUES)]
            place = {name: number for number, name in enumerate(values)}
            table[kind] = {"values": values, "of": [[place[n] for n in names if n in place] for names in listed]}
        return table


FORMAT = 5
"""The version of the files; a browser that still has another version's scripts says so and asks to reload."""

ENTRY = "index.bin"
"""The one file with a fixed name, from which a browser learns the others'."""

# The most frequent concepts, as examples of what to look for: a line or two below the search box.
_SUBJECTS = 8
# What is read with the index where it is no more than so many bytes: a request less for a digest of few articles. The
# first is of what every query needs, the second of what most need, the third of what few do.
_SMALL, _SMALLER, _NEVER = 6_000, 1_500, 0


class _Variant:
    """What is collected of one variant."""

    def __init__(self, articles: int) -> None:
        self.texts, self.cards = TextBundles(articles), CardBundles()
        self.facets, self.subjects = Facets(), Counter[str]()


def search_files(
    slugs: Iterable[str], entry: Callable[[str], SearchEntry], synonyms: Synonyms, names: Iterable[str] = ()
) -> Iterator[tuple[str, bytes]]:
    """Every file of the search as (name under ``search/``, content), one at a time.

    ``entry`` gives what is kept of an article; it is asked once for each slug, in the order of the slugs, which is
    that of the articles' numbers. ``names`` are the curators' other names of people and companies, in Simplified
    characters: what readers may look for and mistype. What is held in memory is a bundle of texts for each variant and
    a range of the postings.
    """
    postings, lexicon, variants = Postings(), Lexicon(), dict[str, _Variant]()
    ordered = sorted(slugs)
    for number, slug in enumerate(ordered):
        made = entry(slug)
        postings.add(number, made.found)
        lexicon.add(made)
        for path, text in made.texts.items():
            own = variants.setdefault(path, _Variant(len(ordered)))
            yield from own.texts.add(slug, text.file)
            yield from own.cards.add(slug, text.card)
            own.facets.add(text.authors, text.tags, made.date, made.stances)
            own.subjects.update(text.tags)
    for own in variants.values():
        yield from own.texts.rest()
        yield from own.cards.rest()
    directory, known = Directory(len(ordered)), KnownTokens()
    yield from directory.shards(known.seen(postings.packed()))
    top, pages = directory.pages()
    yield from pages
    parts: dict[str, Any] = {}
    for name, value, most in _tables(synonyms, tuple(names), lexicon, known, variants):
        file_name, file = file_of(short_json_bytes(value))
        if len(file) <= most:
            parts[name] = value
        else:
            parts[name] = {"file": file_name, "bytes": len(file)}
            yield file_name, file
    subjects = {path: [name for name, _ in own.subjects.most_common(_SUBJECTS)] for path, own in variants.items()}
    head = {"format": FORMAT, "articles": len(ordered), "directory": top, "parts": parts, "subjects": subjects}
    yield ENTRY, packed(short_json_bytes(head))


def _tables(
    synonyms: Synonyms, names: Iterable[str], lexicon: Lexicon, known: KnownTokens, variants: Mapping[str, _Variant]
) -> Iterator[tuple[str, Any, int]]:
    """The tables of the index: name, plain values, and up to how many bytes it is read with the index."""
    found = meanings(synonyms, lexicon.printed(), known)
    regional = {chr(one): other for one, other in written().items()}
    folding = _folds(known, found)
    yield "fold", folding, _SMALL
    yield "meanings", rows(found), _SMALL
    yield "telling", [MARK, "".join(sorted(telling_characters())), regional], _SMALL
    for path, own in variants.items():
        yield f"texts/{path}", {"name": own.texts.names, "size": own.texts.sizes}, _SMALL
        if own.cards.names:
            yield f"cards/{path}", {"name": own.cards.names, "count": own.cards.counts}, _NEVER
        yield f"facets/{path}", own.facets.table(), _SMALLER
    others = [phrase for phrase in region_phrases() if known.has(folded(phrase))]
    called = [name for name in names if folded(name) in found or known.has(folded(name))]
    words = {path: lexicon.table(path, called, others) for path in variants}
    for path, table in words.items():
        yield f"words/{path}", table, _NEVER
    every = [word for table in words.values() for listed in table.values() for word in listed]
    readings = sounds(every, set(folding[0]))
    yield "sounds", {"of": readings, "odd": odd_readings(every, readings)}, _NEVER


def _folds(known: KnownTokens, found: Iterable[str]) -> list[str]:
    """The characters that a query is folded by and what they become: of those that some article or word may hold."""
    held = known.characters().union(*found)
    table = {one: other for one, other in folds().items() if other in held or not other.isalnum()}
    return ["".join(table), "".join(table.values())]
