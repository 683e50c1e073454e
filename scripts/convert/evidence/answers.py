"""Pages of one question and several answers, which are the article: what stands around each answer taken away."""

from __future__ import annotations

import itertools

from lxml import etree
from lxml.html import HtmlElement

from convert.rules.tables import pattern
from convert.text.characters import letters

# One answer alone is an article like any other: its writer, its day and its buttons stand around it.
ANSWERS_LEAST = 2
# Labels of more answers have up to eight letters.
LABEL_MOST = 12
# They are no more of an article about the first than what readers say of it.
OTHERS = "comments"


def with_answers_alone(root: HtmlElement) -> tuple[HtmlElement, ...]:
    """Leave of each answer that the page's microdata mark its text, below the name of who wrote it, in `root`; the
    answers, where there are several."""
    texts = _answers(root)
    if len(texts) < ANSWERS_LEAST or other_answers(root):
        return ()
    for answer, text in texts:
        name = _writer(answer)
        data = [child for child in answer if child.tag == "meta"]
        answer[:] = data
        # What stands behind an element belongs to it here, and goes with what was beside the text.
        for element in (*data, text):
            element.tail = None
        answer.text = None
        if name:
            etree.SubElement(answer, "p").text = f"{name}："
        answer.append(text)
    return tuple(answer for answer, _ in texts)


def other_answers(root: HtmlElement) -> dict[HtmlElement, str]:
    """Element -> reason, for the other answers and their label, where that stands behind the first: the page is of that
    one alone."""
    first, *others = [answer for answer, _ in _answers(root)] or [root]
    if not others:
        return {}
    own = set(first.iter())
    below = itertools.dropwhile(lambda element: element is not first, root.iter())
    between = itertools.takewhile(lambda element: element is not others[0], below)
    label = next((element for element in between if element not in own and _is_label(element)), None)
    return {} if label is None else dict.fromkeys((label, *others), OTHERS)


def _is_label(element: HtmlElement) -> bool:
    said = letters(str(element.text_content())) if isinstance(element.tag, str) else ""
    return 0 < len(said) <= LABEL_MOST and bool(pattern("lines", "comments").fullmatch(said))


def _answers(root: HtmlElement) -> list[tuple[HtmlElement, HtmlElement]]:
    """The answers that the page's microdata mark, each with the element of its text; none within another one."""
    marked = [e for e in root.iter() if _is_answer(e) and not any(map(_is_answer, e.iterancestors()))]
    return [(answer, text) for answer in marked if (text := _text(answer)) is not None]


def around_answers(answers: tuple[HtmlElement, ...], chosen: HtmlElement) -> HtmlElement:
    """The innermost element around all answers; what was chosen without them, if that holds them or there are none."""
    above = [set(answer.iterancestors()) for answer in answers]
    if not above or all(chosen in each for each in above):
        return chosen
    shared = set.intersection(*above)
    return next(element for element in answers[0].iterancestors() if element in shared)


def _is_answer(element: HtmlElement) -> bool:
    return element.get("itemtype", "").rstrip("/").endswith("schema.org/Answer")


def _text(answer: HtmlElement) -> HtmlElement | None:
    """The element with the text of the answer, not of a comment on it."""
    for element in answer.iter():
        own = next((above for above in element.iterancestors() if above.get("itemtype")), None)
        if element.get("itemprop") == "text" and own is answer and str(element.text_content()).strip():
            return element
    return None


def _writer(answer: HtmlElement) -> str:
    for name in answer.xpath(".//*[@itemprop='author']//*[@itemprop='name']"):
        if said := " ".join((name.get("content") or str(name.text_content())).split()):
            return said
    return ""
