"""Parts of sources: each says where its bytes lie, so that whoever examines its pages reads them there."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from threading import local

from digest.inbox.sources.formats import archives, contents, mail, warc
from digest.inbox.sources.formats.stretch import Stretch
from digest.inbox.sources.meter import Meter
from digest.inbox.sources.opened import Elsewhere, FilePlace, said
from digest.inbox.sources.raw_page import Pages, RawPage, Unread


@dataclass
class Reading:
    """The pages of a part as they are read; of a stretch then also where its first record began, and where the record
    behind it begins (none: nobody knows)."""

    pages: Pages
    begun: int | None = None
    stop: int | None = None


@dataclass(frozen=True)
class Given:
    """Pages that were read already, or what could not be."""

    pages: tuple[RawPage | Unread, ...]
    bytes: int = 0

    def read(self) -> Reading:
        """They themselves."""
        return Reading(iter(self.pages))


@dataclass(frozen=True)
class Files:
    """Files that each are a page, a feed or a message."""

    places: tuple[FilePlace, ...]

    @property
    def bytes(self) -> int:
        return sum(each.size for each in self.places)

    def read(self) -> Reading:
        """Their pages, file by file."""
        return Reading(page for place in self.places for page in _file(place))


def _file(place: FilePlace) -> Pages:
    try:
        with place.open() as stream:
            yield from contents.file_pages(place.shown, PurePosixPath(place.url).name, stream, place.size)
    except Elsewhere:
        raise
    except Exception as fault:  # every file system has faults of its own
        yield Unread(place.shown, said(fault), "a file that can be read")


@dataclass(frozen=True)
class Members:
    """The members ``first`` to ``last`` (without) of a zip file, in the order of their names."""

    place: FilePlace
    first: int
    last: int
    bytes: int

    def read(self) -> Reading:
        """Their pages."""
        return Reading(self._pages())

    def _pages(self) -> Pages:
        try:
            archive = _archive(self.place)
            chosen = archives.entries(archive)[self.first : self.last]
            yield from archives.entry_pages(archive, chosen, self.place.shown, contents.inner(1))
        except archives.FAULTS as fault:
            yield archives.broken(self.place.shown, "zip", fault)


@dataclass(frozen=True)
class RecordRange:
    """The records of a web archive or mailbox that begin in the bytes ``start`` to ``end`` (without): from the first
    that is found there or, ``is_exact``, from ``start``.

    Byte 0 is byte ``base`` of the file, which ends at ``whole``: an archive may lie in another as it is.
    """

    place: FilePlace
    shown: str
    start: int
    end: int
    whole: int
    base: int = 0
    is_exact: bool = False
    is_mail: bool = False

    @property
    def bytes(self) -> int:
        return self.end - self.start

    def exactly(self, start: int) -> RecordRange:
        """The same part from ``start`` on, where a record begins."""
        return replace(self, start=start, is_exact=True)

    def is_same(self, other: RecordRange) -> bool:
        """Whether two lie in the same archive."""
        return (self.place, self.base) == (other.place, other.base)

    def read(self) -> Reading:
        """The pages of its records."""
        reading = Reading(iter(()))
        reading.pages = self._pages(reading)
        return reading

    def _pages(self, reading: Reading) -> Pages:
        with self.place.open() as stream:
            stretch = Stretch(stream, self.start, self.whole, self.base)
            to_first = mail.to_message if self.is_mail else warc.to_record
            if not self.is_exact and not to_first(stretch, self.end):
                return
            reading.begun = stretch.at
            pages = mail.mbox_pages if self.is_mail else warc.warc_pages
            try:
                yield from pages(self.shown, stretch, self.end)
            except warc.Lost:
                return
            reading.stop = stretch.at


Part = Given | Files | Members | RecordRange


class Behind:
    """Where the stretch that was read last stopped: the next one of the same archive begins there."""

    def __init__(self) -> None:
        self._range: RecordRange | None = None
        self._stop: int | None = None

    def due(self, part: Part) -> Part | None:
        """``part`` from where it has to be read; nothing where what was read before covers it."""
        if not isinstance(part, RecordRange) or part.is_exact or not self._knows(part):
            return part
        stop = self._stop or 0
        return part.exactly(stop) if stop < part.end else None

    def fits(self, part: Part, begun: int | None) -> bool:
        """Whether ``part``, read from ``begun`` on, was read from where it has to be: by its bytes alone no one can
        tell a record from one that lies in the page of another."""
        return not isinstance(part, RecordRange) or part.is_exact or not self._knows(part) or begun == self._stop

    def read(self, part: Part, stop: int | None) -> None:
        """Remember where the reading of ``part`` stopped."""
        if isinstance(part, RecordRange):
            self._range, self._stop = part, stop

    def _knows(self, part: RecordRange) -> bool:
        return self._range is not None and self._range.is_same(part) and self._stop is not None


def read_in_turn(parts: Iterable[Part | RawPage | Unread], meter: Meter) -> Pages:
    """The pages of all parts, read here, one after the other."""
    behind = Behind()
    for part in parts:
        if isinstance(part, RawPage | Unread):
            yield part
            continue
        if due := behind.due(part):
            reading = due.read()
            try:
                yield from reading.pages
            except Elsewhere as fault:
                yield changed(part, fault)
            behind.read(due, reading.stop)
        meter.add(part.bytes)


def changed(part: Part, fault: Exception) -> Unread:
    """What is said of a file that is another one than when its source was looked at."""
    shown = part.places[0].shown if isinstance(part, Files) else part.place.shown if not isinstance(part, Given) else ""
    return Unread(shown, f"it changed while it was read ({fault})", "a file that nobody writes to meanwhile")


class _Last(local):
    """The zip file that a thread read last stays open: the list of its members is read once for many parts."""

    place: FilePlace | None = None
    archive: zipfile.ZipFile | None = None

    def __init__(self) -> None:
        self.open = ExitStack()


_LAST = _Last()


def _archive(place: FilePlace) -> zipfile.ZipFile:
    if _LAST.archive is None or place != _LAST.place:
        close_archive()
        _LAST.archive = _LAST.open.enter_context(zipfile.ZipFile(_LAST.open.enter_context(place.open())))
        _LAST.place = place
    return _LAST.archive


def close_archive() -> None:
    """Let go of the zip file that this thread read last."""
    _LAST.open.close()
    _LAST.archive = None
