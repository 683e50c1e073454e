"""The summary of an article: a person's, else the editor's lead, else an extract of its own sentences."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Summary:
    """``origin`` is ``curator`` (a person wrote it), ``lead`` (the outlet's editor) or ``extract``."""

    text: str
    origin: str


Summarize = Callable[[str, str, str, str], Summary]
"""What a person wrote, the editor's lead, the Markdown of the body, the title -> the summary."""


def as_written(written: str, lead: str, body: str, title: str = "") -> Summary:
    """The summary that somebody wrote, for whoever shows none: empty where an extract would stand, which takes longer
    than all else of an article's reading."""
    return summarize(written, lead, body, title) if written or lead else Summary("", "extract")


def summarize(written: str, lead: str, body: str, title: str = "") -> Summary:
    """The best summary there is of an article with this Markdown for its ``body``."""
    if written:
        return Summary(written, "curator")
    if lead:
        return Summary(lead, "lead")
    # Imported here: where summaries are written, or kept, nobody waits for the cues of sentences.
    from digest.articles.weighing.extract import extract

    return Summary(extract(body, title), "extract")
