"""Which lines of a page are the article's: those that all candidates hold, and others that look like them."""

from __future__ import annotations

from collections import defaultdict

from convert.evidence.lines import Line, Lines
from convert.text.characters import letters, shared_pairs

# Lines in places like those of this share of the article's text look like it, wherever they stand between its
# first and its last line.
ALIKE_SHARE = 0.2
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

HEADINGS = {"h1", "h2", "h3"}

Spans = set[tuple[int, int]]
Place = tuple[str | None, ...]


def chosen_lines(lines: Lines, sound: Spans, window: str, shown: bool) -> set[int]:
    """The numbers of the article's lines.

    `sound` are the spans of lines of the candidates, each with some running text; `window` is the page's title, in
    letters. `shown`: the page shows the article that its data hold, and its data know best.
    """
    numbers = [n for n, line in enumerate(lines.lines) if line.weight]
    heads = [n for n, line in enumerate(lines.lines) if _says_title(line, window)]
    core = {n for n in numbers if all(start <= n < end for start, end in sound)}
    if not core:
        start, end = _below_title(_innermost(sound), heads)
        core = {n for n in numbers if start <= n < end}
    first = min(core)
    head = _title_above(lines, [n for n in heads if n < first], first)
    if not shown and (own := _spoken_of_instead(lines, core, range(head, first))):
        return own
    held = {n for n in numbers if any(start <= n < end for start, end in sound)}
    core |= _lead(lines, core, held.intersection(range(head + 1, first)))
    first, last = min(core), max(core)
    places, joined = places_of(lines, core), _without_a_gap(lines, first, last)
    alike = {n for n in numbers if (n in held or n in joined) and lines.lines[n].place() in places}
    return alike | {n for n in numbers if first <= n <= last}


def _says_title(line: Line, window: str) -> bool:
    """True for a line that the window says; a shorter one must be the page's first heading and open the window."""
    key = letters(line.text)
    opens = bool(key) and line.owner.tag == "h1" and window.startswith(key)
    return key in window and (opens or len(key) >= TITLE_LEAST)


def _title_above(lines: Lines, heads: list[int], first: int) -> int:
    """The last line of the title above the text that begins at `first`, which itself stands for none. A table of facts
    below the lead says the title once more, and no heading does."""
    if not heads:
        return first
    said = letters(lines.lines[heads[-1]].text)
    same = [n for n in heads if letters(lines.lines[n].text) == said]
    return max([n for n in same if lines.lines[n].owner.tag in HEADINGS] or heads)


def _spoken_of_instead(lines: Lines, core: set[int], between: range) -> set[int]:
    """Paragraphs between the title, which is the first line of `between`, and the core that speak of the title, where
    the core does not: the core is another article, shown whole below a short one. Nothing where the core speaks of it,
    too. A question that is cut off stands above its answers."""
    paragraphs = {n for n in between[1:] if not lines.lines[n].foreign and _is_paragraph(lines, n)}
    own = {n for n in paragraphs if not lines.lines[n].text.endswith(("…", "..."))}
    title = letters(lines.lines[between[0]].text) if own else ""
    # So few letters are in many texts by chance, or in none.
    if len(title) < TITLE_LEAST:
        return set()
    spoken, other = (shared_pairs(title, _letters_of(lines, each)) for each in (own, core))
    return own if spoken >= SPOKEN_OF and other < NOT_SPOKEN_OF else set()


def _is_paragraph(lines: Lines, number: int) -> bool:
    return lines.lines[number].prose and len(lines.lines[number].text) >= PARAGRAPH_LEAST


def _letters_of(lines: Lines, numbers: set[int]) -> str:
    return letters("".join(lines.lines[n].text for n in sorted(numbers)))


def _innermost(sound: Spans) -> Spans:
    """The candidates that have no other one inside: one around all holds menus, forms and summaries, too."""
    return {
        one for one in sound if not any(one != other and one[0] <= other[0] and other[1] <= one[1] for other in sound)
    }


def _lead(lines: Lines, core: set[int], between: set[int]) -> set[int]:
    """Of what stands between the title and the core and some candidate holds: all if it is much, for the core may be
    what readers wrote below a short article; else its paragraphs, which are a lead."""
    if _weight(lines, between) >= LEAD_SHARE * _weight(lines, core):
        return between
    return {n for n in between if _is_paragraph(lines, n)}


def _weight(lines: Lines, numbers: set[int]) -> float:
    return sum(lines.lines[n].weight for n in numbers)


def _below_title(sound: Spans, heads: list[int]) -> tuple[int, int]:
    """Of candidates that share nothing the one that the last line with the title stands next above, or in; else the
    largest."""
    # They stand one behind the other.
    below = [span for span in sound if heads and span[1] > heads[-1]]
    return min(below) if below else max(sound, key=lambda span: span[1] - span[0])


def _without_a_gap(lines: Lines, first: int, last: int) -> range:
    """From the first to the last line of an article, with the running text that stands right above and below."""
    while first > 0 and lines.lines[first - 1].weight:
        first -= 1
    while last + 1 < len(lines.lines) and lines.lines[last + 1].weight:
        last += 1
    return range(first, last + 1)


def places_of(lines: Lines, core: set[int]) -> set[Place]:
    """The places that hold a good share of the article's text."""
    weights: dict[Place, float] = defaultdict(float)
    for number in core:
        weights[lines.lines[number].place()] += lines.lines[number].weight
    whole = sum(weights.values())
    # In tables that lay out a page all cells are alike.
    told = (place for place in weights if place[0] != "td" or any(place[1::2]))
    return {place for place in told if weights[place] >= ALIKE_SHARE * whole}
