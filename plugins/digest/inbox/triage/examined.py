"""One page, converted and looked at by itself: what of it is needed to compare it with others."""

from __future__ import annotations

import json
from array import array
from base64 import b64decode, b64encode
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from functools import lru_cache

from digest.articles.article import summarize
from digest.articles.weighing.sentence_reading import read_sentences
from digest.files import front_matter
from digest.inbox import conversion
from digest.inbox.sources.raw_page import RawPage
from digest.inbox.triage.fingerprint import fingerprint
from digest.plan.concepts import Concept, concepts_of
from digest.proposals.claim_candidates import claim_candidates
from digest.text.visible_text import paragraphs

Patterns = tuple[tuple[str, tuple[str, ...]], ...]
"""The concepts of a digest as texts: name and patterns."""

# The shortest of 300 saved articles has some 400 characters; notices, menus and teasers mostly have fewer.
LEAST_CHARACTERS = 350
LEAST_PARAGRAPHS = 3
# Of an article's paragraphs so many end as sentences do; of a list of links or names hardly any.
LEAST_SENTENCES = 0.4
# A page that shows less than this share of the digest's concepts is told from copies, and not read for claims: the
# digest's own articles show .37 to .63, those that a person took from three archives .23 and more.
SHOWN = 0.1
# What an article claims most: gold articles have five to twenty claims.
CLAIMS = 8
# A sentence may meet a claim although it cannot stand alone as one: so many that show most concepts, two at least.
POINTED, CONCEPTS_LEAST = 8, 2
_ENDS = "。！？…”」』!?."


@dataclass(frozen=True)
class Examined:
    """``key`` is the hash of the raw page. ``fault`` says why it could not be converted, ``none`` why it is no article;
    both are empty for an article. ``concepts`` are (name, places); ``claims`` its likeliest claims and
    then sentences of several concepts; ``argued`` how likely the former are claims (mean): low for news and lists."""

    key: str
    place: str = ""
    address: str = ""
    fault: str = ""
    none: str = ""
    title: str = ""
    authors: tuple[str, ...] = ()
    outlet: str = ""
    day: str = ""
    lang: str = ""
    length: int = 0
    summary: str = ""
    concepts: tuple[tuple[str, int], ...] = ()
    claims: tuple[str, ...] = ()
    argued: float = 0.0
    pieces: array[int] = field(default_factory=lambda: array("I"))

    @property
    def is_article(self) -> bool:
        """Whether it is an article."""
        return not self.fault and not self.none

    def to_json(self) -> str:
        """As a line of JSON."""
        own = asdict(self) | {"pieces": b64encode(self.pieces.tobytes()).decode("ascii")}
        return json.dumps(own, ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def from_json(cls, line: str) -> Examined:
        """The page that ``to_json`` wrote."""
        own = json.loads(line)
        pieces = array("I")
        pieces.frombytes(b64decode(own.pop("pieces")))
        own["concepts"] = tuple((name, count) for name, count in own["concepts"])
        return cls(**own | {"authors": tuple(own["authors"]), "claims": tuple(own["claims"])}, pieces=pieces)


def examine(key: str, raw: RawPage, concepts: tuple[Concept, ...]) -> Examined:
    """What can be known of one page by itself. The same bytes give the same answer on every machine and at every place:
    ``place`` stays empty, ``address`` is what the page itself says."""
    try:
        page = conversion.read_page(raw.data)
    except conversion.NoArticle as fault:
        return Examined(key, none=fault.what)
    except conversion.ConvertError as fault:
        return Examined(key, fault=str(fault))
    except Exception as fault:
        return Examined(key, fault=f"{type(fault).__name__}: {fault}")
    data = page.metadata
    body = front_matter.read("page.md", page.markdown)[0].body
    read = paragraphs(body)
    text = "\n".join(read)
    none = _no_article(read)
    shown = tuple(concepts_of(text, concepts).items())
    is_near = not none and bool(shown) and len(shown) >= SHOWN * len(concepts)
    claims = claim_candidates(body, concepts, limit=CLAIMS, title=data.title) if is_near else []
    return Examined(
        key,
        address=data.source_url,
        none=none,
        title=data.title,
        authors=data.author,
        outlet=data.site,
        day=data.date,
        lang=data.lang,
        length=len(text),
        summary=summarize("", data.lead, body, data.title).text if is_near else "",
        concepts=shown,
        claims=_sentences(body, concepts, [each.sentence for each in claims]) if is_near else (),
        argued=round(sum(each.score for each in claims) / len(claims), 3) if claims else 0.0,
        pieces=fingerprint(text),
    )


def _sentences(body: str, concepts: tuple[Concept, ...], claims: list[str]) -> tuple[str, ...]:
    """The claims, then the sentences that show most concepts."""
    read = [each for each in read_sentences(body) if not each.item and each.text not in claims]
    counted = [(sum(concept.shown(each.folded) for concept in concepts), at) for at, each in enumerate(read)]
    most = sorted((-count, at) for count, at in counted if count >= CONCEPTS_LEAST)[:POINTED]
    return tuple(dict.fromkeys([*claims, *(read[at].text for _, at in most)]))


def _no_article(read: Sequence[str]) -> str:
    """Why these paragraphs are no article; empty where they are one."""
    length = sum(map(len, read))
    if length < LEAST_CHARACTERS:
        return f"{length} characters; an article has {LEAST_CHARACTERS} or more"
    if len(read) < LEAST_PARAGRAPHS:
        return f"{len(read)} paragraphs; an article has {LEAST_PARAGRAPHS} or more"
    whole = sum(len(each) for each in read if each.rstrip().endswith(tuple(_ENDS)))
    if whole < LEAST_SENTENCES * length:
        return f"{round(100 * whole / length)} in 100 characters stand in sentences; a list of links or names"
    return ""


@lru_cache(maxsize=4)
def concepts_from(patterns: Patterns) -> tuple[Concept, ...]:
    """The concepts of a digest in a process that was given them as texts: their patterns are compiled once."""
    return tuple(Concept(name, own) for name, own in patterns)
