"""Reading and checking the files of a digest: what is new or changed, on all cores."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from digest.articles.hand_written import parted
from digest.checks.folder import Folder, known_by
from digest.checks.passes.kept import KeptFindings
from digest.checks.world import Noted
from digest.files.findings import Finding
from digest.keeping.processes import FEW, cores
from digest.keeping.store import Store


@dataclass
class CheckedPart:
    """What came of some files: ``articles`` are packed, by file as shown and what their texts are known by; ``found``
    what is wrong with each (name, text), and what was asked meanwhile; ``ids`` those of pages that were asked for.

    No command shows an extract: articles have the summaries that somebody wrote."""

    articles: dict[tuple[str, str], bytes] = field(default_factory=dict)
    found: list[tuple[str, str, Noted, list[Finding]]] = field(default_factory=list)
    ids: list[tuple[str, str, list[str]]] = field(default_factory=list)


def read_and_check(
    folder: Folder, names: Sequence[str], chosen: Collection[str], store: Store
) -> tuple[dict[tuple[str, str], bytes], list[Finding]]:
    """Check the files ``names`` (paths in the docs folder), or those ``chosen`` where some are.

    What is wrong comes second; first the articles that were read meanwhile, packed, by file as shown and what their
    texts are known by.
    """
    kept = KeptFindings(folder, store)
    found: list[Finding] = []
    new = []
    for name in names:
        known = _known(folder, kept, name) if not chosen or name in chosen else []
        if known is None:
            new.append(name)
        else:
            found += known
    read: dict[tuple[str, str], bytes] = {}
    for part in _parts(folder, new):
        read |= part.articles
        for name, text, noted, faults in part.found:
            kept.put(name, text, noted, faults)
            found += faults
        for each in part.ids:
            kept.put_ids(*each)
    return read, found


def _known(folder: Folder, kept: KeptFindings, name: str) -> list[Finding] | None:
    """What is known of a file; nothing of one that cannot be read, which the reading of the digest says."""
    stored = folder.stored(name)
    return [] if stored is None else kept.get(name, known_by(stored))


def _parts(folder: Folder, names: Sequence[str]) -> Iterable[CheckedPart]:
    if len(names) < FEW or cores() < 2:
        return [_part(folder, names)] if names else []
    return _on_all(folder, names)


def _on_all(folder: Folder, names: Sequence[str]) -> Iterator[CheckedPart]:
    # Imported here: few files do without the machinery of processes.
    from concurrent.futures import ProcessPoolExecutor

    # One here: what has to be imported and read for it is there for all, where processes begin as copies.
    yield _part(folder, names[:1])
    # More parts than cores: articles are not of one length.
    count = cores() * 4
    parts = [names[1 + start :: count] for start in range(count)]
    with ProcessPoolExecutor(cores()) as pool:
        yield from pool.map(partial(_part, folder), parts)


def _part(folder: Folder, names: Sequence[str]) -> CheckedPart:
    # Imported here: where nothing is new nobody waits for the rules and the renderers.
    from digest.articles.article import as_written
    from digest.articles.reading import read_article
    from digest.checks.run import Checker
    from digest.plan.kept import packed

    part, checker = CheckedPart(), Checker(folder)
    for name in names:
        stored = folder.stored(name)
        if stored is None:
            continue
        source = folder.source_of(name, stored)
        if source.is_article:
            read = read_article(source.file, parted(Path(name).stem)[0], source.text, as_written)
            part.articles[source.file, known_by(source.text)] = packed(read)
        found = checker.text(name, stored)
        part.found.append((name, known_by(stored), checker.world.noted(), found))
    part.ids = checker.read_ids()
    return part
