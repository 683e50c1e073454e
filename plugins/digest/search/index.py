"""All files of the search."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from hashlib import blake2s

from digest.plan.synonyms import Synonyms
from digest.search.entries import Entry
from digest.search.numbers import article_numbers
from digest.search.postings import Postings
from digest.search.shards import Directory, file_of, json_bytes, packed
from digest.search.tokens import folds

FORMAT = 2
"""The version of the files; a browser that still has another version's scripts says so and asks to reload."""

ENTRY = "index.bin"
"""The one file with a fixed name, from which a browser learns the others'."""

# The most frequent concepts, as examples of what to look for: a line or two below the search box.
_SUBJECTS = 8


def search_files(
    slugs: Iterable[str], entry: Callable[[str], Entry], synonyms: Synonyms
) -> Iterator[tuple[str, bytes]]:
    """Every file of the search as (name under ``search/``, content), one at a time.

    ``entry`` gives what is kept of an article; it is asked once for each slug, in an order of its own. What is held
    in memory are the postings, eight bytes for each token of each article.
    """
    numbers = article_numbers(slugs)
    postings, version = Postings(), blake2s(digest_size=6)
    subjects: dict[str, Counter[str]] = {}
    for slug, number in numbers.items():
        made = entry(slug)
        postings.add(number, made.found)
        for path, text in made.texts.items():
            subjects.setdefault(path, Counter()).update(text.tags)
            version.update(text.version)
            yield f"text/{path}/{number}.bin", text.file
    directory = Directory()
    yield from directory.shards(postings.packed())
    top, pages = directory.pages()
    yield from pages
    table = folds()
    fold_name, fold_file = file_of(("".join(table) + "\n" + "".join(table.values())).encode())
    yield fold_name, fold_file
    head = {
        "format": FORMAT,
        "articles": len(numbers),
        "texts": version.hexdigest(),
        "fold": fold_name,
        "directory": top,
        "synonyms": synonyms,
        "subjects": {path: [name for name, _ in found.most_common(_SUBJECTS)] for path, found in subjects.items()},
    }
    yield ENTRY, packed(json_bytes(head))
