"""The candidates for the element of the article, source by source: the densest, the named one, the library's, and which
of them the description of the page speaks of."""

import logging

import pytest
from lxml import html as lxml_html

from convert.evidence.container.candidates import candidates
from convert.evidence.lines import Lines


def text(size, sign="船"):
    """A paragraph of one closed sentence of so many characters."""
    return f"<p>{sign * (size - 1)}。</p>"


def found(markup, head=""):
    """Source -> the id, or else the tag, of its candidate; what is of class `foreign` belongs to no article."""
    root = lxml_html.document_fromstring(f"<html><head><title>旧船</title>{head}</head><body>{markup}</body></html>")
    body = root.find("body")
    named = candidates(root, body, Lines(body, root.xpath("//*[@class='foreign']")))
    return {source: element.get("id") or element.tag for source, element in named.items()}


MENU = "<p><a href='/1'>一二三四五</a></p>"
# A page of which no single element has all.
OTHER = f"<div id='other'>{text(120, '桥')}</div>"


@pytest.mark.parametrize(
    ("markup", "dense"),
    [
        ("", None),
        (MENU, None),
        ("<pre>1</pre>", "pre"),
        # Of elements that hold the same the innermost; what costs more than it brings stays outside.
        (f"<section><div id='a'>{text(30)}{text(30)}</div></section>", "a"),
        (f"<div id='a'>{text(30)}<div id='b'>{text(30)}</div></div>", "a"),
        (f"<div><div id='a'>{text(15) * 2}</div>{MENU * 3}<div id='b'>{text(15) + text(16)}</div></div>", "b"),
        (f"<div><div id='a'>{text(15) + text(16)}</div>{MENU * 3}<div id='b'>{text(15) * 2}</div></div>", "a"),
        (f"<div id='c'><div id='a'>{text(31)}</div>{MENU * 2}<div id='b'>{text(31)}</div></div>", "c"),
        (f"<div>{MENU}<p id='a'>{'船' * 29}。</p>{MENU}</div>", "a"),
    ],
)
def test_the_densest_element(markup, dense):
    assert found(markup).get("density") == dense


@pytest.mark.parametrize(
    ("markup", "named"),
    [
        (f"<article>{text(60)}</article>", "article"),
        (f"<div id='content'>{text(60)}</div>", "content"),
        *((f"<{tag} itemprop='articleBody'>{text(60)}</{tag}>", tag) for tag in ("div", "section", "main")),
        (f"<table><tr><td itemprop='articleBody'>{text(60)}</td></tr></table>", "td"),
        (f"<ul itemprop='articleBody'>{text(60)}</ul>", None),
        (f"<div itemprop='author'>{text(60)}</div>", None),
        (f"<div class='content'>{text(60)}</div>", None),
        # It holds more than a quarter of what runs as text, and of several the most.
        (f"<article>{text(31)}</article>{text(90)}", "article"),
        (f"<article>{text(30)}</article>{text(90)}", None),
        (f"<article>{text(40)}</article><div id='text'>{text(41)}</div>", "text"),
        (f"<article>{text(41)}</article><div id='text'>{text(40)}</div>", "article"),
        (f"<article>{text(40)}</article><div id='text'>{text(40)}</div>", "article"),
        (
            f"<main><article class='a'><h2>船</h2>{text(40)}</article><article class='a'><h2>桥</h2>{text(40)}</article></main>",
            "main",
        ),
        (
            f"<main><article><h2>船</h2>{text(41)}</article><article><h1>河</h1><h2>桥</h2>{text(40)}</article></main>",
            "article",
        ),
        # Parts of one article, each with its own head, are held by what is around them.
        (f"<main><article><h2>船</h2>{text(40)}</article><article><h2>桥</h2>{text(40)}</article></main>", "main"),
        (f"<main><article><h4>船</h4>{text(39)}</article><article><h3>桥</h3>{text(40)}</article></main>", "main"),
        (f"<main><article><h2>船</h2>{text(40)}</article><article>{text(40)}</article></main>", "article"),
        (f"<main><article><h1>船</h1>{text(41)}</article><article><h2>桥</h2>{text(40)}</article></main>", "article"),
        (f"<main><article>{text(41)}</article><article><h2>桥</h2>{text(40)}</article></main>", "article"),
        (
            f"<main><article><h2>船</h2>{text(40)}</article><article><h2><b><a href='/'>桥</a></b></h2>{text(40)}</article></main>",
            "article",
        ),
        (
            f"<main><article><h2>船</h2>{text(40)}</article><article><h2><a>桥</a></h2>{text(40)}</article></main>",
            "main",
        ),
        (f"<main><article><h2>船</h2>{text(40)}</article><article><h2>桥</h2></article></main>", "article"),
        (f"<main><article><h2>船</h2>{text(40)}</article><section><h2>桥</h2>{text(40)}</section></main>", "article"),
        (
            f"<main><article><h2>船</h2>{text(40)}</article><article class='one'><h2>桥</h2>{text(40)}</article></main>",
            "article",
        ),
        (
            f"<main><article class='foreign'><h2>船</h2>{text(90)}</article><article class='foreign' id='a'>{text(9)}</article></main>",
            None,
        ),
        (f"<main><article><h5>船</h5>{text(40)}</article><article><h5>桥</h5>{text(40)}</article></main>", "article"),
    ],
)
def test_the_element_that_the_page_calls_its_text(markup, named):
    assert found(markup).get("name") == named


def test_a_part_that_belongs_to_no_article_is_none_of_several():
    parts = f"<article id='a'><h2>船</h2>{text(40)}</article><article id='b'><h2>桥</h2>{text(40)}</article>"
    root = lxml_html.document_fromstring(f"<html><body><main>{parts}</main></body></html>")
    body = root.find("body")
    for foreign, named in (((), "main"), (root.xpath("//*[@id='b']"), "article")):
        assert candidates(root, body, Lines(body, foreign))["name"].tag == named


@pytest.mark.parametrize(
    ("markup", "is_asked"),
    [
        # One element has all, or two sources say the same.
        (f"<div>{text(200)}</div>", False),
        (f"<div>{text(199)}</div>", True),
        (f"<div>{text(380)}</div>{MENU * 9}{text(20)}", False),
        (f"<div>{text(379)}</div>{MENU * 9}{text(21)}", True),
        (f"<article>{text(97)}{MENU * 9}</article>{text(97)}", True),
        (f"<article>{text(97)}</article>", False),
        (f"<article><div>{text(485) * 2}</div>{MENU * 4}{text(30)}</article>{MENU * 11}{text(100)}", False),
        (f"<article><div>{text(485) * 2}</div>{MENU * 4}{text(31)}</article>{MENU * 11}{text(100)}", True),
        ("<div>船</div>", True),
    ],
)
def test_the_library_is_asked_where_the_others_differ(markup, is_asked):
    assert ("library" in found(markup)) is is_asked


DOORS = "<ul>" + "".join(f"<li><a href='/{n}'>第{n}号门</a></li>" for n in range(160)) + "</ul>"
LONG = f"<p>{'船上的人都来了，' * 12}。</p>"


@pytest.mark.parametrize(
    ("markup", "chosen"),
    [
        (f"<div id='a'>{LONG * 2}</div>{DOORS}", "a"),
        (f"<div class='foreign'>{LONG * 3}</div><div id='a'>{LONG * 2}</div>{DOORS}", "a"),
        (f"<div id='a'><div id='b'>{LONG * 2}</div></div>{DOORS}", "b"),
        (f"<div id='a'>{LONG}<script>{'船' * 99}</script>{LONG}</div>{DOORS}", "a"),
        # Nine tenths of what it keeps may be nearly all of it.
        (f"<section id='c'><div id='a'>{LONG * 9}</div>{LONG}</section>{DOORS}{OTHER}", "a"),
        (f"<section id='c'><div id='a'>{LONG * 8}</div>{LONG}</section>{DOORS}{OTHER}", "c"),
    ],
)
def test_what_the_library_takes(markup, chosen):
    assert found(markup)["library"] == chosen


def test_the_page_is_left_as_it_was():
    page = f"<html><head></head><body><div id='a'>{text(90)}<script>1</script></div></body></html>"
    root = lxml_html.document_fromstring(page)
    before = lxml_html.tostring(root)
    body = root.find("body")
    assert "library" in candidates(root, body, Lines(body))
    assert lxml_html.tostring(root) == before


def test_a_library_that_finds_nothing_says_nothing(caplog):
    caplog.set_level(logging.DEBUG)
    caplog.set_level(logging.NOTSET, "readability")
    assert found(f"<div class='foreign'>{text(90)}</div>") == {}
    # It hides what is hidden, and fails where that is all.
    root = lxml_html.document_fromstring(f"<html hidden><body><p>{text(90)}</p></body></html>")
    assert candidates(root, root.find("body"), Lines(root.find("body"))).keys() == {"density"}
    assert not caplog.records and logging.getLogger().level == logging.DEBUG


OWN, TERMS = (
    "修桥的人在桥头站了一会，看着头一辆车开过去，没有说话。",
    "大家应当知道并同意，这里不对任何人负责任，自己的事自己负责。",
)
PAGE = f"<article id='a'><p>{OWN}</p><p>{OWN[::-1]}。</p></article>{DOORS}<div id='b'><p>{TERMS}</p><p>{TERMS[::-1]}。</p><p>{TERMS}</p></div>"


def test_what_stands_right_beside_the_described_part_shares_nothing_with_it():
    side_by_side = PAGE.replace(DOORS, "") + DOORS
    assert found(side_by_side, described("description", OWN)).keys() == {"name"}
    assert "name" not in found(side_by_side, described("description", TERMS))


def described(by, value, key="name"):
    return f'<meta {key}="{by}" content="{value}">'


@pytest.mark.parametrize(
    ("head", "sources"),
    [
        ("", {"density": "b", "name": "a"}),
        (described("description", OWN), {"name": "a"}),
        (described("description", TERMS), {"density": "b"}),
        (described("og:description", OWN, "property"), {"name": "a"}),
        (described("Twitter:Description", OWN), {"name": "a"}),
        (described("keywords", OWN), {"density": "b", "name": "a"}),
        # Its beginning, of 20 letters at least, and the first that is long enough.
        (described("description", OWN[:21]), {"name": "a"}),
        (described("description", OWN[:20]), {"density": "b", "name": "a"}),
        (described("description", OWN[:21] + "水"), {"name": "a"}),
        (described("description", OWN[:20]) + described("og:description", OWN), {"name": "a"}),
        ('<meta charset="utf-8"><meta name="description">' + described("description", OWN), {"name": "a"}),
        (described("description", TERMS).replace("meta", "link") + described("description", OWN), {"name": "a"}),
        (described("keywords", TERMS) + described("description", OWN), {"name": "a"}),
        (described("description", OWN[::-1]), {"name": "a"}),
        (
            described("description", "水边的路一直通到海边，没有人走完过它，谁都说太长了。"),
            {"density": "b", "name": "a"},
        ),
    ],
)
def test_the_description_speaks_of_one_of_them(head, sources):
    named = found(PAGE, head)
    assert {source: named.get(source) for source in ("density", "name") if source in named} == sources
