"""Escapes: text of a page never becomes HTML, markup, a template or a directive of the site."""

from __future__ import annotations

import html
import re

# A reference to no character: python-markdown loses its place there, and what stands behind it is read as markup.
NO_REFERENCE = r"&(?=#(?![0-9]|[xX][0-9a-fA-F]))"
# Marks that act even inside code: templates, comments, snippets, script variants.
ACTIVE = re.compile(r"\{\{|\{%|\{#|<!--|-->|-*8<-|-\{|\{:|" + NO_REFERENCE)
# Characters python-markdown has no backslash escape for are written as character references.
REFERENCE = {"<": "&lt;", "{": "&#123;", "}": "&#125;"}
# What any of the escapes of a text looks for; most runs have none of it.
SPECIAL = re.compile(r"[&\\*`\[\]_<{}]|~~|-->")
ENTITY = re.compile(r"&(?=#|[a-z][a-z0-9]*;)", re.I)
LINE_STARTS = (
    (re.compile(r"#"), "\\#"),
    (re.compile(r">"), "\\>"),
    (re.compile(r"([-+])(?=\s|$|[-+]{2})"), r"\\\1"),
    (re.compile(r"(\d{1,9})([.)])(?=\s|$)"), r"\1\\\2"),
    (re.compile(r"!!!"), r"\\!!!"),
    (re.compile(r"\?\?\?"), "&#63;??"),
    (re.compile(r"=(?===|=*\s*$)"), "&#61;"),
    (re.compile(r"\|"), "&#124;"),
    (re.compile(r"///"), "&#47;//"),
    (re.compile(r":(?=::|\s)"), "&#58;"),
    (re.compile(r"~~~"), "&#126;~~"),
    (re.compile(r"%(?=\s*(?:include|\w+:))"), "&#37;"),
)


def escape_text(text: str) -> str:
    """Text as it must stand inside a line of Markdown."""
    if not SPECIAL.search(text):
        return text
    text = ENTITY.sub("&amp;", text)
    # At the end of a piece a sign of markup may follow.
    text = re.sub(r"\\(?=[!-/:-@\[-`{-~]|\Z)", r"\\\\", text)
    text = re.sub(r"([*`\[\]])", r"\\\1", text)
    text = re.sub(r"(?<![0-9A-Za-z])_|_(?![0-9A-Za-z])", r"\\_", text)
    text = re.sub(r"[<{}]", lambda match: REFERENCE[match[0]], text)
    return text.replace("~~", "&#126;~").replace("--&#123;", "-&#45;&#123;").replace("-->", "--&gt;")


def escape_address(address: str) -> str:
    """An address as it must stand between round brackets."""
    return re.sub(NO_REFERENCE, "&amp;", address)


def escape_formula(tex: str) -> str:
    """TeX as it must stand between dollar signs inside a line of Markdown.

    Braces that would open a template or an attribute list get a blank, which means nothing in TeX.
    """
    tex = re.sub(r"(?<=\{)(?=[{%#:])|(?<=[}%#])(?=\})|(?<=-)(?=\{)", " ", tex)
    tex = tex.replace("<", r"\lt ").replace("$", r"\$")
    tex = ENTITY.sub("&amp;", tex)
    tex = re.sub(r"\\(?=[!-/:-@\[-`{-~])", r"\\\\", tex)
    return re.sub(r"(?<![0-9A-Za-z\\])_|(?<!\\)[*`\[]", r"\\\g<0>", tex)


def escape_alt(text: str) -> str:
    """Text as it must stand between the brackets of an image."""
    return escape_text(" ".join(text.split()))


def escape_cell(text: str) -> str:
    """A finished piece of Markdown as it must stand in a table."""
    return text.replace("|", "\\|")


def escape_line_start(text: str) -> str:
    """A finished line of Markdown, its first characters kept from opening a block."""
    for pattern, new in LINE_STARTS:
        found = pattern.match(text)
        if found:
            return found.expand(new) + text[found.end() :]
    return text


def is_plain_code(text: str) -> bool:
    """True if nothing in the code would act when it stands in a Markdown file."""
    return not ACTIVE.search(text)


def as_references(text: str) -> str:
    """Code as it stands in an element of HTML: nothing in it acts, as some marks do between fences as well."""
    return html.escape(text, quote=False).replace("{", "&#123;").replace("}", "&#125;")


def fence_for(text: str) -> str:
    """A run of backticks longer than any in the text."""
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    return "`" * (longest + 1)
