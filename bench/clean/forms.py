"""The same pages in other forms that people keep: as MHTML, as a dump with front matter, as a copy from a browser."""

from __future__ import annotations

import json
import quopri
import re
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "scripts"))
sys.path.append(str(Path(__file__).resolve().parents[2] / "tests" / "browser"))

from chromium import find
from lxml import html as lxml_html
from lxml.html import HtmlElement
from playwright.sync_api import sync_playwright
from score import grams, letters

from convert.formats.charset import decode

ADDRESS = "https://example.invalid/page.html"
# The parser may stop at these, wherever they stand.
END_OF_PAGE = re.compile(r"</(?:html|body)\s*>", re.I)
XML = re.compile(r"^\s*<\?xml[^>]*\?>")
# Of what the whole page holds of an article's text, what the element for the article must hold.
HELD_SHARE = 0.97


def as_mhtml(page: bytes) -> bytes:
    """The page as a browser saves it in one file."""
    head = (
        f"From: <Saved by Blink>\r\nSnapshot-Content-Location: {ADDRESS}\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="----part"\r\n\r\n------part\r\n'
        f"Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: {ADDRESS}\r\n\r\n"
    )
    return head.encode() + quopri.encodestring(page) + b"\r\n------part--\r\n"


def as_dump(page: bytes, gold: dict[str, Any]) -> bytes:
    """What a feed gives of the page: title, author and day as front matter, then the HTML of its text."""
    text = END_OF_PAGE.sub("", decode(page))
    parser = lxml_html.HTMLParser(encoding="utf-8", remove_comments=True)
    root = lxml_html.document_fromstring(XML.sub("", text).encode(), parser=parser)
    for part in root.xpath("//head|//script|//style|//noscript|//template"):
        part.drop_tree()
    body = lxml_html.tostring(_holding(root, gold), encoding="unicode", with_tail=False)
    fields = {"title": gold.get("title"), "author": gold.get("author"), "date": gold.get("date"), "link": ADDRESS}
    front = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in fields.items() if value)
    return f"---\n{front}---\n{body}".encode()


def _holding(root: HtmlElement, gold: dict[str, Any]) -> HtmlElement:
    """The innermost element that holds the text of the article, whatever the conversion takes for it."""
    wanted = grams(letters("".join((*gold["body"], *gold.get("neutral", ())))))

    def held(element: HtmlElement) -> int:
        return (grams(letters(element.text_content())) & wanted).total()

    element = root
    while True:
        least = HELD_SHARE * held(element)
        inner = next((child for child in element if isinstance(child.tag, str) and held(child) >= least > 0), None)
        if inner is None:
            return element
        element = inner


def copied(pages: list[Path], out: Path) -> bool:
    """Write what selecting all and copying gives for each page; False where there is no browser to ask."""
    if (path := find()) is None:
        return False
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        context = browser.new_context(java_script_enabled=False, offline=True)
        for page in pages:
            tab = context.new_page()
            tab.set_content(decode(page.read_bytes()), wait_until="domcontentloaded")
            told = context.new_cdp_session(tab).send(
                "Runtime.evaluate",
                {
                    "expression": "getSelection().selectAllChildren(document.body), getSelection().toString()",
                    "returnByValue": True,
                },
            )
            (out / f"{page.stem}.txt").write_text(str(told["result"].get("value", "")), "utf-8")
            tab.close()
        browser.close()
    return True


def write(form: str, pages: list[Path], gold: dict[str, dict[str, Any]], out: Path) -> list[Path]:
    """The pages in a form (mhtml, dump or copy), as files of `out`; none where the form cannot be had here."""
    out.mkdir(parents=True, exist_ok=True)
    for old in out.iterdir():
        old.unlink()
    if form == "copy":
        return sorted(out.iterdir()) if copied(pages, out) else []
    for page in pages:
        data = page.read_bytes()
        made = as_mhtml(data) if form == "mhtml" else as_dump(data, gold[page.stem])
        (out / f"{page.stem}.{'mhtml' if form == 'mhtml' else 'md'}").write_bytes(made)
    return sorted(out.iterdir())
