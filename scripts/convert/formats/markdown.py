"""A Markdown clipping to a draft. Only the common marks are read; the rest stays text and is escaped."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from dataclasses import replace

from convert.blocks.copied_lines import is_wrapped, wrap_width
from convert.blocks.images import words_of
from convert.evidence.lines import is_prose
from convert.formats.html import read_fragment
from convert.page import PLAIN, Block, Draft, Hint, Span
from convert.text.address import safe_address
from convert.text.characters import without_unreadable
from convert.text.wrapped import unwrapped

HEADING = re.compile(r"\s{0,3}(#{1,6})\s+(\S.*)$")
ITEM = re.compile(r"\s*(?:[-*+]|(\d{1,3})[.)])\s+(?=\S)")
# What hangs on an item of a list is set in so far at the least; deeper lists than these are none.
SET_IN, DEPTH_MOST = 2, 3
QUOTE = re.compile(r"\s{0,3}>\s?")
FENCE = re.compile(r"\s{0,3}(```+|~~~+)")
RULE = re.compile(r"\s{0,3}(?:-(?:\s*-){2,}|\*(?:\s*\*){2,}|_(?:\s*_){2,})\s*$")
# What the writer tells a program, or himself: <!-- more -->.
REMARK = re.compile(r"\s*<!--(?:(?!-->).)*-->\s*")
TABLE_RULE = re.compile(r"\s*(?:\|\s*)?:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*(?:\|\s*)?$")
# Repetitions are bounded: a line of nothing but brackets must not cost quadratic time.
ADDRESS = r"\(\s{0,3}<?(?P<%s>[^\s()<>]{0,2000}(?:\([^\s()]{0,200}\)[^\s()]{0,200}){0,4})>?[^)\n]{0,300}\)"
INLINE = re.compile(
    r"\\(?P<plain>[!-/:-@\[-`{-~])"
    r"|`(?P<code>[^`\n]{1,1000})`"
    rf"|!\[(?P<alt>[^\[\]]{{0,300}})\]{ADDRESS % 'image'}"
    rf"|\[(?P<label>(?:[^\[\]]|\[[^\[\]]{{0,100}}\]){{0,300}})\]{ADDRESS % 'href'}"
    r"|(?P<bold>\*\*|__)(?=\S)(?P<strong>.{1,1000}?)(?<=\S)(?P=bold)"
    r"|(?<![\w*])(?P<slant>[*_])(?=[^\s*_])(?P<emphasis>[^*_]{1,500}?)(?<=\S)(?P=slant)(?!\w)"
)
# A backslash at the end of a line ends it; one that is escaped is a sign of the text.
LINE_BREAK = re.compile(r"(?<!\\)((?:\\\\)*)\\$")
NAMED = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});", re.I)
# What stands in brackets behind a number of a note is no address.
LOOKS = re.compile(
    r"(?m)!?\[[^\[\]\n]{0,300}\]\((?=[^)\s]{0,2000}[./:#])[^)\s]{1,2000}\)|^\s{0,3}```|\*\*[^*\n]{1,1000}\*\*"
)
# So many lines of a clipping have a picture, a link, a fence or bold words among them.
SIGN_WITHIN = 100
# A single sign in more lines than these is one that the text speaks of.
SHORT_TEXT = 30
# A heading stands apart; a comment in code begins alike.
HEAD = re.compile(r"\A\s*(#{1,6}) \S|\n[ \t]*\n(#{1,6}) \S[^\n]*(?=\n[ \t]*\n|\s*\Z)")


# Elements of HTML that end a line or hold a picture.
TAGS = re.compile(
    r"<(?:p|div|br|h[1-6]|img|section|article|span|blockquote|table|ul|ol|center|figure|pre(?=><code>))\b", re.I
)


def looks_like_markdown(text: str) -> bool:
    """True if the text has images or links written as Markdown, or its first heading opens it or is a title. A copy of
    a page may have a few signs of headings, and a long one a link, that the page shows as they are."""
    signs = sum(1 for line in text.split("\n") if LOOKS.search(line))
    lines = sum(1 for line in text.split("\n") if line.strip())
    return (signs * SIGN_WITHIN >= lines and signs > (lines > SHORT_TEXT)) or _has_title(text)


def _has_title(text: str) -> bool:
    """True for a text that a heading opens, and for one with a heading of level 1 with few lines above it and no more
    running text than below it: further down, a comment in code stands apart as a title does, and so does a tag, which
    themes of blogs mark alike (# 随笔)."""
    for head in HEAD.finditer(text):
        above, below = (
            [line for line in part.split("\n") if line.strip()] for part in (text[: head.start()], text[head.end() :])
        )
        if head[1] or len(above) > SHORT_TEXT:
            return bool(head[1])
        told, telling = (sum(len(line) for line in part if is_prose(line)) for part in (above, below))
        if len(head[2]) == 1 and told <= telling:
            return True
    return False


def read_markdown(text: str) -> Draft:
    """The draft of a clipping; a level-1 heading is the title."""
    blocks: list[Block] = []
    lines = _with_whole_paragraphs(text.split("\n"))
    at = 0
    while at < len(lines):
        at = _next(lines, at, blocks)
    blocks = _with_lists(blocks, lines)
    return Draft("markdown", tuple(blocks), _title_of(blocks))


def _with_lists(blocks: list[Block], lines: list[str]) -> list[Block]:
    """The blocks with their depth in lists, by how far each stands from the edge against the items above it: writers
    set them in by two to four blanks, or a tab. Where all paragraphs are set in, that is how the text looks."""
    far = [_indent(lines[block.line - 1]) for block in blocks]
    is_set_in = all(indent for block, indent in zip(blocks, far, strict=True) if block.kind == "paragraph")
    open_items: list[int] = []
    result: list[Block] = []
    for block, indent in zip(blocks, far, strict=True):
        while open_items and indent < open_items[-1] + SET_IN:
            open_items.pop()
        depth = min(len(open_items), DEPTH_MOST)
        if block.kind == "item":
            block = block.but(level=depth)
            open_items.append(indent)
        elif depth and block.kind in ("paragraph", "image") and not is_set_in:
            block = block.but(inside=depth)
        result.append(block)
    return result


def _indent(line: str) -> int:
    return len(line.expandtabs(4)) - len(line.expandtabs(4).lstrip(" "))


def read_mixed(text: str, base: str = "") -> Draft:
    """The draft of a clipping, or of Markdown with HTML inside, as hexo and its kind write it."""
    if not TAGS.search(re.sub(r"(?s)^\s{0,3}```.*?^\s{0,3}```|`[^`\n]{1,300}`", "", text, flags=re.M)):
        return read_markdown(text)
    # Imported here: most pages do without.
    import markdown

    # One block a line, as everywhere here; a real parser knows where HTML ends and Markdown goes on.
    source = markdown.markdown(text, extensions=["fenced_code", "tables", "sane_lists", "nl2br"])
    draft = read_fragment(source, base)
    return replace(draft, hints=_title_of(draft.blocks))


def _title_of(blocks: Sequence[Block]) -> tuple[Hint, ...]:
    """The heading of level 1, if it opens the text or there is only one: several below the first line head sections."""
    texts = [block for block in blocks if block.text.strip()]
    tops = [block for block in texts if block.kind == "heading" and block.level == 1]
    if not tops or (len(tops) > 1 and tops[0] is not texts[0]):
        return ()
    return (Hint("title", tops[0].text, "printed"),)


def _next(lines: list[str], at: int, blocks: list[Block]) -> int:
    line = lines[at]
    fence = FENCE.match(line)
    if fence:
        return _fenced(lines, at, fence[1], blocks)
    if not line.strip() or RULE.match(line) or REMARK.fullmatch(line):
        return at + 1
    if "|" in line and at + 1 < len(lines) and TABLE_RULE.match(lines[at + 1]) and "|" in lines[at + 1]:
        return _table(lines, at, blocks)
    heading, item, quote = HEADING.match(line), ITEM.match(line), QUOTE.match(line)
    if heading:
        blocks.append(Block("heading", inline(heading[2].rstrip().rstrip("#").rstrip()), len(heading[1]), line=at + 1))
    elif item:
        blocks.append(Block("item", inline(line[item.end() :]), number=int(item[1] or 0), line=at + 1))
    elif quote:
        if line[quote.end() :].strip():
            blocks.append(Block("quote", inline(line[quote.end() :]), line=at + 1))
    else:
        return _paragraph(lines, at, blocks)
    return at + 1


def _paragraph(lines: list[str], at: int, blocks: list[Block]) -> int:
    """One block a line, as in a text copy: few Chinese clippings wrap paragraphs, and those are whole by now."""
    spans: list[Span] = []
    for span in inline(LINE_BREAK.sub(r"\1", lines[at].strip())):
        if span.image:
            blocks.append(Block("image", (span,), line=at + 1))
        else:
            spans.append(span)
    if "".join(span.text for span in spans).strip():
        blocks.append(Block("paragraph", tuple(spans), line=at + 1))
    return at + 1


def _with_whole_paragraphs(lines: list[str]) -> list[str]:
    """The lines with each wrapped paragraph on the first of its own, and the others empty."""
    runs: list[tuple[int, int]] = []
    fence = ""
    for at, line in enumerate(lines):
        found = FENCE.match(line)
        fence = (found[1] if not fence else "" if line.lstrip().startswith(fence) else fence) if found else fence
        if not fence and _is_plain(line):
            goes_on = bool(runs) and runs[-1][1] == at
            runs[-1:] = [(runs[-1][0], at + 1)] if goes_on else [*runs[-1:], (at, at + 1)]
    width = wrap_width([lines[start:end] for start, end in runs])
    for start, end in runs:
        if is_wrapped(lines[start:end]) or (width and len(lines[start].strip()) == width):
            lines[start:end] = [unwrapped(lines[start:end]), *[""] * (end - start - 1)]
    return lines


def _is_plain(line: str) -> bool:
    """True for a line that may go on a paragraph."""
    marked = any(form.match(line) for form in (FENCE, RULE, HEADING, ITEM, QUOTE, TABLE_RULE))
    return bool(line.strip()) and not marked and not LINE_BREAK.search(line)


def _fenced(lines: list[str], at: int, fence: str, blocks: list[Block]) -> int:
    end = at + 1
    while end < len(lines) and not lines[end].lstrip().startswith(fence):
        end += 1
    blocks.append(Block("code", (Span("\n".join(lines[at + 1 : end])),), line=at + 1))
    return end + 1


def _table(lines: list[str], at: int, blocks: list[Block]) -> int:
    rows = []
    end = at
    while end < len(lines) and "|" in lines[end]:
        if end != at + 1:
            cells = re.split(r"(?<!\\)\|", lines[end].strip().removeprefix("|").removesuffix("|"))
            rows.append(tuple(inline(cell.strip()) for cell in cells))
        end += 1
    width = max(len(row) for row in rows)
    blocks.append(Block("table", rows=tuple(row + ((),) * (width - len(row)) for row in rows), line=at + 1))
    return end


def inline(text: str, style: Span = PLAIN) -> tuple[Span, ...]:
    """The spans of a line of Markdown."""
    spans: list[Span] = []
    at = 0
    for found in INLINE.finditer(text):
        spans.append(style._replace(text=_read(text[at : found.start()])))
        spans += _marked(found, style)
        at = found.end()
    spans.append(style._replace(text=_read(text[at:])))
    return tuple(span for span in spans if span.text or span.image)


def _read(text: str) -> str:
    """The text that a piece of Markdown without markup shows: references to characters read."""
    return without_unreadable(NAMED.sub(lambda match: html.unescape(match[0]), text)) if "&" in text else text


def _marked(found: re.Match[str], style: Span) -> tuple[Span, ...]:
    if found["plain"]:
        return (style._replace(text=found["plain"]),)
    if found["code"]:
        return (style._replace(text=found["code"], code=True),)
    if found["image"] is not None:
        source = safe_address(found["image"])
        alt = words_of(found["alt"])
        return (Span(alt, image=source),) if source else ()
    if found["href"] is not None:
        return inline(found["label"], style._replace(href=safe_address(found["href"])))
    if found["bold"]:
        return inline(found["strong"], style._replace(bold=True))
    return inline(found["emphasis"], style._replace(italic=True))
