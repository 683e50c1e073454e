"""Entries of lists as markup: sound whatever their texts are."""

from xml.etree import ElementTree

import pytest

from digest.pages.made.entry_markup import Entries, data
from digest.pages.made.lists import ListedClaim, Named, Stance

HOSTILE = "</p><script>x()</script>\"onload='x()' & <b>"
WORDS = {
    "unsigned": "未署名",
    "changed_mind": "说法不一",
    "disputes": "相左",
    "made": {"stances": {"for": "赞成"}, "to_relations": "看关系"},
}


def entry(**own):
    return ListedClaim(
        **{
            "id": "c1",
            "text": HOSTILE,
            "url": "zh-hans/a/#c1",
            "list_url": "zh-hans/a/#claim-c1",
            "holders": (Named(HOSTILE, "zh-hans/people/x/"), Named(HOSTILE)),
            "stances": (Stance(Named(HOSTILE), "for"),),
            "kinds": (("disputes", 2),),
            "changed_mind": True,
            "concepts": (),
            "article": Named(HOSTILE, "zh-hans/a/"),
            "date": HOSTILE,
            **own,
        }
    )


def read(each, **shown):
    return ElementTree.fromstring(f"<li>{Entries(WORDS, lambda url: f'../{url}').claim(each, **shown)}</li>")


def test_every_text_of_an_entry_is_escaped():
    found = read(entry(), code="for")
    assert {each.tag for each in found.iter()} == {"li", "p", "a", "span", "time"}
    assert found.find(".//p/a").text == HOSTILE and found.find(".//time").get("datetime") == HOSTILE
    assert [a.get("href") for a in found.iter("a")] == [
        "../zh-hans/a/#c1",
        "../zh-hans/people/x/",
        "../zh-hans/a/",
        "../zh-hans/a/#claim-c1",
        "../zh-hans/a/#claim-c1",
    ]


@pytest.mark.parametrize(
    ("shown", "missing"), [({"with_holder": False}, "dg-entry__holder"), ({"with_stances": False}, "dg-entry__stance")]
)
def test_what_a_list_says_already_is_left_out(shown, missing):
    assert missing in ElementTree.tostring(read(entry()), encoding="unicode")
    assert missing not in ElementTree.tostring(read(entry(), **shown), encoding="unicode")


def test_an_entry_says_nothing_of_what_is_not_known():
    plain = read(entry(holders=(), stances=(), kinds=(), changed_mind=False, date=""))
    assert "".join(plain.itertext()).replace("\n", "") == f"{HOSTILE}未署名 《{HOSTILE}》"


def test_what_an_entry_can_be_filtered_by_is_escaped():
    each = entry(
        holders=(Named("甲", slug='a"b'),),
        stances=(Stance(Named("桥", slug="qiao"), "for"),),
        changed_mind=False,
        concepts=(Named("桥", slug="qiao"), Named("路", slug="lu")),
        kinds=(),
    )
    found = ElementTree.fromstring(f"<li {data(each)}/>").attrib
    assert found == {
        "data-concept": "qiao lu",
        "data-holder": 'a"b',
        "data-stance": "for qiao:for",
        "data-relation": "unlinked",
    }


def test_an_entry_as_it_is_written():
    bridge = Named("桥", "zh-hans/concepts/qiao/")
    each = entry(
        text="桥要修。",
        holders=(Named("甲", "zh-hans/people/jia/"), Named("乙")),
        stances=(Stance(bridge, "for"),),
        kinds=(("disputes", 2), ("supports", 1)),
        article=Named("某文", "zh-hans/a/"),
        date="2020-01-02",
    )
    entries = Entries({**WORDS, "supports": "印证"}, lambda url: f"/{url}")
    text = '<a href="/zh-hans/a/#c1">桥要修。</a></p>\n<p class="dg-entry__meta">'
    stance = '<span class="dg-stance" data-stance="for">赞成</span>'
    relations = (
        ' <a class="dg-entry__kinds" href="/zh-hans/a/#claim-c1"><span class="dg-spoken">看关系：</span>'
        '<span class="dg-count" data-kind="disputes">相左 2</span><span class="dg-count" data-kind="supports">印证 1</span>'
        '</a> <a class="dg-changed" href="/zh-hans/a/#claim-c1">说法不一</a></p>'
    )
    assert entries.claim(each, code="for", with_holder=False, with_article=False, with_stances=False) == (
        f'<p class="dg-entry__text">{stance} {text}{relations}'
    )
    assert entries.claim(each) == (
        f'<p class="dg-entry__text">{text}'
        '<span class="dg-entry__holder"><a href="/zh-hans/people/jia/">甲</a>、乙</span>'
        ' <span>《<a href="/zh-hans/a/">某文</a>》</span> <time datetime="2020-01-02">2020-01-02</time>'
        f' <span class="dg-entry__stance">{stance} <a href="/zh-hans/concepts/qiao/">桥</a></span>{relations}'
    )
    assert 'data-relation="disputes supports changed-mind"' in data(each)
