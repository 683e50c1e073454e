"""What is asked of a page by a real browser: what in it would run, load, send or lay itself over the page."""

import json
import os
from pathlib import Path

EVERY = int(os.environ.get("HOSTILE_EVERY", "11"))
# So many of the articles are opened, and of the other pages.
OPENED = 6 if EVERY > 1 else 60
# What is asked of a page, as a tree: what in it would run, load, send or lay itself over the page. The theme's own
# scripts, forms and frames are known by where they are; ``live`` are pages in which those scripts have run.
KINDS = {"html": "text/html", "xhtml": "application/xhtml+xml", "svg": "image/svg+xml"} | dict.fromkeys(
    ("xml", "opf", "ncx"), "text/xml"
)
AUDIT = f"const activeParts = {(Path(__file__).parent / 'active_parts.js').read_text(encoding='utf-8')};"
READ = (
    "async paths => { const found = {}; let next = 0;"
    + f"const kinds = {json.dumps(KINDS)};"
    + AUDIT
    + """
  const take = async () => { while (next < paths.length) {
    const path = paths[next++], kind = kinds[path.split(".").pop()];
    const read = new DOMParser().parseFromString(await (await fetch(path)).text(), kind);
    const said = read.querySelector("parsererror") ? ["is no XML"] : activeParts(read, false);
    if (said.length) found[path] = said;
  } };
  await Promise.all([take(), take(), take(), take()]);
  return found }"""
)
PARSE = (
    "texts => {"
    + AUDIT
    + """
  return texts.map(text => activeParts(new DOMParser().parseFromString(text, "text/html"), false)) }"""
)
LIVE = "() => {" + AUDIT + "return activeParts(document, true) }"
