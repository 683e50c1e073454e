"""The items of a report that tell of claims, of what relates them, and of the words that they are found by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from digest.articles.claims import Claim
from digest.plan.relations import Relation
from digest.review.changes import Change, Review
from digest.review.items import Item, ReportLine, kind_of, line, was_and_is
from digest.review.texts import DigestState


def claim_items(review: Review, said: Mapping[str, Any]) -> Iterator[Item]:
    """New, changed and lost claims, each with its sentence; of a changed one only what is not as it was."""
    for change in review.claims:
        claim = change.present
        lines = list(_changed(change.old, change.new, said) if change.old and change.new else _whole(claim, said))
        if change.new and (not change.old or change.old.text != change.new.text):
            lines += _in_other_variants(review.after, change.new, said)
        yield Item(line(kind_of(change, said), f"{claim.ref} {claim.text}"), tuple(lines))


def _whole(claim: Claim, said: Mapping[str, Any]) -> Iterator[ReportLine]:
    yield line(said["quote"], claim.quote or said["no_quote"])
    if claim.holder:
        yield line(said["holder"], claim.holder)


def _changed(old: Claim, new: Claim, said: Mapping[str, Any]) -> Iterator[ReportLine]:
    for label, before, after in (
        ("claim", old.text, new.text),
        ("quote", old.quote, new.quote),
        ("holder", old.holder, new.holder),
        ("stance", _stances(old), _stances(new)),
        ("further", "".join(old.further), "".join(new.further)),
    ):
        if before != after:
            yield from was_and_is(said[label], before, after, said)


def _stances(claim: Claim) -> str:
    return "、".join(f"{concept} {stance}" for concept, stance in claim.stance.items())


def _in_other_variants(state: DigestState, claim: Claim, said: Mapping[str, Any]) -> Iterator[ReportLine]:
    article, _ = state.plan.claims[claim.ref]
    for variant in state.variants:
        if variant.tag != article.lang and article.converted and article.in_variant(variant) is article:
            own = article.terms_in(variant.tag)
            terms = state.script.terms_of(article.body, article.lang, variant.tag, own)
            read = state.script.convert(claim.text, article.lang, variant.tag, terms)
            yield line(said["variants"][variant.tag], read)


def relation_items(review: Review, said: Mapping[str, Any]) -> Iterator[Item]:
    """New, changed and lost relations, each with both claims and their sentences."""
    for change in review.relations:
        now, was = change.new, change.old
        relation, state = change.present, review.after if now else review.before
        lines = list(_ends(state, relation, said))
        if now and was and was.reason != now.reason:
            lines += was_and_is(said["reason"], was.reason, now.reason, said)
        else:
            lines.append(line(said["reason"], relation.reason))
        if now and was and _named(was, said) != _named(now, said):
            lines.append(line(said["was"], _named(was, said)))
        if now:
            lines += [
                line(said["variants"][variant.tag], state.reading(now.reason, variant.tag))
                for variant in state.variants
                if variant.tag != state.lang
            ]
        yield Item(line(kind_of(change, said), _named(relation, said)), tuple(lines))


def touched_items(review: Review, said: Mapping[str, Any]) -> Iterator[Item]:
    """Relations to look at again, since one of their claims is said in other words."""
    for relation in review.touched:
        yield Item(
            line("", _named(relation, said)),
            (*_ends(review.after, relation, said, quotes=False), line(said["reason"], relation.reason)),
        )


def _named(relation: Relation, said: Mapping[str, Any]) -> str:
    return f"{relation.a} {said['kinds'][relation.kind]} {relation.b}"


def _ends(state: DigestState, relation: Relation, said: Mapping[str, Any], quotes: bool = True) -> Iterator[ReportLine]:
    for ref in (relation.a, relation.b):
        _, claim = state.plan.claims[ref]
        yield line(ref.partition("#")[2], claim.text)
        if quotes:
            yield line(said["quote"], claim.quote or said["no_quote"])


def concept_items(review: Review, said: Mapping[str, Any]) -> Iterator[Item]:
    """Concepts with the patterns that they had and have."""
    for change in review.concepts:
        lines = [
            line(said[when], "、".join(each.patterns))
            for when, each in (("was", change.old), ("now", change.new))
            if each
        ]
        yield Item(line(kind_of(change, said), change.key), tuple(lines))


def pair_items(changes: Iterable[Change[str]], said: Mapping[str, Any]) -> Iterator[Item]:
    """Terms or synonyms: what became of a phrase, and what becomes of it."""
    for change in changes:
        was: Sequence[ReportLine] = (line(said["was"], change.old),) if change.old and change.new else ()
        yield Item(line(kind_of(change, said), f"{change.key} → {change.new or change.old}"), tuple(was))
