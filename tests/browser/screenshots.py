"""Pictures of each kind of page, to be looked at: both scripts, light and dark, from a phone to a wide screen.

    python tests/browser/screenshots.py [FOLDER]

builds the digest and writes them to FOLDER (.screenshots), kind-tree-scheme-width.png each.
"""

from __future__ import annotations

import functools
import sys
import tempfile
import threading
from http.server import ThreadingHTTPServer
from pathlib import Path

import chromium
from kinds import KINDS, path_of
from playwright.sync_api import Browser, sync_playwright

sys.path.append(str(Path(__file__).parent.parent / "site"))
from building import PROJECT, built
from conftest import Quiet, options

WIDTHS = (360, 768, 1280, 1440)


def shoot(browser: Browser, address: str, site: Path, folder: Path) -> int:
    """Take all pictures; returns how many."""
    taken = 0
    for tree in ("zh-hans", "zh-hant"):
        for scheme in ("light", "dark"):
            for width in WIDTHS:
                context = browser.new_context(
                    viewport={"width": width, "height": 900},
                    color_scheme=scheme,
                    locale="zh-TW" if tree == "zh-hant" else "zh-CN",
                )
                page = context.new_page()
                for kind in KINDS:
                    page.goto(address + path_of(site, tree, kind))
                    page.screenshot(path=folder / f"{kind}-{tree}-{scheme}-{width}.png")
                    taken += 1
                context.close()
    return taken


def main() -> int:
    """Build, serve, take the pictures."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else ".screenshots")
    folder.mkdir(parents=True, exist_ok=True)
    path = chromium.find()
    if not path:
        print("error: no Chromium or Chrome here; python tests/browser/chromium.py installs one", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as place, sync_playwright() as playwright:
        site = built(PROJECT, Path(place) / "digest")
        server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=place))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        browser = playwright.chromium.launch(executable_path=path, args=options())
        taken = shoot(browser, f"http://127.0.0.1:{server.server_port}/digest/", site, folder)
        browser.close()
        server.shutdown()
    print(f"{taken} pictures in {folder}/")
    return 0


if __name__ == "__main__":
    sys.exit(main())
