"""A source as a curator names it (an address, a file, a folder, an archive) as the parts that its pages lie in."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import IO, Any

from digest.inbox.sources.formats import archives, contents, feeds
from digest.inbox.sources.formats.stretch import Stretch
from digest.inbox.sources.formats.warc import is_by_record
from digest.inbox.sources.meter import ADDRESS, Meter
from digest.inbox.sources.opened import WEB, FilePlace, file_system, gives_parts, said
from digest.inbox.sources.parts import Files, Given, Members, Part, RecordRange, read_in_turn
from digest.inbox.sources.raw_page import BYTES_MOST, Pages, RawPage, Unread
from digest.inbox.sources.web import Web

Sees = Callable[[FilePlace], bool]
"""Whether those who will read a file have it."""

# A part is some seconds' work of one core: so much of an archive, or so many files. Of a small archive a smaller part,
# so that all cores have some of it. What is found does not depend on where parts end.
PART_LEAST, PART_MOST, PART_FILES, PARTS = 1 << 14, 1 << 20, 32, 64


def parts_of(
    sources: Iterable[str], web: Web, meter: Meter, feeds_named: Iterable[str] = (), sees: Sees = lambda _: True
) -> Iterator[Part | RawPage | Unread]:
    """The parts of all ``sources``, one after the other, then those of the addresses ``feeds_named``, which must be
    feeds or lists of feeds. What has to be read from its beginning to its end comes as its pages."""
    named = [(source, False) for source in sources] + [(source, True) for source in feeds_named]
    found = [_source(source, is_feed, web) for source, is_feed in named]
    meter.total = sum(each.size for each in found)
    for each in found:
        if each.fault:
            yield each.fault
        elif each.is_web:
            yield from web.pages(each.source, is_feed=each.is_feed)
            meter.add(ADDRESS)
        else:
            yield from _Files(each, web, meter, sees).parts()


@dataclass(frozen=True)
class _Source:
    """A source that was looked at: an address, or the ``files`` of a file system, at their paths."""

    source: str
    is_feed: bool = False
    is_web: bool = False
    system: Any = None
    path: str = ""
    files: tuple[tuple[str, FilePlace], ...] = ()
    fault: Unread | None = None

    @property
    def size(self) -> int:
        return ADDRESS if self.is_web else sum(file.size for _, file in self.files)


def _source(source: str, is_feed: bool, web: Web) -> _Source:
    is_file = contents.is_archive(source.split("?")[0])
    if is_feed or (source.startswith(WEB) and not is_file):
        return _Source(source, is_feed, is_web=True)
    if source.startswith(WEB) and (refusal := web.refusal(source)):
        return _Source(source, fault=Unread(source, refusal, "what robots.txt allows"))
    try:
        system, path = file_system(source, web.seconds)
        own = system.info(path)
        is_folder = own.get("type") == "directory"
        found = system.find(path, detail=True).values() if is_folder else [own]
    except Exception as fault:  # every file system has faults of its own
        allowed = "a file, a folder or an address; for s3:// the extra s3"
        return _Source(source, fault=Unread(source, said(fault), allowed))
    files = sorted((str(each["name"]), each) for each in found)
    listed = tuple((name, _place(source, system, name, each, web, is_folder)) for name, each in files)
    return _Source(source, system=system, path=path, files=listed)


def _place(source: str, system: Any, name: str, info: dict[str, Any], web: Web, is_folder: bool) -> FilePlace:
    is_local = "file" in _protocols(system)
    url = name if is_local else system.unstrip_protocol(name) if is_folder else source
    state = next((str(info[each]) for each in ("ETag", "mtime", "LastModified", "Last-Modified") if info.get(each)), "")
    return FilePlace(url, name if is_folder else source, int(info.get("size") or 0), state, web.seconds)


def _protocols(system: Any) -> tuple[str, ...]:
    return (system.protocol,) if isinstance(system.protocol, str) else tuple(system.protocol)


class _Files:
    """The files of a source, in the order of their names, as parts."""

    def __init__(self, source: _Source, web: Web, meter: Meter, sees: Sees) -> None:
        self._source, self._web, self._meter, self._sees = source, web, meter, sees
        # A file in a file in a file has no address of its own that others could open.
        self._has_addresses = "::" not in source.source
        self._waiting: list[FilePlace] = []

    def parts(self) -> Iterator[Part | RawPage | Unread]:
        """The parts, without hidden files; their pages where those who would read them do not have the files."""
        files = self._source.files
        are_seen = not self._has_addresses or not files or self._sees(files[0][1])
        return self._parts() if are_seen else read_in_turn(self._parts(), self._meter)

    def _parts(self) -> Iterator[Part | RawPage | Unread]:
        for name, place in self._source.files:
            if any(part.startswith(".") for part in PurePosixPath(name.removeprefix(self._source.path)).parts):
                self._meter.add(place.size)
            elif "file" in _protocols(self._source.system) and self._source.system.islink(name):
                self._meter.add(place.size)
                yield Unread(place.shown, "a link to another file", "files of the folder itself")
            else:
                yield from self._file(name, place)
        yield from self._waited()

    def _file(self, name: str, place: FilePlace) -> Iterator[Part | RawPage | Unread]:
        is_archive = contents.is_archive(name)
        if self._has_addresses and not is_archive and name != self._source.path:
            yield from self._waited(place)
            return
        yield from self._waited()
        try:
            with self._source.system.open(name, "rb") as stream:
                if not place.url.startswith(WEB) or gives_parts(stream):
                    yield from self._opened(name, place, stream)
                    return
            with self._source.system.open(name, "rb", block_size=0) as stream:
                yield from self._streamed(name, place, stream)
        except Exception as fault:  # every file system has faults of its own
            yield Unread(place.shown, said(fault), "a file that can be read")

    def _waited(self, place: FilePlace | None = None) -> Iterator[Part]:
        """The files that wait for one another, where they are enough for a part, or no other comes."""
        self._waiting += [place] if place else []
        files = Files(tuple(self._waiting))
        if self._waiting and (not place or len(files.places) == PART_FILES or files.bytes >= PART_MOST):
            self._waiting = []
            yield files

    def _opened(self, name: str, place: FilePlace, stream: IO[bytes]) -> Iterator[Part | RawPage | Unread]:
        if name == self._source.path and not contents.is_archive(name) and _is_list(stream):
            yield from _listed(place.shown, stream, self._web)
            self._meter.add(place.size)
            return
        lower = name.lower()
        if self._has_addresses and not contents.is_archive(lower):
            yield Files((place,))
        elif self._has_addresses and lower.endswith(contents.ZIPS):
            yield from _zip_parts(place, stream)
        elif self._has_addresses and _has_records(lower, stream):
            yield from _ranges(RecordRange(place, place.shown, 0, 0, place.size, is_mail=lower.endswith(contents.MBOX)))
        else:
            yield from self._streamed(name, place, stream)

    def _streamed(self, name: str, place: FilePlace, stream: IO[bytes]) -> Pages:
        """The pages of a file that is read from its beginning to its end."""
        stream = self._meter.stream(stream)
        yield from contents.file_pages(place.shown, PurePosixPath(name).name, stream, place.size)


def _is_list(stream: IO[bytes]) -> bool:
    head = stream.read(2000)
    stream.seek(0)
    return feeds.is_opml(head)


def _listed(shown: str, stream: IO[bytes], web: Web) -> Pages:
    """The feeds of a list that the curator named: lists in folders and archives are not followed."""
    named = feeds.addresses(stream.read(BYTES_MOST))
    if not named:
        yield Unread(shown, "a list of feeds that names none", "OPML with xmlUrl")
    for address in named:
        yield from web.pages(address, is_feed=True, deep=1)


def _has_records(lower: str, stream: IO[bytes], base: int = 0) -> bool:
    """Whether an archive can be read from any byte."""
    if lower.endswith(contents.MBOX):
        return True
    stream.seek(base)
    found = lower.endswith(contents.WARCS) and is_by_record(Stretch(stream))
    stream.seek(base)
    return found


def _ranges(archive: RecordRange) -> Iterator[Part]:
    """An archive of records as parts of like size."""
    size = min(PART_MOST, max(PART_LEAST, archive.whole // PARTS))
    for start in range(0, archive.whole, size):
        yield replace(archive, start=start, end=min(archive.whole, start + size), is_exact=start == 0)


def _zip_parts(place: FilePlace, stream: IO[bytes]) -> Iterator[Part]:
    """The members of a zip file as parts; of an archive that lies in it as it is, its own."""
    try:
        with zipfile.ZipFile(stream) as archive:
            entries = archives.entries(archive)
            yield from _member_parts(place, stream, entries)
    except archives.FAULTS as fault:
        yield Given((archives.broken(place.shown, "zip", fault),), place.size)


def _member_parts(place: FilePlace, stream: IO[bytes], entries: list[zipfile.ZipInfo]) -> Iterator[Part]:
    most = max(PART_FILES, len(entries) // (4 * PARTS))
    first = size = 0
    for number, entry in enumerate(entries):
        inside = _inside(place, stream, entry)
        size += 0 if inside else entry.compress_size
        if number > first and inside:
            yield Members(place, first, number, size)
        if inside:
            yield from _ranges(inside)
            first, size = number + 1, 0
        elif number + 1 - first >= most or size >= PART_MOST:
            yield Members(place, first, number + 1, size)
            first, size = number + 1, 0
    if first < len(entries):
        yield Members(place, first, len(entries), size)


def _inside(place: FilePlace, stream: IO[bytes], entry: zipfile.ZipInfo) -> RecordRange | None:
    """An archive of records that lies in a zip file as it is."""
    lower = entry.filename.lower()
    if not lower.endswith((*contents.WARCS, contents.MBOX)) or (base := archives.begins(stream, entry)) is None:
        return None
    if not _has_records(lower, stream, base):
        return None
    is_mail = lower.endswith(contents.MBOX)
    return RecordRange(place, f"{place.shown}!{entry.filename}", 0, 0, entry.file_size, base, is_mail=is_mail)
