"""What a site allows: its robots.txt, read once a run (RFC 9309)."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

from protego import Protego

from digest import __version__
from digest.inbox.fetching import Fetched, Request
from digest.inbox.open_net import FetchError

NAME = "zh-article-digest"
AGENT = f"{NAME}/{__version__} (reads feeds for curators, keeps to robots.txt)"

Fetch = Callable[[Request], Fetched]
"""Asks for a page. Raises FetchError."""

# Between two requests to one host, where its robots.txt asks for no longer pause; and the longest that is waited.
PAUSE, PAUSE_MOST = 2.0, 30.0
_LEAST_SERVER_FAULT = 500


class Robots:
    """The rules of every host that was asked."""

    def __init__(self, fetch: Fetch) -> None:
        self._fetch = fetch
        self._rules: dict[str, Protego | FetchError] = {}

    def refusal(self, address: str, led_from: str = "") -> str:
        """Why ``address`` may not be asked for; empty where it may."""
        rules = self._of(address, led_from)
        if isinstance(rules, FetchError):
            return f"its robots.txt cannot be read ({rules})"
        return "" if rules.can_fetch(address, NAME) else "robots.txt forbids it"

    def pause(self, address: str) -> float:
        """The seconds to wait between two requests to the host of ``address``."""
        rules = self._rules.get(_host(address))
        asked = rules.crawl_delay(NAME) if isinstance(rules, Protego) else None
        return min(PAUSE_MOST, max(PAUSE, asked or 0.0))

    def _of(self, address: str, led_from: str) -> Protego | FetchError:
        host = _host(address)
        if host not in self._rules:
            self._rules[host] = self._asked(f"{host}/robots.txt", led_from)
        return self._rules[host]

    def _asked(self, address: str, led_from: str) -> Protego | FetchError:
        """The rules; all is allowed where there are none, nothing where the server is at fault or does not answer."""
        try:
            text = self._fetch(Request(address, AGENT, led_from=led_from)).data.decode("utf-8", "replace")
        except FetchError as fault:
            if 0 < fault.status < _LEAST_SERVER_FAULT:
                return Protego.parse("")
            return fault
        return Protego.parse(text)


def _host(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"
