"""An RSS, Atom or Evernote file with one entry to a draft. Several entries are several articles: they are refused."""

from __future__ import annotations

import re

from lxml import etree

from convert.errors import ConvertError
from convert.formats.html import read_entry
from convert.page import Draft, Hint
from convert.text.address import safe_address
from convert.text.characters import without_unreadable, without_unreadable_references

FEED = re.compile(
    r"\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.{0,2000}?-->\s*)?(?:<!DOCTYPE[^>\[]*>\s*)?<(?:rss|feed|rdf:RDF|entry|item|en-export)\b",
    re.S,
)
DECLARATION = re.compile(r"\A\s*(?:<\?xml[^>]*\?>\s*)?")
# Names of the parts of an entry without their namespaces, the fullest text first.
TEXTS = ("encoded", "content", "description", "summary")
FIELDS = {
    "title": ("title",),
    "author": ("creator", "author"),
    "date": ("pubDate", "published", "date", "updated", "created"),
    "url": ("link", "source-url", "guid", "id"),
}


def is_feed(text: str) -> bool:
    """True if the text is RSS or Atom."""
    return bool(FEED.match(text[:4000]))


def read_xml(text: str) -> Draft:
    """The draft of the only entry.

    Raises:
        ConvertError: There are none or several.
    """
    # The text is decoded already: its charset is that of the declaration no longer.
    readable = DECLARATION.sub("", without_unreadable_references(without_unreadable(text)))
    root = xml_root(readable.encode("utf-8", errors="replace"))
    entries = [e for e in root.iter() if local_name(e) in ("item", "entry", "note")] if root is not None else []
    if len(entries) != 1:
        raise ConvertError(
            f"a feed with {len(entries)} entries: an article is one entry",
            allowed="one file an entry: a feed cut down to it, or its HTML with the data above it",
            example="---\\ntitle: 标题\\nlink: https://…\\n---\\n<p>正文</p>",
        )
    (entry,) = entries
    hints = _hints(entry, entry.getroottree().getroot())
    body = next((value for name in TEXTS if (value := _value(entry, name))), "")
    draft = read_entry(body, hints)
    return Draft("fragment", draft.blocks, hints, removed=draft.removed)


def xml_root(data: bytes) -> etree._Element | None:
    """The first element of an XML file, however damaged; None where it has none."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, huge_tree=False)
    try:
        root: etree._Element | None = etree.fromstring(data, parser=parser)
    except etree.XMLSyntaxError:
        return None
    return root


def _hints(entry: etree._Element, root: etree._Element) -> tuple[Hint, ...]:
    hints = []
    for key, names in FIELDS.items():
        for value in filter(None, (_value(entry, name) for name in names)):
            if key != "url" or safe_address(value):
                hints.append(Hint(key, value, "front matter"))
    clip = _value(entry, "source-url") or local_name(root) == "en-export"
    if clip:
        # When somebody put the page into his notes.
        hints = [hint for hint in hints if hint.key != "date"]
    channel = next((e for e in root.iter() if local_name(e) in ("channel", "feed")), None)
    site = _value(channel, "title") if channel is not None else ""
    owner = _value(channel, "author") if channel is not None else ""
    if owner and not any(hint.key == "author" for hint in hints):
        hints.append(Hint("author", owner, "front matter"))
    return (*hints, *([Hint("site", site, "front matter")] if site else []))


def _value(parent: etree._Element, name: str) -> str:
    for child in (*parent, *(part for own in parent if local_name(own) == "note-attributes" for part in own)):
        if local_name(child) == name and child.get("rel", "alternate") == "alternate":
            inner = "".join(child.itertext()).strip()
            if name == "author" and (person := next((e for e in child if local_name(e) == "name"), None)) is not None:
                # A person's address and mail stand beside the name.
                return (person.text or "").strip()
            if len(child) and child.get("type") == "xhtml":
                inner = "".join(etree.tostring(c, encoding="unicode") for c in child)
            return inner or child.get("href") or ""
    return ""


def local_name(element: etree._Element) -> str:
    """The name of an element without its namespace; empty for a comment."""
    # A prefix that the file does not declare stays in the name as it was written.
    return re.split("[}:]", element.tag)[-1] if isinstance(element.tag, str) else ""
