"""The table that a run prints."""

from __future__ import annotations

from collections.abc import Mapping

from corpus import Corpus
from measured import Measured

_WRONG = 8


def table(number: int, corpus: Corpus, judged: int, results: Mapping[str, Measured]) -> str:
    """What was measured of each system, side by side."""
    rows = [("", list(results))]
    paths = next(iter(results.values())).judged if results else {}
    for path in paths:
        scores = [each.judged[path] for each in results.values()]
        rows.append((f"judged queries, {path}: recall", [f"{each.recall:.3f}" for each in scores]))
        rows.append(("    precision", [f"{each.precision:.3f}" for each in scores]))
        rows.append(("    exactly right", [f"{each.right:.0%}" for each in scores]))
    values = list(results.values())
    rows += [
        ("scanned queries: recall", [f"{each.scanned.recall:.3f}" for each in values]),
        ("    precision", [f"{each.scanned.precision:.3f}" for each in values]),
        ("index, MB", [f"{each.index_bytes / 1e6:.1f}" for each in values]),
        ("index, files", [str(each.index_files) for each in values]),
        ("first query, kB: median", [f"{each.median(0) / 1000:.0f}" for each in values]),
        ("    worst", [f"{each.worst(0) / 1000:.0f}" for each in values]),
        ("first query, requests: median", [f"{each.median(1):.0f}" for each in values]),
        ("    worst", [str(each.worst(1)) for each in values]),
        ("build, seconds", [f"{each.seconds:.0f}" for each in values]),
        ("build, peak MB", [f"{each.peak / 1e6:.0f}" for each in values]),
    ]
    wide = max(len(label) for label, _ in rows)
    lines = [
        f"{number} articles ({len(corpus.own)} of the repository) in two scripts; {judged} judged queries, "
        f"{len(corpus.sampled)} drawn from the texts, {len(corpus.scanned)} of them compared with a scan of all"
    ]
    lines += [f"{label:<{wide}}" + "".join(f"{value:>12}" for value in cells) for label, cells in rows]
    for name, each in results.items():
        lines += [f"{name}: {each.note}"] if each.note else []
        lines += [
            f"{name}, {path}: not exactly right: {', '.join(found.wrong[:_WRONG])}"
            f"{f' and {len(found.wrong) - _WRONG} more' if len(found.wrong) > _WRONG else ''}"
            for path, found in each.judged.items()
            if found.wrong
        ]
    return "\n".join(lines)
