"""Builds the digest's index of a corpus, in a process of its own so that its memory can be measured.

python bench/search/build_index.py CORPUS.jsonl OUT
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from digest.plan.aliases import read_aliases
from digest.plan.synonyms import read_synonyms
from digest.search.documents import SearchDocument
from digest.search.entries import SearchEntry, entry
from digest.search.index import search_files
from digest.text.html_tokens import Passage

DOCS = Path(__file__).parent.parent.parent / "docs"


def main(corpus: Path, out: Path) -> None:
    """Write the search's files of ``corpus`` into ``out``."""
    offsets: dict[str, int] = {}
    with corpus.open("rb") as lines:
        at = 0
        for line in lines:
            offsets[line[10 : line.index(b'"', 10)].decode()] = at
            at += len(line)
    with corpus.open("rb") as file:

        def read(slug: str) -> SearchEntry:
            file.seek(offsets[slug])
            line = json.loads(file.readline())
            return entry({path: _document(data) for path, data in line["variants"].items()})

        synonyms, _ = read_synonyms("docs/synonyms.yml", (DOCS / "synonyms.yml").read_text(encoding="utf-8"))
        aliases, _ = read_aliases("docs/aliases.yml", (DOCS / "aliases.yml").read_text(encoding="utf-8"))
        for name, content in search_files(offsets, read, aliases.found_by(synonyms), aliases.names()):
            target = out / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)


def _document(data: Mapping[str, Any]) -> SearchDocument:
    said = {key: tuple(text.split("、")) for key, text in data["about"]}
    return SearchDocument(
        data["url"],
        data["title"],
        data["date"],
        tuple(map(tuple, data["about"])),
        tuple(map(tuple, data["claims"])),
        tuple(Passage(text, anchor, "", bool(more)) for anchor, text, *more in data["text"]),
        said.get("tags", ()),
        said.get("author", ()),
        (*said.get("people", ()), *said.get("companies", ())),
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
