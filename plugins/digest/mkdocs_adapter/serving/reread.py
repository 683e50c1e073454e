"""One article read again, while the rest of the digest stays as it was read."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from digest.articles.article import Article
from digest.articles.claims import Claim
from digest.articles.reading import read_article
from digest.files.docs_folder import read_text, shown
from digest.plan.publication import is_reserved
from digest.plan.site_plan import SitePlan

# What other pages and the conversion go by: where one of these is another, all has to be read.
_STAYS = ("lang", "authors", "people", "companies", "tags", "definitions", "terms", "titles", "converted")


def reread(plan: SitePlan, docs: Path, path: Path) -> Article | None:
    """The article of ``plan`` in the file ``path`` as it says now; ``None`` where more than its own page is another, or
    where it is published otherwise than as it is written."""
    before = plan.articles.get(path.stem)
    text = read_text(path, docs, []) if before else None
    if before is None or text is None or before.by_hand or before.publish != "full":
        return None
    read, _ = read_article(shown(path, docs), path.stem, text)
    if read is None or read.publish not in ("", "full") or (not read.publish and is_reserved(read.rights)):
        return None
    now = replace(plan.aliases.applied(read), publish=before.publish, group_terms=before.group_terms)
    same = all(getattr(now, name) == getattr(before, name) for name in _STAYS)
    same = same and [*now.term_groups] == [*before.term_groups]
    return now if same and _said(now.claims) == _said(before.claims) else None


def _said(claims: tuple[Claim, ...]) -> list[Claim]:
    """The claims without the sentences that say them."""
    return [replace(claim, quote="", further=()) for claim in claims]
