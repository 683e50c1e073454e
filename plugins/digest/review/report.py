"""A review written out: Markdown for a pull request, text for a terminal; of bounded length, always the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from digest.review.argument_items import claim_items, concept_items, pair_items, relation_items, touched_items
from digest.review.changes import Review
from digest.review.doubtful_items import doubtful_items
from digest.review.items import Item, ReportLine, Section, line, words
from digest.review.text_items import file_items, page_items, reread_items, sentence_items
from digest.text.harmless.escaping import in_markdown, plain

ROOM = 60_000
"""Characters in all: a comment on GitHub has room for 65,536, and what is around the report takes some of them."""

LIMIT = 20
"""Items a section: more than a person reads through; the report then says how many there are."""


def sections(review: Review) -> list[Section]:
    """The sections that have something in them; what must be mended stands first."""
    said = words(review.after.lang)
    made = {
        "faults": [Item(line("", fault.what_came())) for fault in review.after.faults],
        "pages": page_items(review),
        "texts": file_items(review, said),
        "claims": claim_items(review, said),
        "relations": relation_items(review, said),
        "touched": touched_items(review, said),
        "edited": sentence_items(review, said),
        "terms": pair_items(review.terms, said),
        "reread": reread_items(review, said),
        "doubtful": doubtful_items(review, said),
        "concepts": concept_items(review, said),
        "synonyms": pair_items(review.synonyms, said),
    }
    listed = [Section(said[name], tuple(items), said.get(f"{name}_hint", "")) for name, items in made.items()]
    return [section for section in listed if section.items]


def markdown(review: Review, limit: int = LIMIT, room: int = ROOM) -> str:
    """The report for a comment or a job's summary: at most ``limit`` items a section, ``room`` characters in all."""
    said = words(review.after.lang)
    return _bounded(review, said, f"## {said['title']}\n\n", _markdown_head, _markdown_item, limit, room)


def text(review: Review, limit: int = LIMIT, room: int = ROOM) -> str:
    """The report for a terminal, bounded in the same way."""
    said = words(review.after.lang)
    return _bounded(review, said, f"{said['title']}\n", _text_head, _text_item, limit, room)


def _bounded(
    review: Review,
    said: Mapping[str, Any],
    title: str,
    head: Callable[[Section], str],
    item: Callable[[Item, Mapping[str, Any]], str],
    limit: int,
    room: int,
) -> str:
    listed = sections(review)
    counts = " · ".join(f"{section.title} {len(section.items)}" for section in listed)
    out = [title, f"{counts or said['nothing']}\n"]
    for number, section in enumerate(listed):
        # Each section has an equal part of the room that is left, so none can crowd the others out.
        written = list(_fitting([item(each, said) for each in section.items[:limit]], room // (len(listed) - number)))
        room -= sum(map(len, written))
        left = len(section.items) - len(written)
        out += [head(section), *written, *([f"- {said['more'].format(n=left)}\n"] if left else [])]
    return "".join(out)


def _fitting(items: Sequence[str], room: int) -> Iterator[str]:
    for item in items:
        room -= len(item)
        if room < 0:
            return
        yield item


def _markdown_head(section: Section) -> str:
    hint = f"{section.hint}\n\n" if section.hint else ""
    return f"\n### {section.title} ({len(section.items)})\n\n{hint}"


def _text_head(section: Section) -> str:
    hint = f"{section.hint}\n" if section.hint else ""
    return f"\n{section.title} ({len(section.items)})\n{hint}"


def _markdown_item(item: Item, said: Mapping[str, Any]) -> str:
    head, *lines = (
        (f"**{each.label}** " if each is item.head else f"{each.label}{said['colon']}") * bool(each.label)
        + "".join(_bold(in_markdown(piece.text), piece.marked) for piece in each.pieces).strip()
        for each in (item.head, *item.lines)
    )
    return f"- {head}\n" + "".join(f"  - {each}\n" for each in lines)


def _bold(words_in_markdown: str, marked: bool) -> str:
    return f"<b>{words_in_markdown}</b>" if marked else words_in_markdown


def _text_item(item: Item, said: Mapping[str, Any]) -> str:
    head = f"{item.head.label} " * bool(item.head.label) + _plain(item.head)
    return f"- {head}\n" + "".join(
        f"    {each.label + said['colon'] if each.label else ''}{_plain(each)}\n" for each in item.lines
    )


def _plain(each: ReportLine) -> str:
    return "".join(f"[{plain(piece.text)}]" if piece.marked else plain(piece.text) for piece in each.pieces)
