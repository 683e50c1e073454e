"""An article read from its file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import partial
from typing import Any

from digest.articles import marks
from digest.articles.article import Article, Summarize, summarize
from digest.articles.claim_form import form
from digest.articles.claims import Claim, Definition, read_claims, read_definitions
from digest.articles.marks import MarkedBody
from digest.files import front_matter
from digest.files.docs_folder import is_clean
from digest.files.findings import Finding
from digest.files.front_matter import FrontMatter
from digest.text.visible_text import paragraphs
from digest.zh import variant_markup
from digest.zh.dictionaries import has_of_other, script_of, telling

_CLAIM = {"zh-Hans": "论点", "zh-Hant": "論點"}
_SLUG = re.compile(r"[a-z0-9][a-z0-9_-]*", re.IGNORECASE)
# Names that no file may have on some computers.
_DEVICES = frozenset(
    ("con", "prn", "aux", "nul", *(f"{name}{number}" for name in ("com", "lpt") for number in range(1, 10)))
)


def read_article(
    file: str, slug: str, text: str, summary: Summarize = summarize
) -> tuple[Article | None, list[Finding]]:
    """Read one file. ``None`` where there is no article to show; every fault that it has is a finding."""
    front, found = front_matter.read(file, text)
    if found and not front.data:
        return None, found
    found += front_matter.check(file, front) + front_matter.cut_off(file, front)
    found += marks.mistyped(file, front.body, front.body_line) + _wrong_script(file, front)
    found += _of_file(file, slug, front)
    named = isinstance(front.data.get("title"), str) and front.data.get("lang") in ("zh-Hans", "zh-Hant")
    if not named or not is_clean(slug):
        return None, sorted(found)
    chosen = variant_markup.read(front.body, front.data["lang"])
    found += [_markup_fault(file, front.body_line + line - 1, fault) for line, fault in chosen.faults]
    found += [_markup_fault(file, line, fault) for line, fault in _faults_in_head(front)]
    marked = marks.read(chosen.markdown, _CLAIM[front.data["lang"]])
    claims, claim_faults = read_claims(file, slug, front, marked.quotes)
    definitions, definition_faults = read_definitions(file, slug, front, marked.quotes)
    article = _article(file, slug, front, marked, claims, definitions, chosen.titles, summary)
    return article, sorted([*found, *claim_faults, *definition_faults, *form(file, front)])


def _of_file(file: str, slug: str, front: FrontMatter) -> list[Finding]:
    """What is wrong with the name of the file, and with there being no text in it."""
    name = f"the file name {slug!r} cannot be part of an address"
    text = "the article's text after the front matter"
    wrong = not _SLUG.fullmatch(slug) or slug.lower() in _DEVICES
    found = (
        [
            Finding(
                file,
                1,
                "slug",
                name,
                "Latin letters, digits, - and _; no name of a device of Windows (con, nul)",
                "chanye-hulianwang.md",
            )
        ]
        if wrong
        else []
    )
    if not front.body.strip():
        found.append(Finding(file, front.body_line, "body-empty", "the article has no text", text))
    return found


def _markup_fault(file: str, line: int, fault: str) -> Finding:
    return Finding(
        file, line, "variant-markup", fault, "-{text}- or -{zh-hans:...;zh-hant:...}-", "-{zh-hans:软件;zh-hant:軟體}-"
    )


def _wrong_script(file: str, front: FrontMatter) -> list[Finding]:
    """A file that says one script and is written in the other would be published unconverted in both."""
    says = front.data.get("lang")
    if says not in ("zh-Hans", "zh-Hant") or _mostly(says, front.body):
        return []
    written = script_of(front.body)
    if not written or says == written:
        return []
    return [
        Finding(
            file,
            front.line_of("lang"),
            "lang-script",
            f"lang is {says}, the text is written in {written}",
            "the script of the text",
            f"lang: {written}",
        )
    ]


def _mostly(tag: str, text: str) -> bool:
    """Whether ``text`` has no more characters of the other script than of its own: then it is not written in it."""
    if not has_of_other(text, tag):
        return True
    simplified, traditional = telling(text)
    return simplified >= traditional if tag == "zh-Hans" else traditional >= simplified


def _faults_in_head(front: FrontMatter) -> list[tuple[int, str]]:
    """Faults of markup for variants in the texts of the front matter, with their lines."""
    return [
        (front.line_of(*path), piece.fault)
        for path, text in front.texts()
        if "-{" in text
        for piece in variant_markup.pieces(text)
        if piece.fault
    ]


def _with_head(data: Mapping[str, Any]) -> partial[Article]:
    """An article with what its front matter says; the rest is yet to be given."""
    return partial(
        Article,
        title=_text(data, "title"),
        lang=_text(data, "lang"),
        authors=_list(data, "author"),
        date=_text(data, "date"),
        site=_text(data, "site"),
        source_url=_web_address(_text(data, "source_url")),
        via=_texts(data, "via"),
        rights=_text(data, "rights"),
        lead=_text(data, "lead"),
        image_credit=_text(data, "image_credit"),
        author_note=_text(data, "author_note"),
        raw=_text(data, "raw"),
        tags=_list(data, "tags"),
        people=_list(data, "people"),
        companies=_list(data, "companies"),
        terms=_texts(data, "terms"),
        converted=data.get("convert") is not False,
        publish=_text(data, "publish"),
    )


def _article(
    file: str,
    slug: str,
    front: FrontMatter,
    marked: MarkedBody,
    claims: list[Claim],
    definitions: list[Definition],
    titles: Mapping[str, str],
    summary: Summarize,
) -> Article:
    read = paragraphs(front.body)
    return _with_head(front.data)(
        slug=slug,
        file=file,
        body=marked.markdown,
        excerpts=marked.excerpts,
        term_groups={
            name: front.line_of("term_groups", number) for number, name in enumerate(_list(front.data, "term_groups"))
        },
        length=sum(map(len, read)),
        claims=tuple(claims),
        definitions=tuple(definitions),
        titles=titles,
        summary=summary(
            _text(front.data, "summary"), _text(front.data, "lead"), front.body, _text(front.data, "title")
        ),
    )


def _text(data: Mapping[str, Any], key: str) -> str:
    value = data.get(key)
    return value if isinstance(value, str) else ""


def _texts(data: Mapping[str, Any], key: str) -> dict[str, str]:
    """The texts of the mapping ``key``; of one named url only an address that may be linked."""
    value = data.get(key)
    return {
        name: _web_address(text) if name == "url" else text
        for name, text in (value if isinstance(value, dict) else {}).items()
        if isinstance(text, str)
    }


def _web_address(text: str) -> str:
    """An address that may be linked; any other (the schema has reported it) is left out, never shown."""
    return text if text.startswith(("http://", "https://")) else ""


def _list(data: Mapping[str, Any], key: str) -> tuple[str, ...]:
    value = data.get(key)
    return tuple(str(item) for item in value) if isinstance(value, list) else ()
