"""The table that a run prints."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Mapping, Sequence

from corpus import Corpus
from measured import Measured
from queries import Score

_WRONG = 8


Row = tuple[str, list[str]]
"""A label, and what was measured of each system."""


def table(number: int, corpus: Corpus, judged: int, results: Mapping[str, Measured]) -> str:
    """What was measured of each system, side by side."""
    values = list(results.values())
    rows: list[Row] = [("", list(results))]
    for path in values[0].judged if values else ():
        rows += _scores(path, [each.judged[path] for each in values])
    rows += _sizes(values)
    wide = max(len(label) for label, _ in rows)
    lines = [
        f"{number} articles ({len(corpus.own)} of the repository) in two scripts; {judged} judged queries, "
        f"{len(corpus.sampled)} drawn from the texts, {len(corpus.scanned)} of them compared with a scan of all"
    ]
    lines += [f"{label:<{wide}}" + "".join(f"{value:>14}" for value in cells) for label, cells in rows]
    for name, each in results.items():
        lines += [f"{name}: {each.note}"] if each.note else []
        lines += [
            f"{name}, {path}: not exactly right: {', '.join(found.wrong[:_WRONG])}"
            f"{f' and {len(found.wrong) - _WRONG} more' if len(found.wrong) > _WRONG else ''}"
            for path, found in each.judged.items()
            if found.wrong
        ]
    return "\n".join(lines)


def _scores(path: str, scores: Sequence[Score]) -> list[Row]:
    """What was found for the judged queries in one variant, of all and of each kind."""
    rows = [
        (f"judged queries, {path}: recall", [f"{each.recall:.3f}" for each in scores]),
        ("    precision", [f"{each.precision:.3f}" for each in scores]),
        ("    exactly right", [f"{each.right:.0%}" for each in scores]),
        ("    first five: share right", [f"{each.at_five:.3f}" for each in scores]),
        ("    first right, empty lists", [f"{each.first}, {each.empty}" for each in scores]),
    ]
    for kind in dict.fromkeys(kind for each in scores for kind in each.kinds):
        own = [each.kinds[kind] for each in scores]
        rows.append((f"    {kind}: recall / precision", [f"{each.recall:.2f} / {each.precision:.2f}" for each in own]))
    return rows


def _sizes(values: Sequence[Measured]) -> list[Row]:
    """What the index costs, and the first query."""
    return [
        ("scanned queries: recall", [f"{each.scanned.recall:.3f}" for each in values]),
        ("    precision", [f"{each.scanned.precision:.3f}" for each in values]),
        ("index, MB", [f"{each.index_bytes / 1e6:.1f}" for each in values]),
        ("index, files", [str(each.index_files) for each in values]),
        ("first query, kB: median", [f"{each.median(0) / 1000:.0f}" for each in values]),
        ("    worst", [f"{each.worst(0) / 1000:.0f}" for each in values]),
        ("first query, requests: median", [f"{each.median(1):.0f}" for each in values]),
        ("    worst", [str(each.worst(1)) for each in values]),
        ("first query, no parts sent, kB: median", [_kilobytes(statistics.median, each) for each in values]),
        ("    worst", [_kilobytes(max, each) for each in values]),
        ("build, seconds", [f"{each.seconds:.0f}" for each in values]),
        ("build, peak MB", [f"{each.peak / 1e6:.0f}" for each in values]),
    ]


def _kilobytes(of: Callable[[list[int]], float], measured: Measured) -> str:
    return f"{of([sent for sent, _ in measured.whole]) / 1000:.0f}" if measured.whole else "-"
