"""Pages that an editor of documents, a wiki or a blog made: styles kept in classes, reviewers' comments, marks of
lists, tables of contents."""

from __future__ import annotations

import re
from urllib.parse import unquote

from lxml.etree import XPath
from lxml.html import HtmlElement

from convert.blocks.styles import PRESERVED, is_innermost
from convert.text.characters import letters

# What a wiki prints into its articles: links to edit a section, boxes of other articles, tables of contents.
WIKI = XPath(
    ".//*[contains(@class, 'mw-parser-output') or contains(@class, 'mw-headline') or @id='mw-content-text'"
    " or @id='bodyContent']"
)
WIKI_PARTS = XPath(
    ".//*[contains(@class, 'editsection') or contains(@class, 'mw-jump-link') or contains(@class, 'navbox')"
    " or @class='printfooter' or @id='catlinks' or @id='toc' or @id='siteSub' or @class='toc']"
)
# A table of contents has so many entries; of these some may lead to what the writer has taken out since.
CONTENTS_LEAST, CONTENTS_SHARE = 3, 0.75
PLACES = XPath(".//a[starts-with(@href, '#')]")
LISTS = XPath(".//*[self::ul or self::ol][not(ancestor::ul or ancestor::ol)]")
NAMED_PLACES = XPath(".//@id | .//a/@name", smart_strings=False)
COMMENT = "reviewer's comment"
REFERENCES = XPath(
    ".//a[contains(@href, 'cmnt') or contains(@href, '_mso') or contains(@id, 'cmnt') or contains(@id, '_mso')"
    " or contains(@name, 'cmnt') or contains(@name, '_mso')]"
)
MARKS = XPath(".//*[contains(@style, 'mso-list:Ignore') or contains(@style, 'mso-list: Ignore')]")
LISTED = XPath(".//p[contains(@style, 'mso-list')]")
CODE = XPath(".//div[contains(@style, '-en-codeblock')]")
# What a diagram is drawn from; a script draws it, and what is not drawn yet is hidden.
DIAGRAMS = XPath(".//*[self::pre or self::div][contains(concat(' ', normalize-space(@class), ' '), ' mermaid ')]")
ORDINAL = re.compile(r"\W?(\d{1,3})\W")
STYLE = re.compile(r"\.([\w-]{1,40})\s*\{([^{}]{0,2000})\}")
HEAVY = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.I)
SLANTED = re.compile(r"font-style\s*:\s*italic", re.I)
# Google names its classes c1, c2, …; other pages keep meaning in their class names, and bold there is design.
GENERATED = re.compile(r"c\d{1,4}")


def as_written(root: HtmlElement) -> None:
    """Give what an editor exported the elements that pages have: lists of Word, styles of Google, pictures of AMP."""
    _with_lists(root)
    _with_code(root)
    for picture in root.iter("amp-img"):
        picture.tag = "img"
    _with_own_styles(root)
    _with_line_ends(root)


def _with_code(root: HtmlElement) -> None:
    """Set as code what Evernote marks so by a style of its own, and what diagrams are drawn from."""
    for element in CODE(root):
        element.tag = "pre"
    for element in DIAGRAMS(root):
        # Drawn ones have a picture in them.
        if not len(element):
            element.tag = "pre"
            element.attrib.pop("style", None)


def _with_lists(root: HtmlElement) -> None:
    """Make lists of the paragraphs that Word sets as items, each with its mark in an element of its own."""
    above: HtmlElement | None = None
    for item in LISTED(root):
        mark = next(iter(MARKS(item)), None)
        parent = item.getparent()
        if mark is None or parent is None:
            continue
        number = ORDINAL.match(mark.text_content().strip())
        tag = "ol" if number else "ul"
        if above is None or item.getprevious() is not above or above.tag != tag:
            above = parent.makeelement(tag, {"start": number[1]} if number else {})
            parent.insert(parent.index(item), above)
        above.append(item)
        item.tag = "li"
        mark.drop_tree()


def _with_own_styles(root: HtmlElement) -> None:
    """Write the bold and italic of generated classes into the elements, where the walk looks for them."""
    styles: dict[str, str] = {}
    for sheet in root.iter("style"):
        for name, rules in STYLE.findall(sheet.text or ""):
            if GENERATED.fullmatch(name):
                said = ("font-weight:bold;" if HEAVY.search(rules) else "") + (
                    "font-style:italic" if SLANTED.search(rules) else ""
                )
                styles[name] = styles.get(name, "") + said
    if not any(styles.values()):
        return
    for element in root.iter("span", "p", "li", "a", "h1", "h2", "h3"):
        said = "".join(styles.get(name, "") for name in (element.get("class") or "").split())
        if said:
            element.set("style", f"{element.get('style') or ''};{said}")


def _with_line_ends(root: HtmlElement) -> None:
    """Write into the innermost blocks that a style sheet keeps the line ends of their texts: posts have no other."""
    sheets = [sheet.text or "" for sheet in root.iter("style")]
    kept = {name for text in sheets for name, rules in STYLE.findall(text) if PRESERVED.search(rules)}
    for element in root.iter("div", "p") if kept else ():
        if kept.isdisjoint((element.get("class") or "").split()) or not is_innermost(element):
            continue
        if sum(bool(line.strip()) for line in str(element.text_content()).split("\n")) > 1:
            element.set("style", f"{element.get('style') or ''};white-space:pre-wrap")


def comments_of_reviewers(body: HtmlElement) -> dict[HtmlElement, str]:
    """Element -> reason, for the marks of comments in the text and the comments below it."""
    found: dict[HtmlElement, str] = {}
    for link in REFERENCES(body):
        target, own = link.get("href") or "", link.get("id") or link.get("name") or ""
        parent = link.getparent()
        if re.fullmatch(r"cmnt_ref\d+|_msoanchor_\d+", own) or re.search(r"#(?:cmnt\d+|_msocom_\d+)$", target):
            found[parent if parent is not None and parent.tag == "sup" else link] = COMMENT
        elif re.fullmatch(r"cmnt\d+|_msocom_\d+", own) and parent is not None:
            block = next((e for e in link.iterancestors("div", "p") if e is not body), parent)
            found[block] = COMMENT
    for mark in MARKS(body):
        found[mark] = "mark of a list item"
    return found


def parts_of_programs(body: HtmlElement) -> dict[HtmlElement, str]:
    """Element -> reason, for what a wiki adds to the text of its articles, and for any program's tables of contents."""
    parts = dict.fromkeys(WIKI_PARTS(body), "part of a wiki") if WIKI(body) else {}
    return {**dict.fromkeys(_tables_of_contents(body), "navigation"), **parts}


def _tables_of_contents(body: HtmlElement) -> list[HtmlElement]:
    """Lists of nothing but links to places of the page itself, most of which there are."""
    places: set[str] = set()
    found = []
    # The smaller lists of a table are in it: each list is read once, however deep they stand in each other.
    for listed in LISTS(body):
        links = PLACES(listed)
        # What stands beside its links is a text: notes have one each.
        linked = "".join(letters(link.text_content()) for link in links)
        if len(links) < CONTENTS_LEAST or letters(listed.text_content()) != linked:
            continue
        places = places or {name for name in NAMED_PLACES(body) if name}
        there = sum(unquote(link.get("href")[1:]) in places for link in links)
        if there >= CONTENTS_SHARE * len(links):
            found.append(listed)
    return found
