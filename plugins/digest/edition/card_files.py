"""The cards of a build: which page has which, and the files."""

from __future__ import annotations

import contextlib
import logging
import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from digest.edition.edition import Edition
from digest.exports.cards.article_card import Card
from digest.exports.cards.dispute_card import DisputeCard
from digest.exports.cards.fonts import Fonts
from digest.exports.imprint import Imprint
from digest.exports.preview import Picture
from digest.pages.article_view import ArticleView
from digest.pages.disputes import Dispute, dispute
from digest.zh.variants import Variant

FOLDER = "assets/cards"

log = logging.getLogger("mkdocs.plugins.digest")


def picture(
    imprint: Imprint, fonts: Fonts | None, article: ArticleView | None, quarrel: Dispute | None = None
) -> Picture | None:
    """The card of ``article`` or of ``quarrel``, or that of all other pages of the variant where there is neither;
    nothing without fonts."""
    if not fonts:
        return None
    card = _of_dispute(imprint, quarrel) if quarrel else _card(imprint, article)
    return _shown(imprint, fonts, card)


def square_picture(imprint: Imprint, fonts: Fonts | None, article: ArticleView) -> Picture | None:
    """The card of ``article`` for those who crop to a square (WeChat); nothing without fonts."""
    return _shown(imprint, fonts, replace(_card(imprint, article), is_square=True)) if fonts else None


def _shown(imprint: Imprint, fonts: Fonts, card: Card | DisputeCard) -> Picture:
    return Picture(imprint.absolute(f"{FOLDER}/{card.file(fonts)}"), *card.size, card.title)


def _card(imprint: Imprint, article: ArticleView | None) -> Card:
    if not article:
        return Card(imprint.variant.tag, imprint.variant.name, imprint.name, "", imprint.description)
    byline = " · ".join(filter(None, ("、".join(article.authors), article.site, article.date)))
    return Card(imprint.variant.tag, imprint.name, article.title, byline, article.summary)


def _of_dispute(imprint: Imprint, shown: Dispute) -> DisputeCard:
    unsigned = imprint.labels["unsigned"]
    sides = ((shown.claim.text, shown.claim.holder or unsigned), (shown.link.text, shown.link.holder or unsigned))
    return DisputeCard(imprint.variant.tag, imprint.name, imprint.labels["disputes"], sides)


def _cards(edition: Edition, variant: Variant) -> Iterator[Card | DisputeCard]:
    """All cards of a variant."""
    imprint, views = edition.imprints[variant.tag], edition.views[variant.tag]
    yield from (_card(imprint, article) for article in (None, *views.articles()))
    yield from (replace(_card(imprint, article), is_square=True) for article in views.articles())
    yield from (_of_dispute(imprint, dispute(relation, views)) for relation in edition.disputes.values())


def card_files(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Every card once, as path in the site and content; one that the last build drew is taken as it is."""
    if edition.wants_cards and len(edition.card_fonts) < len(edition.variants):
        _say_what_is_missing(edition)
    kept = _kept(edition)
    names = set()
    for variant in edition.variants:
        fonts = edition.card_fonts.get(variant.tag)
        if not fonts:
            continue
        for card in _cards(edition, variant):
            names.add(name := card.file(fonts))
            yield f"{FOLDER}/{name}", _made(card, fonts, kept and kept / name)
    if kept and names:
        _let_go(kept, names)


def _kept(edition: Edition) -> Path | None:
    """The folder of the cards that the next build need not draw. Their names say all that they show: they hold
    through changes of settings and code that do away with all else that is kept."""
    folder = edition.options.cache
    return edition.site.folder / folder / "cards" if folder else None


def _made(card: Card | DisputeCard, fonts: Fonts, kept: Path | None) -> bytes:
    if kept:
        with contextlib.suppress(OSError):
            return kept.read_bytes()
    made = card.draw(fonts)
    if kept:
        # A folder that cannot be written to costs the next build time, and nothing else.
        with contextlib.suppress(OSError):
            part = kept.with_suffix(f".{os.getpid()}")
            part.parent.mkdir(parents=True, exist_ok=True)
            part.write_bytes(made)
            part.replace(kept)
    return made


def _let_go(kept: Path, names: set[str]) -> None:
    """Of the kept cards those that no page has any more."""
    for path in kept.glob("*.png"):
        if path.name not in names:
            with contextlib.suppress(OSError):
                path.unlink()


def _say_what_is_missing(edition: Edition) -> None:
    tags = ", ".join(variant.tag for variant in edition.variants if variant.tag not in edition.card_fonts)
    chosen = edition.options.card_font
    came = (
        f"mkdocs.yml: digest: card_font: {chosen!r} is no font that draws {tags}"
        if chosen
        else (f"there is no font on this machine that draws {tags}")
    )
    message = (
        f"{came}: no pictures for links shared elsewhere (og:image); allowed: a font file, or a Chinese font of "
        "the system; example: apt-get install fonts-noto-cjk"
    )
    # A machine without Chinese fonts builds the site all the same, strictly too, unless the site asks for cards.
    log.log(logging.WARNING if chosen or edition.options.cards is True else logging.INFO, message)
