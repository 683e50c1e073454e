"""The owner of a personal site, whom its pages name only in their data: a template of any other site has the editor on
duty there, the system, or the site itself."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lxml.html import HtmlElement

from convert.evidence.fields.frame import RIGHTS, notes
from convert.evidence.fields.names import is_outlet, split_names
from convert.page import Hint
from convert.text.characters import folded, letters

ORIGIN = "owner"
# What names the writer of a page, that of the page itself first.
CARD = "card"
NAMING = ("article:author", "og:article:author", "author", "dc.creator", CARD)
# Systems of portals and offices give these; the author beside them is who typed the page in.
OF_OFFICES = frozenset("sitename sitedomain siteidcode contentsource publishedtype mediaid articletitle".split())
ENGINE = re.compile(
    r"\b(?:hexo|hugo|jekyll|octopress|wordpress|ghost|typecho|halo|gridea|pelican|vuepress|vitepress|gatsby|astro|eleventy"
    r"|z-?blog(?:php)?|emlog|zola|nikola|solo)\b",
    re.I,
)
# The name of the site closes the window title.
SITE_MOST = 30
NOTED = re.compile("©|opyright|版权所有|版權所有|CC BY|owered|endered|驱动|驅動")
# One of the signs alone is as often a template's that somebody else wrote.
SIGNS_LEAST = 2
# Behind a name: what its owner does, or how to reach her.
CALLING = re.compile(
    r"(?:律师|医生|医师|工程师|设计师|程序员|老师|教师|作家|博士|教授|摄影师|顾问|站长|博主)$|(?:微信|qq|邮箱|电话)\b",
    re.I,
)
# What templates have there before somebody writes a name.
PLACEHOLDER = re.compile(r"(?:john|jane) doe|your name|me|author|blog(?:ger)?|anonymous|guest|user|root|test|webmaster")
NAME_MOST = 30
# A name that has a domain behind it, here or in the site's name, is the site's.
DOMAIN = re.compile(r"(?<=\w)\.(?:com|net|org|cn|tw|hk|ch|de|fr|jp|kr|sg|my|ca|us|uk|co|tv|cc)\b", re.I)


def owner_hints(root: HtmlElement, window: str) -> tuple[Hint, ...]:
    """What the page's notes say of who has the rights to it; and the owner of the blog that it is of: the name in its
    data, if two signs at least speak for it. `window` is the window title."""
    said = list(notes(root, NOTED))
    rights = (Hint("rights", note) for note in said if RIGHTS.search(note))
    return (*_owner(root, window, said), *rights)


def _owner(root: HtmlElement, window: str, said: list[str]) -> tuple[Hint, ...]:
    given = {**dict(_given(root)), CARD: _of_card(root)}
    if OF_OFFICES & given.keys():
        return ()
    name = next((name for key in NAMING if (name := _name(given.get(key, "")))), "")
    key = letters(name)
    site, *domain = DOMAIN.split(given.get("og:site_name", ""))
    if not name or DOMAIN.search(name) or (domain and letters(site) == key):
        return ()
    signs = (
        bool(ENGINE.search(given.get("generator", ""))) or any(map(_made_by_engine, said)),
        any(RIGHTS.search(note) and key in letters(note) for note in said),
        key in letters(given.get("og:site_name", "")) or key in letters(window[-len(name) - SITE_MOST :]),
        any(_name(given.get(naming, "")) == name for naming in NAMING[:2]),
    )
    return (Hint("author", name, ORIGIN),) if sum(signs) >= SIGNS_LEAST else ()


def _given(root: HtmlElement) -> Iterable[tuple[str, str]]:
    for meta in root.iter("meta"):
        name = (meta.get("property") or meta.get("name") or "").strip().lower()
        if name and (value := " ".join((meta.get("content") or "").split())):
            yield name, value


def _of_card(root: HtmlElement) -> str:
    """The name that the card of the author beside the text says; empty where a page has several authors, of remarks."""
    cards = root.xpath(".//*[@itemprop='author'][@itemscope]//*[@itemprop='name']")
    names = {" ".join((card.get("content") or card.text_content()).split()) for card in cards}
    return names.pop() if len(names) == 1 else ""


def _made_by_engine(line: str) -> bool:
    """True for a line that says what made the site: Powered by Hexo, 由 Hugo 强力驱动."""
    return bool(ENGINE.search(line) and re.search(r"power|built|rendered|generated|theme|驱动|驅動|主题", line, re.I))


def _name(value: str) -> str:
    """The one name in a value, without what its owner does; empty if it has several, or none that may be a person's."""
    names = [name for name in split_names(value) if not CALLING.search(name)]
    sound = len(names) == 1 and len(names[0]) <= NAME_MOST and not is_outlet(names[0])
    return names[0] if sound and not PLACEHOLDER.fullmatch(folded(names[0])) else ""
