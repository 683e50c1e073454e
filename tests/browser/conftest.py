"""A real Chromium on a served copy of the real digest."""

import functools
import itertools
import os
import threading
import zipfile
from collections import defaultdict
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import chromium
import hostile_digest
import pytest
from audit import EVERY
from building import PROJECT, build, built
from playwright.sync_api import sync_playwright

# What a browser's console says that nobody may be told.
FAULTS = ("error", "warning")


class Quiet(SimpleHTTPRequestHandler):
    """Serves a folder with the headers that the digest's own file asks hosts to send."""

    headers_sent = ()

    def end_headers(self):
        for name, value in self.headers_sent:
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, *arguments):
        pass


def options():
    """How the browser is started."""
    # A sandbox needs a user who is not root.
    return [*(["--no-sandbox"] if os.geteuid() == 0 else []), "--disable-background-networking"]


@pytest.fixture(scope="session")
def served(tmp_path_factory):
    """The folder that is served; the digest, built, is in it."""
    root = tmp_path_factory.mktemp("served")
    built(PROJECT, root / "digest")
    return root


@pytest.fixture(scope="session")
def address(served):
    """The digest's address: under a sub-path, as on a project's pages of a code host."""
    lines = (served / "digest" / "_headers").read_text(encoding="utf-8").splitlines()
    assert lines[0] == "/*"
    Quiet.headers_sent = [tuple(line.strip().split(": ", 1)) for line in lines[1:]]
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(served)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/digest/"
    server.shutdown()


@pytest.fixture(scope="session")
def browser():
    """Chromium; without it these tests fail and say what to install."""
    path = chromium.find()
    assert path, "no Chromium or Chrome found: run make test, or python tests/browser/chromium.py"
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=options())
        yield running
        running.close()


@pytest.fixture(scope="session")
def windows(browser):
    """Windows that no test has now, by how they were made: to start one costs more than most tests do in it."""
    free = defaultdict(list)
    yield free
    for page in itertools.chain.from_iterable(free.values()):
        page.context.close()


@pytest.fixture
def open_page(browser, address, windows):
    """Opens pages in windows that remember nothing; at the end nothing may have gone wrong in any of them."""
    taken, faults = [], []
    heard = _listeners(address, faults)

    def opened(path="", width=1280, own=False, **options):
        """A page; `own`: in a window that no other test gets, for what can't be taken back (scripts, media, routes)."""
        free = [] if own else windows[repr(sorted(options.items()))]
        page = free.pop() if free else browser.new_context(**options).new_page()
        taken.append((page, None if own else free))
        _forget(page, address)
        page.set_viewport_size({"width": width, "height": 800})
        page.set_default_timeout(15_000)
        for event, told in heard.items():
            page.on(event, told)
        page.goto(address + path)
        return page

    yield opened
    for page, free in taken:
        if free is None:
            page.context.close()
        else:
            for event, told in heard.items():
                page.remove_listener(event, told)
            free.append(page)
    assert faults == []


def _listeners(address, faults):
    """What is listened to in a window, by event: scripts' errors, answers that are none, requests to other hosts."""
    return {
        "pageerror": lambda fault: faults.append(f"error: {fault}"),
        "response": lambda got: faults.append(f"{got.status}: {got.url}") if got.status >= 400 else None,
        "console": lambda said: faults.append(f"{said.type}: {said.text}") if said.type in FAULTS else None,
        "request": lambda asked: (
            None if asked.url.startswith((address, "data:", "blob:")) else faults.append(f"another host: {asked.url}")
        ),
    }


def _forget(page, address):
    """Takes all away that pages left in a window: storage, caches, workers, other windows that were opened from it."""
    for other in page.context.pages:
        if other is not page:
            other.close()
    # A file of the site without any script: what is left is not written again when it is gone.
    page.goto(f"{address}llms.txt")
    page.evaluate("sessionStorage.clear()")
    devtools = page.context.new_cdp_session(page)
    origin = page.evaluate("location.origin")
    devtools.send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": "all"})
    devtools.detach()


class Silent(Quiet):
    headers_sent = ()


@pytest.fixture(scope="session")
def hostile_site(tmp_path_factory):
    root = tmp_path_factory.mktemp("hostile")
    hostile_digest.write(root, EVERY)
    done = build(root, root / "site")
    assert done.returncode == 0 and "Traceback" not in done.stderr, done.stderr[-3000:]
    # Books as their readers take them apart.
    for book in (root / "site").glob("zh-*/digest.epub"):
        with zipfile.ZipFile(book) as packed:
            packed.extractall(book.with_name("taken-apart"))
    return root / "site"


@pytest.fixture(scope="session")
def hostile_address(hostile_site):
    handler = functools.partial(Silent, directory=str(hostile_site))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


@pytest.fixture
def watched(browser, hostile_address):
    """A page and what it is caught doing: asking another host, showing a dialog, opening a window, saving a file."""
    context, heard = browser.new_context(), []
    context.on("request", lambda request: _note(request.url, hostile_address, heard))
    context.on("dialog", lambda dialog: (heard.append(f"dialog {dialog.message}"), dialog.dismiss()))
    page = context.new_page()
    page.on("popup", lambda other: heard.append(f"window {other.url}"))
    page.on("download", lambda saved: heard.append(f"saved {saved.url}"))
    yield page, heard
    context.close()


def _note(url, address, heard):
    if not url.startswith((address, "data:image/", "blob:")):
        heard.append(f"another host: {url}")
