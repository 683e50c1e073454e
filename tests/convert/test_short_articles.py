"""Articles that are shorter than what stands beside them, or that a page holds and does not show."""

import pytest
from lxml import html

from convert.evidence.container.candidates import LINKS_MOST, candidates
from convert.evidence.lines import Lines
from convert.evidence.repeated import repeated_parts
from convert.formats.html import read_html

PROSE = "".join(f"<p>第{n}座桥在河的两岸之间，桥上的人看着水从桥下流过，水声很大。</p>" for n in range(1, 5))
OWN = "河上的桥今天又通了车，修桥的人在桥头站了一会，看着头一辆车开过去，没有说话。"
TERMS = "".join(
    f"<p>别的事情第{n}条，大家应当知道并同意，这里不对任何人负责任，自己的事自己负责。</p>" for n in range(5)
)
SUMMARY = "修桥的人在桥头站了一会，看着头一辆车开过去，没有说话，第二辆车也开过去了，桥边的店开了门，水从桥下流过。"


@pytest.mark.parametrize(
    ("beside", "count"), [("", 4), ("<p>桥</p>", 4), ("<p>这一页上写着别的桥，桥上的人也看着水，水声也很大。</p>", 0)]
)
def test_of_several_hidden_copies_one_is_read_where_the_page_shows_nothing_else(beside, count):
    hidden = f"<div style='display:none'>{PROSE}</div>"
    fields = f"<textarea>{'桥 ' * 400}</textarea>"
    draft = read_html(f"<body><h1>桥</h1>{fields}{hidden}{hidden}{beside}</body>")
    assert sum("座桥在河的两岸" in block.text for block in draft.blocks) == count


@pytest.mark.parametrize(
    ("described", "sources"), [(OWN[:30], {"name"}), ("桥", {"density", "name"}), (TERMS[3:33], {"density"})]
)
def test_the_description_of_the_page_tells_a_short_article_from_long_terms(described, sources):
    own = f"<article><p>{OWN}</p><p>{OWN[::-1]}</p></article>"
    menu = "".join(f"<li><a href=/{n}>第{n}号门</a></li>" for n in range(160))
    head = f'<title>桥通车了</title><meta name="description" content="{described}">'
    root = html.document_fromstring(f"<html><head>{head}</head><body>{own}<ul>{menu}</ul><div>{TERMS}</div></body>")
    body = root.find("body")
    assert candidates(root, body, Lines(body, ())).keys() - {"library"} == sources


@pytest.mark.parametrize(("doors", "is_asked"), [(LINKS_MOST, True), (LINKS_MOST + 1, False)])
def test_the_library_is_asked_of_pages_with_as_many_links_as_articles_have(doors, is_asked):
    own = f"<article><p>{OWN}</p><p>{OWN[::-1]}</p></article>"
    menu = "".join(f"<a href=/{n}>{n}</a> " for n in range(doors))
    root = html.document_fromstring(f"<html><body>{own}<p>{menu}</p><div>{TERMS}</div></body></html>")
    body = root.find("body")
    assert ("library" in candidates(root, body, Lines(body, ()))) is is_asked


@pytest.mark.parametrize(
    ("moment", "first", "count"),
    [("<i>01:52</i>", "", 5), ("", "<i>2024-03-04</i>", 5), ("", "", 0), ("<i>01:52</i>", "<b>桥的消息</b>", 0)],
)
def test_titles_with_their_summaries_and_moments_are_other_articles(moment, first, count):
    items = "".join(
        f"<div class=item>{first}<a href=/{n}>第{n}座桥今天又通了车</a><p>{SUMMARY}</p>{moment}</div>" for n in range(5)
    )
    body = html.fromstring(f"<body><p>桥。</p><div>{items}</div></body>")
    assert len(repeated_parts(body).parts) == count
