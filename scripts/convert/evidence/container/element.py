"""The element of an HTML page that holds the article: candidates, what speaks for each, and what stays in doubt."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from lxml.html import HtmlElement

from convert.evidence.container.candidates import candidates
from convert.evidence.container.chosen_lines import chosen_lines, places_of
from convert.evidence.lines import Lines
from convert.evidence.page_data import plain
from convert.text.characters import letters

# If some candidate holds this many times the running text of another, the other was misled.
MISLED = 2.0
# With so many characters of sentences in a candidate, rows of short lines (lists of videos and titles) say nothing
# about which candidate was misled; a poem or a diary has fewer.
SENTENCES_LEAST = 200
# Two candidates that share so much of their sentences are one choice.
AGREED_SHARE = 0.9
# The page shows the article of its data if its lines have this share of their letters.
SHOWN_SHARE = 0.6
# The container may leave out this share of the chosen lines: a lead in a box of its own, a stray notice.
LEFT_OUT = 0.03
# Running text outside the container that is this share of what is inside puts the choice in doubt.
DOUBTFUL_SHARE = 0.15
# Elements whose own tag says what their text is: as a container they would lose it.
PIECES = {"table", "tbody", "thead", "tfoot", "tr", "ul", "ol", "li", "dl", "dd", "pre", "blockquote", "figure", "p"}


@dataclass(frozen=True)
class Container:
    """The chosen element, and text outside it that looks like the article's (empty: no doubt)."""

    element: HtmlElement
    doubt: str = ""


def find_container(
    root: HtmlElement, foreign: Collection[HtmlElement] = (), data: str = "", post: HtmlElement | None = None
) -> Container:
    """The element that holds the article; the body of the page when nothing stands out.

    `foreign` are elements known to be something else (comments, hidden parts): what they hold does not count.
    `data` is the text of an article in the page's data, which has a vote where the page shows it. `post` is the first
    post of a discussion, outside which nothing counts.
    """
    body = body_of(root)
    lines = Lines(body, {*foreign, *_beside(post)} if post is not None else foreign)
    found = candidates(root, body, lines)
    if shown := _shown_data(lines, data):
        found["data"] = _around(body, lines, shown)
    sound = _sound(found, lines)
    if not sound:
        return Container(_whole(_with_most_text(body, lines)))
    chosen = chosen_lines(lines, sound, letters(root.findtext(".//title") or ""), bool(shown))
    element = _whole(_around(body, lines, chosen))
    return Container(element, _doubt(lines, element, chosen))


def _beside(post: HtmlElement) -> Iterator[HtmlElement]:
    """All that stands before and behind the post."""
    for element in (post, *post.iterancestors()):
        yield from element.itersiblings()
        yield from element.itersiblings(preceding=True)


def _shown_data(lines: Lines, data: str) -> set[int]:
    """The lines that say what the data say; none where they say only some of it."""
    whole = letters(plain(data))
    shown = {n for n, line in enumerate(lines.lines) if line.prose and not line.foreign and letters(line.text) in whole}
    said = sum(len(letters(lines.lines[n].text)) for n in shown)
    return shown if said >= SHOWN_SHARE * len(whole) else set()


def _sound(found: dict[str, HtmlElement], lines: Lines) -> set[tuple[int, int]]:
    """The spans of lines of the candidates that were not misled: those with much of the text, and those that two
    sources agree on."""
    worth = {source: lines.prose(element) for source, element in found.items()}
    if max(worth.values(), default=0) < SENTENCES_LEAST:
        worth = {source: lines.weight(element) for source, element in found.items()}
    most = max(worth.values(), default=0)
    pairs = itertools.permutations(found, 2)
    agreed = {"data", *(one for one, other in pairs if lines.agree(found[one], found[other], AGREED_SHARE))}
    sound = {source for source in found if worth[source] and (worth[source] * MISLED >= most or source in agreed)}
    return {lines.spans[found[source]] for source in sound}


def body_of(root: HtmlElement) -> HtmlElement:
    """The page's body; all of it where there is none."""
    body = root.find("body")
    return root if body is None else body


def _around(body: HtmlElement, lines: Lines, chosen: set[int]) -> HtmlElement:
    """The innermost element around nearly all of the chosen lines."""
    weights = (line.weight if n in chosen else 0.0 for n, line in enumerate(lines.lines))
    below = [0.0, *itertools.accumulate(weights)]
    element = body
    while True:
        for child in element:
            start, end = lines.spans[child]
            if below[end] - below[start] >= (1 - LEFT_OUT) * below[-1]:
                element = child
                break
        else:
            return element


def _whole(element: HtmlElement) -> HtmlElement:
    """The element, or the one around the table, list or paragraph that it is, or is a part of."""
    return next(each for each in (element, *element.iterancestors()) if each.tag not in PIECES)


def _doubt(lines: Lines, element: HtmlElement, chosen: set[int]) -> str:
    """Running text outside the container that may be the article's, if there is much of it."""
    start, end = lines.spans[element]
    places = places_of(lines, chosen)
    outside = [line for n, line in enumerate(lines.lines) if line.weight and not start <= n < end]
    alike = [line for line in outside if line.place() in places]
    if sum(line.weight for line in alike) < DOUBTFUL_SHARE * lines.weight(element):
        return ""
    return " ".join(line.text for line in alike)


def _with_most_text(body: HtmlElement, lines: Lines) -> HtmlElement:
    """The element with the most text that is no link, where nothing runs as text (a table, a list, pictures)."""
    best, most = body, 0
    for element, (start, end) in lines.spans.items():
        held = lines.lines[start:end]
        score = sum(len(line.text) - 2 * line.linked for line in held if not line.foreign)
        if score > most:
            best, most = element, score
    return best
