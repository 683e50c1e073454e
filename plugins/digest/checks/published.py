"""What of a text a build would not publish: markup that is not on the site's list."""

from __future__ import annotations

from collections.abc import Callable

from digest.articles.taken_out import taken_out, too_deep
from digest.checks.source import Source
from digest.files.findings import Finding
from digest.text import html_tokens
from digest.text.sanitizer import Sanitizer


def check(source: Source, markdown: str, render: Callable[[str], str], sanitizer: Sanitizer) -> list[Finding]:
    """A finding for each piece of ``source`` that is taken out of what its ``markdown``, marks and markup for variants
    carried out, becomes; or one where it cannot be rendered."""
    try:
        html = render(markdown)
    except RecursionError:
        return [too_deep(source.file, source.body, source.front.body_line)]
    if not sanitizer.allowed.pictures_elsewhere:
        html = html_tokens.link_pictures(html, "")
    _, removed = sanitizer.clean(html_tokens.with_heading_ids(html_tokens.without_styles(html)))
    return taken_out(source.file, source.body, source.front.body_line, removed) if removed else []
