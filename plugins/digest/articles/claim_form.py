"""What a claim or a summary must not be: longer than anybody reads in a list, or said twice."""

from __future__ import annotations

from collections.abc import Iterator

from digest.files.findings import Finding
from digest.files.front_matter import FrontMatter
from digest.zh.script import fold

# The longest of 102 claims worded by hand has 64 characters, and the longest of twelve summaries 113: more than twice
# as much is a paragraph of the article, not what it says in short.
CLAIM_MOST, SUMMARY_MOST = 150, 300


def form(file: str, front: FrontMatter) -> Iterator[Finding]:
    """Claims that are too long or stand twice in an article, and a summary that is too long."""
    yield from _summary(file, front)
    listed = front.data.get("claims")
    first: dict[str, str] = {}
    for number, entry in enumerate(listed if isinstance(listed, list) else []):
        text = entry.get("text") if isinstance(entry, dict) else None
        if not isinstance(text, str):
            continue
        name, line = str(entry.get("id")), front.line_of("claims", number)
        if len(text) > CLAIM_MOST:
            yield Finding(
                file,
                line,
                "claim-long",
                f"{name} has {len(text)} characters: {text[:20]}…",
                f"one sentence, {CLAIM_MOST} characters at most; the whole of it stands in the text under its mark",
                "text: 产业互联网不是新事物。",
            )
        same = "".join(sign for sign in fold(text) if sign.isalnum())
        if first.setdefault(same, name) != name:
            yield Finding(
                file,
                line,
                "claim-doubled",
                f"{name} says the same as {first[same]}: {text[:20]}",
                "each claim once; a further sentence of it is marked with +",
                f"……。<!--{first[same]}+-->",
            )


def _summary(file: str, front: FrontMatter) -> Iterator[Finding]:
    summary = front.data.get("summary")
    if isinstance(summary, str) and len(summary) > SUMMARY_MOST:
        yield Finding(
            file,
            front.line_of("summary"),
            "summary-long",
            f"the summary has {len(summary)} characters: {summary[:20]}…",
            f"about 100 characters, {SUMMARY_MOST} at most",
            "summary: 产业互联网不是互联网的延续……",
        )
