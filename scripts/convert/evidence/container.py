"""The element of an HTML page that holds the article: candidates, what speaks for each, and what stays in doubt."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from lxml.html import HtmlElement

from convert.evidence.candidates import candidates
from convert.evidence.lines import Lines
from convert.evidence.page_data import plain
from convert.text.characters import letters, shared_pairs

# If some candidate holds this many times the running text of another, the other was misled.
MISLED = 2.0
# With so many characters of sentences in a candidate, rows of short lines (lists of videos and titles) say nothing
# about which candidate was misled; a poem or a diary has fewer.
SENTENCES_LEAST = 200
# Two candidates that share so much of their sentences are one choice.
AGREED_SHARE = 0.9
# The page shows the article of its data if its lines have this share of their letters.
SHOWN_SHARE = 0.6
# Lines in places like those of this share of the article's text look like it, wherever they stand between its
# first and its last line.
ALIKE_SHARE = 0.2
# The container may leave out this share of the chosen lines: a lead in a box of its own, a stray notice.
LEFT_OUT = 0.03
# Shorter lines that the window title holds are names of sections.
TITLE_LEAST = 6
# What stands between the title and the chosen text belongs to it if it is this share of it: a lead is less, and would
# come with the container all the same.
LEAD_SHARE = 0.3
# A paragraph between title and text is a lead, however small its share. A shorter line is a call.
PARAGRAPH_LEAST = 40
# Of 167 pages the text of all but two repeats a tenth and more of the pairs of characters of its title, and most
# texts the half of them; the text of another article hardly any.
SPOKEN_OF = 0.45
NOT_SPOKEN_OF = 0.1
# Running text outside the container that is this share of what is inside puts the choice in doubt.
DOUBTFUL_SHARE = 0.15
CELL_LINES_LEAST = 3  # cells of tables of data hold a line or two
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
    lines = Lines(body, {*foreign, *_beside(post, body)} if post is not None else foreign)
    found = candidates(root, body, lines)
    if shown := _shown_data(lines, data):
        found["data"] = _around(body, lines, shown)
    sound = _sound(found, lines)
    if not sound:
        return Container(_whole(_with_most_text(body, lines), body))
    chosen = _chosen(lines, sound, letters(root.findtext(".//title") or ""), bool(shown))
    element = _whole(_around(body, lines, chosen), body)
    return Container(element, _doubt(lines, element, chosen))


def _beside(post: HtmlElement, body: HtmlElement) -> Iterator[HtmlElement]:
    """All that stands before and behind the post."""
    for element in (post, *post.iterancestors()):
        if element is body:
            return
        yield from element.itersiblings()
        yield from element.itersiblings(preceding=True)


def _shown_data(lines: Lines, data: str) -> set[int]:
    """The lines that say what the data say; none where they say only some of it."""
    whole = letters(plain(data))
    shown = {n for n, line in enumerate(lines.lines) if line.prose and not line.foreign and letters(line.text) in whole}
    said = sum(len(letters(lines.lines[n].text)) for n in shown)
    return shown if whole and said >= SHOWN_SHARE * len(whole) else set()


def _sound(found: dict[str, HtmlElement], lines: Lines) -> set[tuple[int, int]]:
    """The spans of lines of the candidates that were not misled: those with much of the text, and those that two
    sources agree on."""
    worth = {source: lines.prose(element) for source, element in found.items()}
    if max(worth.values(), default=0) < SENTENCES_LEAST:
        worth = {source: lines.weight(element) for source, element in found.items()}
    most = max(worth.values(), default=0)
    agreed = {
        one for one in found for other in found if one != other and lines.agree(found[one], found[other], AGREED_SHARE)
    }
    agreed |= {"data"}
    sound = {source for source in found if worth[source] and (worth[source] * MISLED >= most or source in agreed)}
    return {lines.spans[found[source]] for source in sound}


def body_of(root: HtmlElement) -> HtmlElement:
    """The page's body; all of it where there is none."""
    body = root.find("body")
    return root if body is None else body


def _chosen(lines: Lines, sound: set[tuple[int, int]], window: str, shown: bool) -> set[int]:
    """The lines of the article: those that all sound candidates hold, and others that look like them. `shown`: the page
    shows the article that its data hold, and its data know best."""
    numbers = [n for n, line in enumerate(lines.lines) if line.weight]
    core = {n for n in numbers if all(start <= n < end for start, end in sound)}
    heads = [n for n, line in enumerate(lines.lines) if len(key := letters(line.text)) >= TITLE_LEAST and key in window]
    if not core:
        start, end = _below_title(lines, _innermost(sound), heads)
        core = {n for n in numbers if start <= n < end}
    if not core:
        return core
    if not shown and (own := _spoken_of_instead(lines, core, heads)):
        return own
    held = {n for n in numbers if any(start <= n < end for start, end in sound)}
    core |= _between_title(lines, core, held, heads)
    first, last = min(core), max(core)
    places = _places(lines, core)
    alike = {n for n in numbers if lines.lines[n].place() in places}
    return core | {n for n in numbers if first < n < last} | {n for n in alike if n in held or _near(n, core, lines)}


def _spoken_of_instead(lines: Lines, core: set[int], heads: list[int]) -> set[int]:
    """Paragraphs between the title and the core that speak of the title, where the core does not: the core is another
    article, shown whole below a short one. Nothing where the core speaks of it, too. A question that is cut off stands
    above its answers."""
    first = min(core)
    head = max((n for n in heads if n < first), default=None)
    if head is None:
        return set()
    between = [line for line in lines.lines[head + 1 : first] if line.prose and not line.foreign]
    own = [line for line in between if len(line.text) >= PARAGRAPH_LEAST and not line.text.endswith(("…", "..."))]
    title = letters(lines.lines[head].text)
    spoken = shared_pairs(title, letters("".join(line.text for line in own)))
    other = shared_pairs(title, letters("".join(lines.lines[n].text for n in core)))
    chosen = {id(line) for line in own}
    if spoken < SPOKEN_OF or other >= NOT_SPOKEN_OF:
        return set()
    return {n for n in range(head + 1, first) if id(lines.lines[n]) in chosen}


def _innermost(sound: set[tuple[int, int]]) -> set[tuple[int, int]]:
    """The candidates that have no other one inside: one around all holds menus, forms and summaries, too."""
    return {
        one for one in sound if not any(one != other and one[0] <= other[0] and other[1] <= one[1] for other in sound)
    }


def _between_title(lines: Lines, core: set[int], held: set[int], heads: list[int]) -> set[int]:
    """Of what stands between the title and the core and some candidate holds: all if it is much, for the core may be
    what readers wrote below a short article; else its paragraphs, which are a lead."""
    first = min(core)
    head = max((n for n in heads if n < first), default=None)
    between = {n for n in held if head is not None and head < n < first}
    much = LEAD_SHARE * sum(lines.lines[n].weight for n in core)
    if sum(lines.lines[n].weight for n in between) >= much:
        return between
    return {n for n in between if lines.lines[n].prose and len(lines.lines[n].text) >= PARAGRAPH_LEAST}


def _below_title(lines: Lines, sound: set[tuple[int, int]], heads: list[int]) -> tuple[int, int]:
    """Of candidates that share nothing the one that the title stands next above, or in; else the largest."""
    for head in heads[-1:]:
        below = [span for span in sound if span[1] > head]
        if below:
            return min(below, key=lambda span: max(span[0] - head, 0))
    return max(sound, key=lambda span: span[1] - span[0])


def _near(number: int, core: set[int], lines: Lines) -> bool:
    """True if nothing but running text stands between the line and the article."""
    first, last = min(core), max(core)
    between = lines.lines[number:first] if number < first else lines.lines[last + 1 : number]
    return all(line.weight for line in between)


def _places(lines: Lines, core: set[int]) -> set[tuple[str | None, ...]]:
    """The places that hold a good share of the article's text."""
    weights: dict[tuple[str | None, ...], float] = {}
    for number in core:
        place = lines.lines[number].place()
        weights[place] = weights.get(place, 0.0) + lines.lines[number].weight
    whole = sum(weights.values())
    # In tables that lay out a page all cells are alike.
    told = (place for place in weights if place[0] != "td" or any(place[1::2]))
    return {place for place in told if weights[place] >= ALIKE_SHARE * whole}


def _around(body: HtmlElement, lines: Lines, chosen: set[int]) -> HtmlElement:
    """The innermost element around nearly all of the chosen lines."""
    weights = (line.weight if n in chosen else 0.0 for n, line in enumerate(lines.lines))
    below = [0.0, *itertools.accumulate(weights)]
    element = body
    while True:
        for child in element:
            start, end = lines.spans.get(child, (0, 0))
            if below[end] - below[start] >= (1 - LEFT_OUT) * below[-1]:
                element = child
                break
        else:
            return element


def _whole(element: HtmlElement, body: HtmlElement) -> HtmlElement:
    """The element, or the one around the table, list or paragraph that it is, or is a part of."""
    above = element.getparent()
    while element.tag in PIECES and element is not body and above is not None and not _holds_text(element):
        element, above = above, above.getparent()
    return element


def _holds_text(element: HtmlElement) -> bool:
    """True for a cell that lays out a page: lines stand in it."""
    return element.tag == "td" and len(element.xpath(".//p|.//br")) >= CELL_LINES_LEAST


def _doubt(lines: Lines, element: HtmlElement, chosen: set[int]) -> str:
    """Running text outside the container that may be the article's, if there is much of it."""
    start, end = lines.spans[element]
    places = _places(lines, chosen)
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
