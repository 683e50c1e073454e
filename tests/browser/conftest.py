"""A real Chromium on a served copy of the real digest."""

import functools
import os
import threading
import zipfile
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import chromium
import hostile_digest
import pytest
from audit import EVERY
from building import PROJECT, build, built
from playwright.sync_api import sync_playwright


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


@pytest.fixture
def open_page(browser, address):
    """Opens pages in contexts of their own; at the end nothing may have gone wrong in any of them."""
    contexts, faults = [], []

    def opened(path="", width=1280, **options):
        context = browser.new_context(viewport={"width": width, "height": 800}, **options)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(15_000)
        page.on("pageerror", lambda fault: faults.append(f"error: {fault}"))
        page.on(
            "response", lambda answer: faults.append(f"{answer.status}: {answer.url}") if answer.status >= 400 else None
        )
        page.on(
            "console",
            lambda said: faults.append(f"{said.type}: {said.text}") if said.type in ("error", "warning") else None,
        )
        page.on(
            "request",
            lambda request: (
                faults.append(f"another host: {request.url}")
                if not request.url.startswith((address, "data:", "blob:"))
                else None
            ),
        )
        page.goto(address + path)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert faults == []


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
