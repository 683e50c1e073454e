"""Blocks and metadata to one Markdown file. Nothing of the page can become markup by accident."""

from __future__ import annotations

import unicodedata

import yaml

from convert.blocks.spans import joined
from convert.page import Block, Metadata, Span
from convert.write.escaping import (
    as_references,
    escape_address,
    escape_alt,
    escape_cell,
    escape_formula,
    escape_line_start,
    escape_text,
    fence_for,
    is_plain_code,
)

# PyYAML folds at this width; a value must stay on one line.
NEVER_FOLD = 1_000_000


def to_markdown(metadata: Metadata, blocks: tuple[Block, ...]) -> str:
    """The whole file: front matter, a blank line, the body, one line end."""
    return f"---\n{front_matter(metadata)}---\n\n{body(blocks)}\n"


def front_matter(metadata: Metadata) -> str:
    """The YAML of the known fields, in the order of the contract."""
    via = {"name": metadata.via_name, "url": metadata.via_url}
    fields = {
        "title": metadata.title,
        "lang": metadata.lang,
        "author": list(metadata.author),
        "date": metadata.date,
        "site": metadata.site,
        "source_url": metadata.source_url,
        "via": {key: value for key, value in via.items() if value},
        "rights": metadata.rights,
        "lead": metadata.lead,
        "image_credit": metadata.image_credit,
        "author_note": metadata.author_note,
        "raw": metadata.raw,
    }
    known = {key: value for key, value in fields.items() if value}
    return yaml.safe_dump(known, allow_unicode=True, sort_keys=False, width=NEVER_FOLD)


def body(blocks: tuple[Block, ...]) -> str:
    """The Markdown of the blocks; items of a list hang together."""
    parts: list[str] = []
    before: Block | None = None
    for block in blocks:
        text = _block(block)
        if not text:
            continue
        if before is not None:
            parts.append("\n" if before.kind == block.kind == "item" and not before.inside else "\n\n")
        parts.append(_hung(text, block.inside))
        before = block
    return "".join(parts)


def _hung(text: str, depth: int) -> str:
    """The text of a block that hangs on a list item: each line indented as far as the item's text."""
    return "\n".join(" " * 4 * depth + line if line else line for line in text.split("\n")) if depth else text


def _block(block: Block) -> str:
    if block.kind == "table":
        return _table(block)
    if block.kind == "code":
        return _code(block.text, hangs=bool(block.inside))
    text = inline(block.spans)
    if not text:
        return ""
    if block.kind == "heading":
        return f"{'#' * block.level} {inline(_unbold(block.spans))}"
    if block.kind == "item":
        mark = f"{block.number}." if block.number else "-"
        return f"{' ' * 4 * block.level}{mark} {escape_line_start(text)}"
    if block.kind == "quote":
        return f"> {escape_line_start(text)}"
    return text if block.kind == "image" else escape_line_start(text)


def inline(spans: tuple[Span, ...]) -> str:
    """The Markdown of inline runs."""
    spans = _placed(joined(spans))
    parts = []
    for index, span in enumerate(spans):
        if span.image:
            parts.append(f"![{escape_alt(span.text)}]({escape_address(span.image)})")
            continue
        if span.math:
            parts.append(f"${escape_formula(span.text)}$")
            continue
        if span.code and is_plain_code(span.text):
            fence = fence_for(span.text)
            # A backtick at its edge would be counted to the fence.
            pad = " " if "`" in (span.text[:1], span.text[-1:]) else ""
            parts.append(f"{fence}{pad}{span.text}{pad}{fence}")
            continue
        text = escape_text(span.text)
        if span.href and span.text.strip():
            text = f"[{text}]({escape_address(span.href)})"
        # A change of style inside one link or phrase must not leave marks standing against each other.
        marks = "*" * (2 * span.bold + span.italic)
        if marks and index and spans[index - 1].bold | spans[index - 1].italic and parts[-1].endswith("*"):
            marks = ""
        parts.append(f"{marks}{text}{marks}")
    return "".join(parts)


def _unbold(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    return tuple(span._replace(bold=False, italic=False) for span in spans)


def _placed(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Emphasis moved off spaces, and off punctuation that stands against a letter outside.

    CommonMark opens and closes emphasis only where the mark stands between a letter and a space or
    punctuation the right way round: in `**甲。**乙` the second mark closes nothing.
    """
    result: list[Span] = []
    for index, span in enumerate(spans):
        if span.image or span.literal or not (span.bold or span.italic):
            result.append(span)
            continue
        before = result[-1].text[-1:] if result and not result[-1].image else ""
        after = spans[index + 1].text[:1] if index + 1 < len(spans) and not spans[index + 1].image else ""
        result += _split(span, before, after)
    return joined(tuple(result), spaces_follow=False)


def _split(span: Span, before: str, after: str) -> list[Span]:
    text, head, tail = span.text, "", ""
    while text and (text[0].isspace() or (before and not _is_loose(before) and _is_mark(text[0]))):
        head, text = head + text[0], text[1:]
    while text and (text[-1].isspace() or (after and not _is_loose(after) and _is_mark(text[-1]))):
        text, tail = text[:-1], text[-1] + tail
    plain = span._replace(bold=False, italic=False)
    if not any(c.isalnum() for c in text):
        return [plain._replace(text=span.text)]
    return [plain._replace(text=head), span._replace(text=text), plain._replace(text=tail)]


def _is_mark(char: str) -> bool:
    return unicodedata.category(char)[0] in "PS"


def _is_loose(char: str) -> bool:
    return char.isspace() or _is_mark(char)


def _table(block: Block) -> str:
    rows = [[escape_cell(inline(cell)) for cell in row] for row in block.rows]
    head, rest = rows[0], rows[1:]
    lines = [head, ["---"] * len(head), *rest]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def _code(text: str, hangs: bool) -> str:
    if not text.strip():
        return ""
    if not is_plain_code(text) and hangs:
        # Python-Markdown knows elements at the start of lines only.
        lines = [line.strip() for line in text.split("\n") if line.strip()]
        return "\n\n".join(escape_line_start(escape_text(line)) for line in lines)
    if not is_plain_code(text):
        return f"<pre><code>{as_references(text)}</code></pre>"
    if hangs:
        # In a list item a fence would be a paragraph: Python-Markdown knows them at the start of lines only.
        return "\n".join(f"    {line}" if line.strip() else "" for line in text.strip("\n").split("\n"))
    fence = "`" * max(3, len(fence_for(text)) + 1)
    return f"{fence}\n{text}\n{fence}"
