"""The values that pass between the stages. All are frozen; a stage returns new ones."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple


class Span(NamedTuple):
    """A run of inline text in one style. With `image` set, `text` is the alternative text; with `math`, TeX.

    A tuple, for pages have tens of thousands, and a tuple is made in a fifth of the time of a data class.
    """

    text: str
    bold: bool = False
    italic: bool = False
    code: bool = False
    href: str = ""
    image: str = ""
    math: bool = False

    @property
    def literal(self) -> bool:
        """True for text that is kept as it is: code and formulas."""
        return self.code or self.math

    def saying(self, text: str) -> Span:
        """A span of the same style with another text."""
        return Span(text, self.bold, self.italic, self.code, self.href, self.image, self.math)

    def style(self) -> tuple[bool, bool, bool, str, str, bool]:
        """Spans with equal styles may be joined."""
        return (self.bold, self.italic, self.code, self.href, self.image, self.math)


PLAIN = Span("")
# The address of a link within a site, on a page that does not say where it stood: boxes of other articles are links to
# the rules all the same, and to readers none.
NOWHERE = "nowhere"

# What closes the names of an element around several lines, in the hint of a block.
BOX = "\n"


@dataclass(frozen=True)
class Block:
    """One block of a page.

    `kind` is paragraph, heading, item, quote, caption, image, table, code or lead. `level` is the heading
    level (1 to 6) or the depth of a list item (from 0); `number` is the number of an ordered item (0: a
    bullet). `rows` holds a table (rows of cells of spans, the first row is the head). `line` counts from 1
    in the input, 0 when unknown. `hint` names the HTML elements the block stood in, from the outside in, each but its
    own closed by `BOX`. `inside` is how many list
    items hold the block as a paragraph of their own behind the first (0: none).
    """

    kind: str
    spans: tuple[Span, ...] = ()
    level: int = 0
    number: int = 0
    rows: tuple[tuple[tuple[Span, ...], ...], ...] = ()
    line: int = 0
    hint: str = ""
    inside: int = 0

    @cached_property
    def text(self) -> str:
        """The plain text, alternative texts of images left out. A dozen rules ask for it."""
        if self.rows:
            return "\n".join(" ".join("".join(s.text for s in cell) for cell in row) for row in self.rows)
        return "".join(span.text for span in self.spans if not span.image)

    @property
    def bold(self) -> bool:
        """True if every visible character is bold."""
        visible = [s for s in self.spans if s.text.strip() and not s.image]
        return bool(visible) and all(s.bold for s in visible)

    @property
    def has_image(self) -> bool:
        return any(span.image for span in self.spans)

    def but(self, **changes: Any) -> Block:
        """A copy with the named fields changed."""
        # Long pages have thousands: `dataclasses.replace` would look up every field of each.
        values = {**self.__dict__, **changes}
        values.pop("text", None)
        return Block(**values)


@dataclass(frozen=True)
class Removed:
    """A block that was taken out and why. `index` is its place among all blocks of the page, from 0."""

    block: Block
    reason: str
    index: int = 0


@dataclass(frozen=True)
class Hint:
    """Something the page says about itself. `key` is title, author, date, site, url or lead; `origin`
    says where it stood (`meta`, `printed`, `data`, `front matter`, or what speaks for it)."""

    key: str
    value: str
    origin: str = ""


@dataclass(frozen=True)
class Draft:
    """What a reader room hands on: blocks in reading order, hints, and the text lines around the body.

    `source` is html, fragment (of a feed), markdown or text. `before` holds the lines in front of the title,
    `header` those between it and the body, `footer` those after the body; `removed` what the format took out
    already (hidden parts, widgets). `doubt` is text left out that may be the article's; `outside` is the rest
    of the page.
    `own` are the fields of an article that was converted already, which stay as they are. `titled` is the index of the
    block that is the title of a text copy; -1: none is known.
    """

    source: str
    blocks: tuple[Block, ...]
    hints: tuple[Hint, ...] = ()
    header: tuple[str, ...] = ()
    footer: tuple[str, ...] = ()
    removed: tuple[Removed, ...] = ()
    before: tuple[str, ...] = ()
    doubt: str = ""
    outside: tuple[Removed, ...] = ()
    own: Mapping[str, Any] | None = None
    titled: int = -1

    def hint_values(self, key: str, origin: str = "") -> list[str]:
        """Values of all hints for `key` (from `origin`, if given), in the order found."""
        return [h.value for h in self.hints if h.key == key and (not origin or h.origin == origin)]


@dataclass(frozen=True)
class Metadata:
    """The front matter of an article; empty values are not written. `date` is an ISO day."""

    title: str = ""
    lang: str = ""
    author: tuple[str, ...] = ()
    date: str = ""
    site: str = ""
    source_url: str = ""
    via_name: str = ""
    via_url: str = ""
    rights: str = ""
    lead: str = ""
    image_credit: str = ""
    author_note: str = ""
    raw: str = ""


@dataclass(frozen=True)
class Evidence:
    """`value` for the field `name`, found in `source` (a phrase for the report); of two the higher `rank` is right."""

    name: str
    value: str | tuple[str, ...]
    source: str
    rank: int


@dataclass(frozen=True)
class Doubt:
    """Why the article may lack text, and the passage that it may lack."""

    reason: str
    passage: str


@dataclass(frozen=True)
class Conversion:
    """The result of the pipeline: the whole Markdown file, what became of every block, what speaks for each field of
    the front matter (the chosen value first), and what an editor should look at because it may be wrong. What is kept,
    what was removed and what stands `outside` the part that was taken for the article are all that the page shows."""

    markdown: str
    metadata: Metadata
    kept: tuple[Block, ...]
    removed: tuple[Removed, ...]
    evidence: tuple[Evidence, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    outside: tuple[Removed, ...] = ()
