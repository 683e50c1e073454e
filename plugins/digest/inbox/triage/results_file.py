"""All results of a run as one Parquet file beside the inbox, to be asked with DuckDB, pandas or anything else."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from digest.inbox.triage.collected import Chosen
from digest.inbox.triage.examined import Examined

FILE = "results.parquet"
# Rows that are written at once: memory stays flat.
_ROWS = 2000


def can_write() -> bool:
    """Whether pyarrow is there: it comes with the extra ``cluster``."""
    try:
        import pyarrow.parquet  # noqa: F401
    except ImportError:
        return False
    return True


def write_results(file: Path, pages: Iterable[Examined], chosen: Chosen) -> None:
    """One row a page, by key. The same pages give the same bytes. Raises OSError."""
    import pyarrow
    from pyarrow import parquet

    schema = _schema(pyarrow)
    ranks = {entry.page.key: number for number, entry in enumerate(chosen.entries, 1)}
    staged = file.with_name(f".{file.name}.staged")
    try:
        with parquet.ParquetWriter(staged, schema, compression="zstd") as writer:
            for rows in _batched(_row(page, chosen, ranks) for page in pages):
                writer.write_table(pyarrow.Table.from_pylist(rows, schema=schema))
        os.replace(staged, file)
    finally:
        staged.unlink(missing_ok=True)


def _schema(pyarrow: Any) -> Any:
    text, number, texts = pyarrow.string(), pyarrow.int32(), pyarrow.list_(pyarrow.string())
    concept = pyarrow.struct([("name", text), ("places", number)])
    meeting = pyarrow.struct([("claim", text), ("sentence", text), ("score", pyarrow.float64()), ("concepts", texts)])
    return pyarrow.schema(
        [
            *((name, text) for name in ("key", "place", "address", "fault", "no_article", "title")),
            ("authors", texts),
            *((name, text) for name in ("outlet", "day", "lang")),
            ("length", number),
            ("summary", text),
            ("concepts", pyarrow.list_(concept)),
            ("claims", texts),
            ("argued", pyarrow.float64()),
            ("about", pyarrow.float64()),
            ("copy_of", text),
            ("meets", pyarrow.list_(meeting)),
            ("entry", number),
        ]
    )


def _row(page: Examined, chosen: Chosen, ranks: dict[str, int]) -> dict[str, Any]:
    return {
        **{
            name: getattr(page, name) for name in ("key", "place", "address", "fault", "title", "outlet", "day", "lang")
        },
        **{"no_article": page.none, "length": page.length, "summary": page.summary},
        "authors": list(page.authors),
        "concepts": [{"name": name, "places": places} for name, places in page.concepts],
        "claims": list(page.claims),
        "argued": page.argued,
        "about": chosen.about(page) if page.is_article else None,
        "copy_of": chosen.copies.get(page.key),
        "meets": [
            {"claim": each.ref, "sentence": each.sentence, "score": each.score, "concepts": list(each.concepts)}
            for each in chosen.met.get(page.key, ())
        ],
        "entry": ranks.get(page.key),
    }


def _batched(rows: Iterator[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    waiting: list[dict[str, Any]] = []
    for row in rows:
        waiting.append(row)
        if len(waiting) == _ROWS:
            yield waiting
            waiting = []
    yield waiting
