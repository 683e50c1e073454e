"""Every hostile text, written by a contributor and in a raw page, in a real browser without the site's policy.

The content policy is off and the checks' findings are passed over, as a site does that builds without --strict: what
is left is what the pages themselves do.
"""

import functools
import html
import json
import re
import threading
from html.parser import HTMLParser
from http.server import ThreadingHTTPServer

import pytest
from building import build
from conftest import Quiet
from payloads import ELSEWHERE, payloads

from convert.errors import ConvertError
from convert.pipeline import convert

CONFIG = """\
site_name: 桥
theme: {name: material, language: zh, font: false}
markdown_extensions: [tables, attr_list, md_in_html, footnotes, def_list, admonition, abbr]
plugins: [{digest: {content_policy: false, epub: false, reserved_rights: full}}]
"""
FILLER = "村口的石桥是三十年前修起来的，那时候全村每一户都出了一个劳力，从山里把石头一块一块地抬下来，走了整整两个月。"
# What a browser is asked of a page that has come to rest: what on it is the text's and more than a text.
AUDIT = """() => {
  const found = [];
  const own = '.dg-body, .dg-summary, .md-content';
  for (const each of document.querySelectorAll('*')) {
    for (const {name, value} of each.attributes) {
      const read = value.replace(/[\\u0000-\\u0020]/g, '').toLowerCase();
      if (name.startsWith('on')) found.push(each.tagName + ' ' + name);
      if (/^(href|src|action|formaction|data|xlink:href|poster|srcset|background|cite|ping)$/.test(name)
        && /^(javascript:(?!void\\(0\\))|vbscript:|data:(?!image\\/(png|jpeg|gif|webp))|blob:|file:)/.test(read))
        found.push(each.tagName + ' ' + name + '=' + read.slice(0, 60));
    }
    if (each.closest(own) && /^(script|style|link|meta|base|iframe|frame|object|embed|applet|form|button|textarea|video|audio|source|track|portal|template|math|foreignobject|dialog)$/i
      .test(each.tagName) && !/assets\\/digest\\//.test(each.getAttribute('src') || ''))
      found.push(each.tagName);
  }
  if (document.querySelectorAll('#__config').length !== 1) found.push('two #__config');
  return found;
}"""


def articles():
    """File name -> Markdown: each payload in a body, in a head, and in raw pages as text and as markup."""
    made = {}
    for number, payload in enumerate(payloads()):
        body = f"{FILLER}\n\n{payload}\n\n{FILLER}\n"
        said = json.dumps(payload, ensure_ascii=False)
        made[f"body-{number}"] = f"---\ntitle: 桥{number}\nlang: zh-Hans\nsummary: 桥。\n---\n\n{body}"
        made[f"head-{number}"] = (
            f"---\ntitle: {said}\nlang: zh-Hans\nauthor: [{said}]\nsite: {said}\nsummary: {said}\nrights: {said}\n"
            f"lead: {said}\ntags: [{said}]\npeople: [{said}]\nclaims: [{{id: c1, text: {said}, holder: {said}}}]\n"
            f"terms: {{石桥: {said}}}\n---\n\n{FILLER}<!--c1-->\n"
        )
        shapes = (f"<p>{html.escape(payload)}</p>", f"<div>{payload}</div>", f"<pre>{html.escape(payload)}</pre>")
        inline = f'<p>看这里：<code>{html.escape(payload)}`</code>和<a href="{html.escape(payload)}">这里</a></p>'
        page = "".join(f"<p>{FILLER}</p>{shape}" for shape in (*shapes, inline))
        raw = f"<!doctype html><title>桥怎样修起来{number}</title><h1>桥怎样修起来{number}</h1><article>{page}<p>{FILLER}</p></article>"
        try:
            made[f"raw-{number}"] = convert(raw, "").markdown
        except ConvertError:
            # A page of which too little is left is refused, with a message; its payload stands in no article.
            continue
    return made


@pytest.fixture(scope="module")
def hostile_site(tmp_path_factory):
    root = tmp_path_factory.mktemp("hostile")
    folder = root / "docs" / "articles"
    folder.mkdir(parents=True)
    (root / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    (root / "docs" / "index.md").write_text("# 桥\n", encoding="utf-8")
    (root / "docs" / "evil.js").write_text("alert(1)", encoding="utf-8")
    for name, text in articles().items():
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    done = build(root, root / "site")
    assert done.returncode == 0 and "Traceback" not in done.stderr, done.stderr[-3000:]
    return root / "site"


@pytest.fixture(scope="module")
def hostile_address(hostile_site):
    handler = functools.partial(Silent, directory=str(hostile_site))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


class Silent(Quiet):
    headers_sent = ()


class Active(HTMLParser):
    """What on a finished page would run, load or move something and is not the theme's own."""

    def __init__(self, text):
        super().__init__()
        self.found = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        if tag in (
            "iframe",
            "frame",
            "object",
            "embed",
            "applet",
            "base",
            "portal",
            "audio",
            "video",
            "source",
            "image",
        ):
            self.found.append(tag)
        for name, value in attrs:
            read = re.sub(r"[\x00-\x20]", "", value or "").lower()
            if (
                name.startswith("on")
                or (tag == "meta" and read == "refresh")
                or (name in LEADING and read.startswith(RUNNING) and read != "javascript:void(0)")
                or (name in LOADING and ELSEWHERE.removeprefix("http:") in read)
            ):
                self.found.append(f"{tag} {name}={value}")


LEADING = ("href", "src", "action", "formaction", "data", "xlink:href", "poster", "background", "ping")
LOADING = ("src", "srcset", "action", "formaction", "data", "poster", "background", "ping")
RUNNING = ("javascript:", "vbscript:", "data:text", "data:image/svg", "blob:", "file:")


def test_no_finished_page_holds_anything_active(hostile_site):
    pages = sorted(hostile_site.rglob("*.html"))
    assert len(pages) > 2 * 2.5 * len(payloads())
    found = {page.as_posix(): Active(page.read_text(encoding="utf-8")).found for page in pages}
    assert {page: faults for page, faults in found.items() if faults} == {}
