"""Two states of a digest compared: what came, what went, what is different, and what is only read differently."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from digest.articles.claims import Claim
from digest.plan.concepts import Concept
from digest.plan.relations import Relation
from digest.review.matching import paired
from digest.review.texts import DigestState, ReadSentence, ReadText

T = TypeVar("T")


@dataclass(frozen=True)
class Change(Generic[T]):
    """Something that is not as it was: ``old`` is ``None`` where it is new, ``new`` where it is gone."""

    key: str
    old: T | None
    new: T | None

    @property
    def present(self) -> T:
        """It as it is now; as it was, where it is gone."""
        if self.new is not None:
            return self.new
        assert self.old is not None  # noqa: S101 - one of the two is always there
        return self.old


@dataclass(frozen=True)
class TextChange:
    """A file that is there before and after: its sentences that changed, and those that only read differently."""

    old: ReadText
    new: ReadText
    sentences: tuple[Change[ReadSentence], ...]
    reread: tuple[Change[ReadSentence], ...]


@dataclass(frozen=True)
class Review:
    """A change of a digest. ``reasons`` are relations whose reason reads differently though it is as it was.

    ``touched`` are relations that are as they were between claims of which one is not.
    """

    before: DigestState
    after: DigestState
    texts: tuple[Change[ReadText], ...]
    edited: tuple[TextChange, ...]
    claims: tuple[Change[Claim], ...]
    relations: tuple[Change[Relation], ...]
    touched: tuple[Relation, ...]
    concepts: tuple[Change[Concept], ...]
    terms: tuple[Change[str], ...]
    synonyms: tuple[Change[str], ...]
    reasons: tuple[tuple[Relation, str], ...]

    @property
    def empty(self) -> bool:
        """Whether a reader sees no difference."""
        return not any(
            (
                self.texts,
                self.edited,
                self.claims,
                self.relations,
                self.concepts,
                self.terms,
                self.synonyms,
                self.reasons,
            )
        )


def compare(before: DigestState, after: DigestState) -> Review:
    """What a reader of ``after`` sees that a reader of ``before`` did not, and the other way round."""
    texts = _changes(before.texts, after.texts)
    terms = _changes(_terms(before), _terms(after))
    phrases = tuple(dict.fromkeys(change.key.partition(": ")[2] for change in terms))
    settings = (before.variants, before.lang) != (after.variants, after.lang)
    claims = _changes(_claims(before), _claims(after), _same_claim)
    relations = _changes(_relations(before), _relations(after), _same_relation)
    return Review(
        before,
        after,
        texts=tuple(change for change in texts if change.old is None or change.new is None),
        edited=tuple(_edited(before, after, phrases, everything=settings)),
        claims=claims,
        relations=relations,
        touched=tuple(_touched(after, claims, relations)),
        concepts=_changes(_concepts(before), _concepts(after)),
        terms=terms,
        synonyms=_changes(_synonyms(before), _synonyms(after)),
        reasons=tuple(_reread_reasons(before, after, phrases)),
    )


def _changes(
    before: Mapping[str, T], after: Mapping[str, T], same: Callable[[T, T], bool] = lambda old, new: old == new
) -> tuple[Change[T], ...]:
    """What is not the same, in the order of ``after``; what is gone comes last."""
    keys = [*after, *(key for key in before if key not in after)]
    return tuple(
        Change(key, before.get(key), after.get(key))
        for key in keys
        if key not in before or key not in after or not same(before[key], after[key])
    )


def _same_claim(old: Claim, new: Claim) -> bool:
    """Whether a claim says the same in the same sentence; further sentences and the holder count too."""
    return old == new


def _same_relation(old: Relation, new: Relation) -> bool:
    """Whether two relations differ in nothing but their line in the file."""
    symmetric = old.kind == new.kind and old.kind in ("disputes", "same-topic")
    ends = {(old.a, old.b), (old.b, old.a)} if symmetric else {(old.a, old.b)}
    return (new.a, new.b) in ends and (old.kind, old.reason) == (new.kind, new.reason)


def _claims(state: DigestState) -> dict[str, Claim]:
    return {ref: claim for ref, (_, claim) in state.plan.claims.items()}


def _relations(state: DigestState) -> dict[str, Relation]:
    """The relations by their two claims, whichever way they run."""
    return {" ".join(sorted((each.a, each.b))): each for each in state.plan.relations}


def _concepts(state: DigestState) -> dict[str, Concept]:
    return {each.name: each for each in state.plan.concepts}


def _terms(state: DigestState) -> dict[str, str]:
    """The digest's own terms by variant and phrase, those of groups that not the whole site has with their names."""
    site = state.plan.terms
    groups = {f" ({name})": own for name, own in state.plan.term_groups.items()}
    return {
        f"{tag}{named}: {phrase}": becomes
        for named, own in {**groups, "": site}.items()
        for tag, phrases in own.items()
        for phrase, becomes in phrases.items()
        if not named or site.get(tag, {}).get(phrase) != becomes
    }


def _synonyms(state: DigestState) -> dict[str, str]:
    return {word: "、".join(others) for word, others in state.plan.synonyms.items()}


def _edited(
    before: DigestState, after: DigestState, phrases: tuple[str, ...], everything: bool
) -> Iterable[TextChange]:
    """The files that read differently: edited themselves, or holding a phrase whose term changed."""
    for key, new in after.texts.items():
        old = before.texts.get(key)
        if old is None or (old == new and not everything and not any(phrase in new.plain for phrase in phrases)):
            continue
        change = _compared(before, after, old, new)
        if change.sentences or change.reread:
            yield change


def _compared(before: DigestState, after: DigestState, old: ReadText, new: ReadText) -> TextChange:
    was, now = before.sentences(old), after.sentences(new)
    changed, reread = [], []
    for place in dict.fromkeys(sentence.place for sentence in (*was, *now)):
        ours, theirs = ([each for each in side if each.place == place] for side in (was, now))
        for first, second in paired([each.text for each in ours], [each.text for each in theirs]):
            one, other = (ours[first] if first is not None else None), (theirs[second] if second is not None else None)
            if one is None or other is None or one.text != other.text:
                changed.append(Change(place, one, other))
            elif any(other.readings[tag] != read for tag, read in one.readings.items() if tag in other.readings):
                reread.append(Change(place, one, other))
    return TextChange(old, new, tuple(changed), tuple(reread))


def _touched(
    after: DigestState, claims: Iterable[Change[Claim]], relations: Iterable[Change[Relation]]
) -> list[Relation]:
    """Relations that stand as they did, one of whose claims is now said in other words."""
    moved = {change.key for change in claims if change.old and change.new}
    said = {change.key for change in relations}
    return [
        relation
        for relation in after.plan.relations
        if {relation.a, relation.b} & moved and " ".join(sorted((relation.a, relation.b))) not in said
    ]


def _reread_reasons(
    before: DigestState, after: DigestState, phrases: tuple[str, ...]
) -> Iterable[tuple[Relation, str]]:
    """Relations with a reason that holds a changed term and reads differently, each with the variant's tag."""
    kept = {each.reason for each in before.plan.relations}
    for relation in after.plan.relations:
        if relation.reason in kept and any(phrase in relation.reason for phrase in phrases):
            for variant in after.variants:
                if before.reading(relation.reason, variant.tag) != after.reading(relation.reason, variant.tag):
                    yield relation, variant.tag
