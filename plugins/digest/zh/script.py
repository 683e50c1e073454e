"""The two scripts: converting a text to be read."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING

from digest.zh import variant_markup
from digest.zh.context.names import known_names, with_names
from digest.zh.context.settling import places, settled
from digest.zh.dictionaries import telling_characters, written_in
from digest.zh.engine import Converter, Engine
from digest.zh.layers import Converted, Cuts, Pieces, layered, own_terms, printed, regional_names, terms_of, word_cuts
from digest.zh.phrases import PART
from digest.zh.variants import CHARACTERS, REGIONAL_WORDS, VARIANTS, chain, quoted

if TYPE_CHECKING:
    from digest.zh.context.model import Model, RiskyPlace


@dataclass(frozen=True)
class VariantTexts:
    """The texts of one source as one variant reads them."""

    script: Script
    source: str
    target: str
    terms: Mapping[str, str]

    @property
    def way(self) -> str:
        """What the conversion depends on beside the text, where the site's own terms are the same for all."""
        return _way(self.source, self.target, self.terms)

    def convert_ahead(self, texts: Iterable[str]) -> None:
        """Convert together what ``text`` will be asked for."""
        self.script.convert_ahead(texts, self.source, self.target, self.terms)

    def text(self, text: str) -> str:
        """``text`` converted."""
        return self.script.convert(text, self.source, self.target, self.terms)

    def pieces(self, text: str, held: Mapping[str, str]) -> Pieces:
        """``text`` converted piece by piece; ``held`` are terms that hold at this place of the article."""
        return self.script.pieces(text, self.source, self.target, {**self.terms, **held})


class Script:
    """Converts texts between variants.

    ``terms`` gives, by target tag, the phrases that go their own way; ``engine`` makes the converter of one of
    OpenCC's configurations, by name; ``quotes`` says whether a text gets the quote marks of its variant;
    ``done`` are the texts that were converted with all these before. ``corrections`` are as ``terms``, but theirs win
    and so does the ``model``, which decides between a character's forms by its context (with the digest's own engine).
    """

    def __init__(
        self,
        terms: Mapping[str, Mapping[str, str]] | None = None,
        engine: Callable[[str], Converter] = Engine,
        quotes: bool = False,
        done: Converted | None = None,
        corrections: Mapping[str, Mapping[str, str]] | None = None,
        model: Callable[[], Model] | None = None,
    ) -> None:
        self._terms = cache(lambda tag: terms_of(inherited(tag, terms or {})))
        self._corrections = cache(lambda tag: terms_of(inherited(tag, corrections or {}), final=False))
        self._model = model if engine is Engine else None
        self._called = cache(
            lambda text: known_names(text, lambda some: self.pieces(some, _DECIDED, "zh-Hant"), self.done.of)
        )
        # The digest's own engines are the same for all.
        self._engine = _own_engine if engine is Engine else cache(engine)
        self.quotes = quotes
        self.done = done or Converted()

    def convert(self, text: str, source: str, target: str, terms: Mapping[str, str] | None = None) -> str:
        """``text`` from the script of ``source`` to that of ``target`` (tags); if they are the same only its quote
        marks change, where they follow the variant.

        ``terms`` are phrases of one article, which win over the site's. Markup for variants (``-{...}-``) is
        carried out, in the script of the source too.
        """
        if "-{" in text:
            return variant_markup.resolve(text, target, lambda part: self.convert(part, source, target, terms))
        if not text or text.isascii():
            return text
        if not chain(source, target):
            return quoted(text, target) if self.quotes else text
        return self.done.of(_way(source, target, terms), text, lambda: self._converted(text, source, target, terms))

    def convert_ahead(
        self, texts: Iterable[str], source: str, target: str, terms: Mapping[str, str] | None = None
    ) -> None:
        """Convert ``texts`` together, which takes a fraction of the time: ``convert`` will be asked for each."""

        def together(some: Sequence[str]) -> Sequence[str]:
            return self._converted(PART.join(some), source, target, terms).split(PART)

        if chain(source, target):
            plain = (text for text in texts if "-{" not in text and not text.isascii() and PART not in text)
            self.done.together(_way(source, target, terms), plain, together)

    def _converted(self, text: str, source: str, target: str, terms: Mapping[str, str] | None) -> str:
        return "".join(converted for _, converted in self.pieces(text, source, target, terms))

    def curated(self, text: str, lang: str, target: str) -> str:
        """A text of the curators' files or of the settings, which are in ``lang`` as a rule, in the script of
        ``target``: what is written in the other script all the same is converted from there."""
        if "-{" in text:
            return variant_markup.resolve(text, target, lambda part: self.curated(part, lang, target))
        return self.convert(text, written_in(text, lang), target)

    @cached_property
    def as_written(self) -> Script:
        """The same for texts that no variant changes: their quote marks stay, too."""
        other = copy.copy(self)
        other.quotes = False
        return other

    def reading(self, source: str, target: str, terms: Mapping[str, str] | None = None) -> VariantTexts:
        """The conversion of one article's texts: from, to, and its own terms."""
        return VariantTexts(self, source, target, dict(terms or {}))

    def terms_of(self, text: str, source: str, target: str, terms: Mapping[str, str]) -> dict[str, str]:
        """The terms that all of an article's texts are converted with: its own ``terms``, and under them the names of
        its ``text`` that would be converted now one way and now another."""
        if not self._model or source != _DECIDED or not chain(source, target):
            return dict(terms)
        own = _own_engine(CHARACTERS[target]).convert if target in CHARACTERS else str
        return with_names(terms, self._called(text), self._terms(target).becomes, own)

    def pieces(self, text: str, source: str, target: str, terms: Mapping[str, str] | None = None) -> Pieces:
        """``text`` in the pieces that were converted as one, each with what became of it.

        ``text`` may be several with ``PART`` between them, each of which is converted as if it stood alone.
        """
        configuration = chain(source, target)
        if not configuration:
            return [(text, quoted(text, target, PART) if self.quotes else text)]
        # Chains of several configurations are this engine's own: no other is asked for them.
        engine = (_own_engine if "+" in configuration else self._engine)(configuration)
        names = [regional_names(target)] if self._model and target in REGIONAL_WORDS else []
        curated = [*([own_terms(tuple(terms.items()))] if terms else ()), self._terms(target)]
        found = layered(text, [*curated, *names, self._corrections(target)], engine, self._cuts(source, target))
        if self._model and source == _DECIDED:
            found = settled(found, self._model(), _regional(target))
        return printed(found, target, self.quotes)

    def _cuts(self, source: str, target: str) -> Cuts:
        """What keeps a region's words from being found across words of the source."""
        if not self._model or target not in REGIONAL_WORDS:
            return lambda text: ()
        simplified = None if source == _DECIDED else _own_engine(chain(source, _DECIDED)).convert
        return word_cuts(target, self._model(), simplified)

    def doubtful(self, text: str, target: str, terms: Mapping[str, str] | None = None) -> list[RiskyPlace]:
        """The places of a Simplified ``text`` where its context hardly says which form is meant in ``target``."""
        configuration = chain(_DECIDED, target)
        if not self._model or not configuration:
            return []
        layers = [own_terms(tuple((terms or {}).items())), self._terms(target), self._corrections(target)]
        found = places(layered(text, layers, self._engine(configuration)), self._model(), _regional(target))
        return [place for place in found if place.doubtful]


def _way(source: str, target: str, terms: Mapping[str, str] | None) -> str:
    """What a text's conversion depends on, where the site's own terms are the same for all."""
    return f"{source}>{target} {dict(terms or {})}"


# The script whose characters have several forms in the other, between which the context decides.
_DECIDED = "zh-Hans"


@cache
def _regional(tag: str) -> Mapping[str, str]:
    """What the variant ``tag`` writes for characters of Taiwan's standard, where that is another."""
    if tag not in CHARACTERS:
        return {}
    own = _own_engine(CHARACTERS[tag]).convert
    return {each: own(each) for each in telling_characters()[1] | frozenset("里裡后台") if own(each) != each}


@cache
def _own_engine(configuration: str) -> Engine:
    return Engine(configuration)


def inherited(tag: str, terms: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    """The terms of a variant: those of the variant that it is a region of, in its own characters, and its own."""
    own = _own_engine(CHARACTERS[tag]).convert if tag in CHARACTERS else str
    parents = terms.get(VARIANTS[tag].parent, {}).items()
    return {**{phrase: own(becomes) for phrase, becomes in parents}, **terms.get(tag, {})}
