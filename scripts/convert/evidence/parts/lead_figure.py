"""The picture above a text, set with its caption between the headline and the element that holds the text."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from lxml.html import HtmlElement

from convert.rules.tables import pattern
from convert.text.characters import letters

HEADLINES = ("h1", "h2")
# Where a link leads that is not to another article: to the picture itself, larger.
LARGER = re.compile(r"\.(?:jpe?g|png|gif|webp|avif)(?:[?!@]|$)|^(?:javascript:|#|data:|$)", re.I)
# Several in a row are of other articles, or a gallery.
FIGURES_MOST = 2
# Buttons and a head have a dozen pictures; among more than these stands a gallery, and what each has around it would be
# read anew.
PICTURES_MOST = 60
# Captions are sentences of one or two lines, with who took the picture in a piece of their own.
CAPTION_LEAST, CAPTION_MOST, PIECES_MOST = 8, 200, 2
# Pictures that a page shows for itself where it is shared.
SHARED = ("og:image", "twitter:image", "twitter:image:src")


def take_in_lead_figures(root: HtmlElement, container: HtmlElement, foreign: Collection[HtmlElement]) -> None:
    """Move the pictures with captions that stand between the last headline and the container to its beginning."""
    around = {container, *container.iterancestors()}
    shared = {_file(meta.get("content")) for meta in root.iter("meta") if _name(meta) in SHARED} - {""}
    found: list[HtmlElement] = []
    for picture in _between(root, container):
        figure = _with_caption(picture, around)
        own = figure is not None and not any(above in foreign for above in (figure, *figure.iterancestors()))
        if figure is not None and own and figure not in found and _is_captioned(figure, picture, shared):
            found.append(figure)
    if len(found) <= FIGURES_MOST:
        for figure in reversed(found):
            _move(figure, container)


def _between(root: HtmlElement, container: HtmlElement) -> list[HtmlElement]:
    """The pictures between the last headline above the container and that; none without a headline, or of many."""
    found: list[HtmlElement] = []
    headed = False
    for element in root.iter():
        if element is container:
            break
        if element.tag in HEADLINES:
            headed, found = True, []
        elif element.tag == "img" and headed:
            found.append(element)
    return found if headed and len(found) <= PICTURES_MOST else []


def _with_caption(picture: HtmlElement, around: Collection[HtmlElement]) -> HtmlElement | None:
    """The figure around the picture, or else the innermost element that has words beside it; None where more pictures
    stand in that, or it holds the text as well."""
    figure = next(picture.iterancestors("figure"), None)
    if figure is None:
        figure = next((each for each in picture.iterancestors() if letters(each.text_content())), None)
    several = figure is not None and len({_file(each.get("src")) for each in figure.iter("img")} - {""}) > 1
    return None if figure is None or figure in around or several else figure


def _is_captioned(figure: HtmlElement, picture: HtmlElement, shared: Collection[str]) -> bool:
    """True for a picture with one line below it, neither of which leads to another page: a caption by its element, by
    what it says, or because the page shows the picture for itself."""
    links = [link for link in figure.iter("a") if not LARGER.search(link.get("href") or "")]
    if any(letters(link.text_content()) or link.find(".//img") is not None for link in links):
        return False
    caption = figure.find(".//figcaption")
    if caption is not None:
        return bool(letters(caption.text_content()))
    pieces = list(_pieces(figure))
    line = " ".join(" ".join(pieces).split())
    if len(pieces) > PIECES_MOST or not CAPTION_LEAST <= len(line) <= CAPTION_MOST:
        return False
    return bool(pattern("captions", "captions").search(line)) or _file(picture.get("src")) in shared


def _pieces(element: HtmlElement) -> Iterator[str]:
    return (text for text in element.itertext() if letters(text))


def _name(meta: HtmlElement) -> str:
    return (meta.get("property") or meta.get("name") or "").lower()


def _file(address: str | None) -> str:
    """The name of the file that an address leads to."""
    return (address or "").partition("?")[0].rpartition("/")[2]


def _move(figure: HtmlElement, container: HtmlElement) -> None:
    """Make it the first child of the container; the text behind it stays where it was."""
    behind, parent, before = figure.tail or "", figure.getparent(), figure.getprevious()
    if before is not None:
        before.tail = (before.tail or "") + behind
    elif parent is not None:
        parent.text = (parent.text or "") + behind
    figure.tail, container.text = container.text, None
    container.insert(0, figure)
