"""Reading and checking the files of a digest on all cores."""

from __future__ import annotations

import os
from collections.abc import Collection, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

from digest.articles.article import Article, read_article
from digest.articles.hand_written import parted
from digest.checks.run import Folder
from digest.files.findings import Finding

# Starting processes costs as much as reading and checking this many articles.
FEW = 60

Read = dict[str, tuple[Article | None, list[Finding]]]
"""By file as shown: the article, and what is wrong with it."""


def read_and_check(folder: Folder, names: Sequence[str], chosen: Collection[str]) -> tuple[Read, list[Finding]]:
    """Read the articles among ``names`` (paths in the docs folder); check those ``chosen``, or all where none is."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    if len(names) < FEW or cores < 2:
        return _part(folder, chosen, names)
    # More parts than cores: articles are not of one length.
    parts = [names[start :: cores * 4] for start in range(cores * 4)]
    read: Read = {}
    found: list[Finding] = []
    with ProcessPoolExecutor(cores) as pool:
        for articles, faults in pool.map(partial(_part, folder, chosen), parts):
            read |= articles
            found += faults
    return read, found


def _part(folder: Folder, chosen: Collection[str], names: Sequence[str]) -> tuple[Read, list[Finding]]:
    read: Read = {}
    for name in names:
        held = folder.source(name)
        if held and held[0].is_article:
            source = held[0]
            read[source.file] = read_article(source.file, parted(Path(name).stem)[0], source.text)
    return read, folder.check(name for name in names if not chosen or name in chosen)
