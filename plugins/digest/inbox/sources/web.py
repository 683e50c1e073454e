"""Pages and feeds at addresses: robots.txt is kept to, hosts are not hurried, what was seen is not sent again."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import PurePosixPath
from typing import Protocol
from urllib.parse import urlsplit

from digest.inbox.fetching import SECONDS_MOST, Fetched, Request, fetch
from digest.inbox.open_net import FetchError
from digest.inbox.sources.formats import feeds
from digest.inbox.sources.raw_page import Pages, RawPage, Unread
from digest.inbox.sources.robots import AGENT, Robots

# A list of feeds may name lists of feeds.
_LISTS_DEEP = 2
_FEED_NAMES = (".xml", ".rss", ".atom", ".rdf")


class Answers(Protocol):
    """What was fetched in earlier runs, by address."""

    def answer(self, address: str) -> Fetched | None:
        """What came, if anything did."""

    def keep_answer(self, address: str, fetched: Fetched) -> None:
        """Remember what came."""


class Web:
    """``answers`` are what earlier runs fetched; a host gets ``seconds`` for an answer, and a pause between two."""

    def __init__(
        self, answers: Answers, seconds: float = SECONDS_MOST, sleep: Callable[[float], None] = time.sleep
    ) -> None:
        self._answers, self.seconds, self._sleep = answers, seconds, sleep
        self._robots = Robots(self._ask)
        self._last: dict[str, float] = {}

    def pages(self, address: str, is_feed: bool = False, deep: int = 0, led_from: str = "") -> Pages:
        """A page, the entries of a feed, or those of all feeds of a list; ``is_feed``: it must be one of the two."""
        try:
            fetched = self._read(address, led_from)
        except FetchError as fault:
            yield Unread(
                address, str(fault).removeprefix(f"{address}: "), "an address that answers and that robots.txt allows"
            )
            return
        if feeds.is_opml(fetched.data):
            yield from self._listed(address, fetched, deep)
        elif feeds.is_feed(fetched.data):
            yield from self._entries(address, fetched)
        elif is_feed or urlsplit(address).path.lower().endswith(_FEED_NAMES):
            yield feeds.no_feed(address, fetched.data)
        else:
            yield _page(address, fetched)

    def refusal(self, address: str) -> str:
        """Why ``address`` may not be asked for; empty where it may."""
        return self._robots.refusal(address)

    def _listed(self, address: str, fetched: Fetched, deep: int) -> Pages:
        listed = feeds.addresses(fetched.data)
        if deep == _LISTS_DEEP:
            yield Unread(address, f"a list of feeds, {deep + 1} lists deep", f"at most {_LISTS_DEEP}")
        elif not listed:
            yield Unread(address, "a list of feeds that names none", "OPML with xmlUrl")
        else:
            for each in listed:
                yield from self.pages(each, is_feed=True, deep=deep + 1, led_from=urlsplit(fetched.address).netloc)

    def _entries(self, address: str, fetched: Fetched) -> Pages:
        """The entries of a feed; of one that only begins its article, the page that it leads to."""
        for page in feeds.feed_pages(address, fetched.data):
            if isinstance(page, RawPage) and page.is_teaser and page.address.startswith(("http://", "https://")):
                yield from self._followed(page, urlsplit(fetched.address).netloc)
            else:
                yield page

    def _followed(self, entry: RawPage, led_from: str) -> Pages:
        known = self._answers.answer(entry.address)
        try:
            fetched = known or self._read(entry.address, led_from)
        except FetchError as fault:
            yield Unread(entry.place, str(fault), "an entry with its text, or an address that answers")
            return
        yield _page(entry.place, fetched)

    def _read(self, address: str, led_from: str) -> Fetched:
        """What stands at an address: as it was, where the server says so. Raises FetchError."""
        refusal = self._robots.refusal(address, led_from)
        if refusal:
            raise FetchError(f"{address}: {refusal}")
        known = self._answers.answer(address)
        state = (known.tag, known.modified) if known else ("", "")
        fetched = self._ask(Request(address, AGENT, *state, led_from))
        if fetched.is_unchanged and known:
            return known
        self._answers.keep_answer(address, fetched)
        return fetched

    def _ask(self, request: Request) -> Fetched:
        host = urlsplit(request.address).netloc
        wait = self._last.get(host, float("-inf")) + self._robots.pause(request.address) - time.monotonic()
        if wait > 0:
            self._sleep(wait)
        try:
            return fetch(request, self.seconds)
        finally:
            self._last[host] = time.monotonic()


def _page(place: str, fetched: Fetched) -> RawPage:
    name = PurePosixPath(urlsplit(fetched.address).path).name or "page.html"
    return RawPage(place, name, fetched.data, fetched.address)
