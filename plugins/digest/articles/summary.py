"""The summary of an article: a person's, else the editor's lead, else an extract of its own sentences."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Summary:
    """``origin`` is ``curator`` (a person wrote it), ``lead`` (the outlet's editor) or ``extract``."""

    text: str
    origin: str


def summarize(written: str, lead: str, body: str, title: str = "") -> Summary:
    """The best summary there is of an article with this Markdown for its ``body``."""
    if written:
        return Summary(written, "curator")
    if lead:
        return Summary(lead, "lead")
    # Imported here: where summaries are written, or kept, nobody waits for the cues of sentences.
    from digest.articles.extract import extract

    return Summary(extract(body, title), "extract")
