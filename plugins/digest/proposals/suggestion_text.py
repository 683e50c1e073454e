"""Suggestions as the text of the curators' file: entries that can be decided with one word."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import yaml

from digest.articles.article import Article
from digest.articles.claims import Claim
from digest.plan.suggestions import SuggestionEntry, bare
from digest.proposals.claim_candidates import Candidate
from digest.proposals.new_suggestions import RelationCandidate

HEAD = """\
# 建议：程序找到的论点和关系，由人决定。在 decide: 后面写一个词：
#   关系写 supports、disputes、extends（前一个推进后一个）、extended-by（后一个推进前一个）、same-topic，不要就写 no；
#   maybe 是程序的猜测，because 是理由和把握，都不算决定；first 说这一条为什么排在前面。
#   论点写 yes 或 no。理由、措辞、谁说的（holder）都可以先改。写完运行 digest suggest --apply。
# 不要的记成 refused，以后不再建议。没有决定的留着，不影响网站。
"""


def claim_entry(article: Article, candidate: Candidate) -> str:
    """A sentence that looks like a claim."""
    return _entry(
        {
            "suggest": article.slug,
            "decide": None,
            "text": candidate.text,
            "holder": candidate.holder or None,
            "sentence": candidate.sentence,
            "score": candidate.score,
            "concepts": list(candidate.concepts),
        }
    )


def relation_entry(candidate: RelationCandidate, claims: Mapping[str, tuple[Article, Claim]]) -> str:
    """Two claims that nobody has related, what they may be to one another, and how sure that is."""
    match, likely = candidate.match, candidate.likely
    shared = list(match.shared)
    one, other = (_said(*claims[ref]) for ref in (match.a, match.b))
    return _entry(
        {
            "suggest": f"{match.a} ? {match.b}",
            "decide": None,
            "reason": f"都谈{'、'.join(shared[:3])}",
            **({"first": candidate.first} if candidate.first else {}),
            "maybe": likely.kind,
            "because": f"{likely.because}；判过的这样的对子里 {likely.share:.0%} 是这种关系",
            "score": round(match.score, 2),
            "concepts": shared,
            "one": one,
            "other": other,
        }
    )


def refused_entry(entry: SuggestionEntry) -> str:
    """A decision that is remembered."""
    if entry.claims:
        return _entry({"refused": " ? ".join(entry.claims)})
    return _entry({"refused": entry.article, "sentence": entry.sentence})


def with_entries(text: str, entries: Sequence[str]) -> str:
    """The file's ``text`` with ``entries`` after all that stands there."""
    if not entries:
        return text
    start = text if text.strip() else HEAD
    return start.rstrip("\n") + "\n\n" + "\n".join(entries)


def scalar(value: object) -> str:
    """``value`` as YAML on one line, quoted where it has to be."""
    written = yaml.safe_dump(value, allow_unicode=True, default_flow_style=True, width=float("inf"))
    return written.removesuffix("\n").removesuffix("\n...")


def _entry(values: Mapping[str, object]) -> str:
    lines = [f"{key}:" if value is None else f"{key}: {scalar(value)}" for key, value in values.items()]
    return "- " + "\n  ".join(lines) + "\n"


def _said(article: Article, claim: Claim) -> str:
    holder = claim.holder or "、".join(article.authors)
    # Where the wording is the sentence's own, it is not said twice.
    said = claim.quote if bare(claim.text) in bare(claim.quote) else f"{claim.text}（原句：{claim.quote}）"
    return f"{holder + '：' if holder else ''}{said}"
