"""An article and its summary as plain values."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from digest.articles.claims import Claim, Definition
from digest.zh.variants import Variant


@dataclass(frozen=True)
class Summary:
    """``origin`` is ``curator`` (a person wrote it), ``lead`` (the outlet's editor) or ``extract``."""

    text: str
    origin: str


Summarize = Callable[[str, str, str, str], Summary]
"""What a person wrote, the editor's lead, the Markdown of the body, the title -> the summary."""


def as_written(written: str, lead: str, body: str, title: str) -> Summary:
    """The summary that somebody wrote, for whoever shows none: empty where an extract would stand, which takes longer
    than all else of an article's reading."""
    if written:
        return Summary(written, "curator")
    return Summary(lead, "lead" if lead else "extract")


def summarize(written: str, lead: str, body: str, title: str) -> Summary:
    """The best summary there is of an article with this Markdown for its ``body``."""
    if written or lead:
        return as_written(written, lead, body, title)
    # Imported here: where summaries are written, or kept, nobody waits for the cues of sentences.
    from digest.articles.weighing.extract import extract

    return Summary(extract(body, title), "extract")


@dataclass(frozen=True)
class Article:
    """One article of the digest, in its own script.

    ``file`` is the path as shown to a contributor, ``body`` its Markdown with the marked sentences wrapped,
    ``length`` its characters as read, ``date`` an ISO day. Texts and lists are empty where the file says nothing.
    ``titles`` are those that markup gives for a variant; ``converted`` is false where every variant is to show the
    text as it is written; ``by_hand`` are the variants that a person wrote, by tag. ``term_groups`` are the shared
    groups of terms that it switches on, each with its line in the file, and ``group_terms`` what they say, by tag.
    ``publish`` is how it is to be published: ``full``, ``digest`` or, where the site decides, empty; ``excerpts`` are
    its marked sentences, each a line of Markdown.
    """

    slug: str
    file: str
    lang: str
    title: str
    body: str
    length: int
    summary: Summary
    authors: tuple[str, ...] = ()
    date: str = ""
    site: str = ""
    source_url: str = ""
    via: Mapping[str, str] = field(default_factory=dict)
    rights: str = ""
    lead: str = ""
    image_credit: str = ""
    author_note: str = ""
    raw: str = ""
    tags: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    companies: tuple[str, ...] = ()
    claims: tuple[Claim, ...] = ()
    definitions: tuple[Definition, ...] = ()
    terms: Mapping[str, str] = field(default_factory=dict)
    term_groups: Mapping[str, int] = field(default_factory=dict)
    group_terms: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    titles: Mapping[str, str] = field(default_factory=dict)
    converted: bool = True
    publish: str = ""
    excerpts: tuple[str, ...] = ()
    by_hand: Mapping[str, Article] = field(default_factory=dict)

    def in_variant(self, variant: Variant) -> Article:
        """What the variant is made from: the text written for it or for its parent by hand, else this one."""
        return self.by_hand.get(variant.tag) or self.by_hand.get(variant.parent) or self

    def terms_in(self, tag: str) -> dict[str, str]:
        """Its phrases that go their own way in the variant ``tag``: its own, and under them those of its groups."""
        if not self.group_terms:
            return dict(self.terms)
        # Imported here: most articles have no groups, and who converts nothing does without the dictionaries.
        from digest.zh.script import inherited

        return {**inherited(tag, self.group_terms), **self.terms}
