"""Who wrote a report: the forms that papers and agencies print, each beside one that differs in one thing only."""

import pytest

from convert.evidence.fields.authors import authors
from convert.evidence.fields.bylines import dispatch, reporters
from convert.evidence.fields.ranking import Surroundings, ranked
from convert.evidence.fields.unlabelled import before_role
from convert.formats.html import read_html
from convert.page import Hint
from convert.pipeline import convert_file

TEXT = "".join(f"<p>第{n}座桥在河的两岸之间，桥上的人看着水从桥下流过，水声很大。</p>" for n in range(1, 9))


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("记者周明远／江城报导", ("周明远",)),
        ("记者周明远／江城报道", ("周明远",)),
        ("記者周明遠／江城報導", ("周明遠",)),
        ("记者周明远／江城散步", ()),
        ("（中央社记者周明远华盛顿6日电）", ("周明远",)),
        ("（中央社記者周明遠華盛頓6日專電）", ("周明遠",)),
        ("周明远／江城专访", ("周明远",)),
        ("【江边报2025年02月01日讯】（江边报记者周明远综合报导）今天水大。", ("周明远",)),
        ("【江边报2025年02月01日讯】（江边报记者周明远编译）今天水大。", ("周明远",)),
        ("【江边报2025年02月01日讯】（江边报记者Ann Rivers报导／周明远编译）今天水大。", ("Ann Rivers",)),
        ("【江边报2025年02月01日讯】（本台记者周明远江城采访报导）今天水大。", ("周明远",)),
        ("【江边的船】（江边报记者周明远综合）今天水大。", ()),
        ("（记者站设在江城）", ()),
    ],
)
def test_the_head_of_a_report(line, names):
    assert dispatch(line) == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("江边电视台记者周明远综合报导", ("周明远",)),
        ("江边电视台记者周明远采访报道", ("周明远",)),
        ("江边电视台记者周明远 报道", ("周明远",)),
        ("江边电视台记者周明远综合说明", ()),
    ],
)
def test_a_reporter_whose_name_runs_on(line, names):
    assert reporters(line) == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("周明远 记者", ("周明远",)),
        ("周明远 江边日报评论委员", ("周明远",)),
        ("周明远 特派员", ("周明远",)),
        ("周明远 记者会", ()),
        ("周明远 江边日报", ()),
        ("船桥之 记者", ()),
    ],
)
def test_the_office_behind_a_name(line, names):
    assert before_role(line) == names


def first(around, hints=(), title=""):
    return next((e.value for e in ranked(authors(around, hints, title))), ())


@pytest.mark.parametrize(
    ("title", "names"),
    [
        ("专栏 周明远│江边的桥", ("周明远",)),
        ("專欄：周明遠｜江邊的橋", ("周明遠",)),
        ("专栏│江边的桥", ()),
        ("江边│周明远的桥", ()),
    ],
)
def test_a_columnist_before_the_title(title, names):
    assert first(Surroundings(), (), title) == names


@pytest.mark.parametrize(
    ("line", "names"),
    [("发布于 2025年01月30日 • 整理：周明远", ("周明远",)), ("发布于 2025年01月30日 • 责任编辑：周明远", ())],
)
def test_a_byline_above_the_title(line, names):
    assert first(Surroundings(before=("国际", line, "江边的桥"))) == names
    assert first(Surroundings(before=(line, "国际", "要闻", "江边", "江边的桥"))) == ()


@pytest.mark.parametrize("zone", ["GMT", "HKT", "EST"])
def test_the_zone_behind_a_moment_is_nobody(zone):
    assert first(Surroundings(above=(f"2025/02/05 19:08 {zone}", "推荐"))) == ()


@pytest.mark.parametrize(
    ("opening", "names"),
    [
        ("（作者:本报记者 周明远）11月24日，河上的新桥通车，桥上的人看着水从桥下流过。" * 2, ("周明远",)),
        ("【作者：周明远】河上的新桥通车，桥上的人看着水从桥下流过，水声很大。" * 2, ("周明远",)),
        ("（船：周明远）11月24日，河上的新桥通车，桥上的人看着水从桥下流过。" * 2, ()),
        ("河上的新桥（作者：周明远）通车，桥上的人看着水从桥下流过。", ("周明远",)),
        ("河上的新桥（船：周明远）通车，桥上的人看着水从桥下流过。", ()),
    ],
)
def test_a_byline_in_brackets_in_front_of_the_text(opening, names):
    assert first(Surroundings(opening=(opening,))) == names


@pytest.mark.parametrize(
    ("value", "names"),
    [
        ("Ann Rivers", ("Ann Rivers",)),
        ("https://www.example.com/AnnRivers", ()),
        ("http://example.com,AnnRivers", ()),
        ("John Doe", ()),
        ("周明远", ("周明远",)),
        ("网上读报", ()),
        ("查看更多", ()),
        ("利好", ()),
        ("利民", ("利民",)),
    ],
)
def test_an_address_or_a_button_in_the_data_is_nobody(value, names):
    assert first(Surroundings(), (Hint("author", value, "data"),)) == names


def test_the_byline_that_the_data_have_whole():
    assert first(Surroundings(), (Hint("author", "记者周明远／江城报导", "data"),)) == ("周明远",)


def in_data(kind):
    return f'<script type="application/ld+json">{{"author": {{"@type": "{kind}", "name": "Ann Rivers"}}}}</script>'


@pytest.mark.parametrize(("kind", "count"), [("Person", 1), ("Organization", 0), ("NewsMediaOrganization", 0)])
def test_an_organization_in_the_data_is_no_author(kind, count):
    draft = read_html(f"<title>江边的桥</title>{in_data(kind)}<h1>江边的桥</h1>{TEXT}")
    assert len(draft.hint_values("author")) == count


@pytest.mark.parametrize(
    ("name", "site", "count"),
    [("Rivers", "Rivers Blog", 1), ("RiverBeta", "RiverBeta.COM", 0), ("ABC rivers.ch", "ABC rivers.ch", 0)],
)
def test_a_site_that_is_called_by_its_domain_has_no_owner(name, site, count):
    head = f'<meta name=author content="{name}"><meta property=og:site_name content="{site}">'
    foot = f"<footer>Powered by Hexo © {name}</footer>"
    draft = read_html(f"<title>江边的桥 - {site}</title>{head}<h1>江边的桥</h1><div>{TEXT}</div>{foot}")
    assert sum(h.key == "author" and h.origin == "owner" for h in draft.hints) == count


def test_what_code_says_is_nobodys_byline():
    page = f"<title>江边的桥</title><h1>江边的桥</h1><div>{TEXT}<pre>作者：周明远，书名：桥</pre></div>"
    assert convert_file(page.encode(), "bridge.html").metadata.author == ()
