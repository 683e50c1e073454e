"""The digest's claims and relations as Argdown, a plain-text syntax for arguments (version 2 of its parser reads it).

A claim is a statement whose title is its ref; ``supports`` and ``disputes`` are Argdown's support (``+>``) and attack
(``->``). ``extends`` and ``same-topic`` are neither: a claim that takes another one step further gives no reason for
it, and one on the same topic none against it. They stand in the statement's data, so that nobody's software counts
them as arguments.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from typing import Any

from digest.articles.article import Article
from digest.articles.claims import Claim
from digest.plan.site_plan import SitePlan
from digest.zh.variant_markup import resolve
from digest.zh.variants import Variant

NAME = "digest.argdown"

_SIGNS = {"supports": "+>", "disputes": "->"}
_HEAD = """\
// Statements are claims, by article#claim. +> is "supports", -> is "disputes"; the reason stands behind.
// "extends" and "same-topic" are no arguments for or against: they are in the data of the claim they start from.
"""

# Every sign that means something to Argdown is ASCII, and any sign may stand behind a backslash.
_SIGN = re.compile(r"[!-/:-@\[-`{-~]")


def argdown(
    plan: SitePlan, title: str, absolute: Callable[[str], str], folder: str, variants: Sequence[Variant]
) -> str:
    """The whole digest; ``absolute`` makes an address of one relative to the site's root. Each text is in its
    article's own script, and its address in that script's tree, or in the first where that is not published;
    ``folder`` is the articles' in it."""
    trees = {variant.tag: variant.path for variant in variants}
    parts = [f"===\n{_value({'title': title})[1:-1]}\n===\n", _HEAD]
    for article in plan.articles.values():
        if article.claims:
            parts.append(f"# {_text(article.titles.get(article.lang) or article.title, article)}\n")
        for claim in article.claims:
            path = f"{trees.get(article.lang, variants[0].path)}/{folder}/{article.slug}/#{claim.id}"
            parts.append(_statement(plan, article, claim, absolute(path)))
    return "\n".join(parts)


def _statement(plan: SitePlan, article: Article, claim: Claim, address: str) -> str:
    outgoing = [link.relation for link in plan.links_of(claim.ref) if link.outgoing]
    data: dict[str, Any] = {
        "holder": claim.holder or "、".join(article.authors),
        "stance": dict(claim.stance),
        "url": address,
        **{kind: [each.b for each in outgoing if each.kind == kind] for kind in ("extends", "same-topic")},
    }
    lines = [f"[{claim.ref}]: {_text(claim.text, article)} {_value({key: each for key, each in data.items() if each})}"]
    lines += [
        f"  {_SIGNS[each.kind]} [{each.b}] // {_escaped(each.reason)}" for each in outgoing if each.kind in _SIGNS
    ]
    return "\n".join(lines) + "\n"


def _text(text: str, article: Article) -> str:
    """A text on one line in which no sign means anything; markup for variants is carried out."""
    read = resolve(text, article.lang, str) if "-{" in text else text
    return _escaped(read)


def _escaped(text: str) -> str:
    """``text`` on one line without meaning; in a comment too, for ``]:`` behind a reference would be read first."""
    return _SIGN.sub(r"\\\g<0>", " ".join(text.split()))


def _value(data: dict[str, Any]) -> str:
    """Data as JSON, which is YAML too; signs that would end the block or the head are written as numbers."""
    text = json.dumps(data, ensure_ascii=False)
    return re.sub(r'"(?:\\.|[^"\\])*"', lambda match: re.sub(r"[{}=\u0085\u2028\u2029]", _number, match[0]), text)


def _number(sign: re.Match[str]) -> str:
    return f"\\u{ord(sign[0]):04x}"
