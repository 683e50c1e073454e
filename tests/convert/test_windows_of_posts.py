"""What a page without headings of its own tells of itself: posts in windows, dots before sites, portraits of writers,
sources of diagrams."""

import pytest

from convert.pipeline import convert

SAID = "镇上决定把停在渡口的旧船改成书屋，下月起动工，工期两个月。"
TEXT = [
    SAID,
    "旧船的发动机留在舱里，供孩子们看，船工说他每天都来擦一遍，擦完再上岸吃饭，吃完了又回来。",
    "书架照着船舱的弯度做，一层矮一层高，最高的一层要踩着凳子才够得到，凳子也是船上的旧物。",
]
POSTS = [
    f"X 上的 周以安：“{SAID}旧船的发动机留在舱里。… https://t.co/Abc123” / X",
    f'周以安 on X: "{SAID}旧船的发动机留在舱里。 https://t.co/Abc123" / X',
    f'周以安 on Twitter: "{SAID}" / Twitter',
]


def page(window, *before, inner=""):
    above = "".join(before)
    text = "".join(f"<p>{line}</p>" for line in TEXT)
    return convert(
        f"<html><head><title>{window}</title></head><body>{above}<article>{text}{inner}</article></body></html>", "x"
    )


@pytest.mark.parametrize("window", POSTS)
def test_a_window_that_quotes_a_post_tells_who_wrote_it_and_how_it_begins(window):
    article = page(window)
    assert (article.metadata.title, article.metadata.author) == (SAID, ("周以安",))


def test_a_title_with_a_colon_and_a_quotation_quotes_no_post():
    assert page("周以安：“旧船修好了”").metadata.title == "周以安：“旧船修好了”"


@pytest.mark.parametrize(
    ("window", "heads", "title"),
    [
        ("修船 · 江边小屋", ["江边小屋", "修船"], "修船"),
        ("修船 · 江边小屋", ["修船 · 江边小屋"], "修船 · 江边小屋"),
        ("2020 · 修船记", ["2020 · 修船记", "江边小屋"], "2020 · 修船记"),
    ],
)
def test_behind_a_dot_stands_the_site_where_the_page_says_both(window, heads, title):
    assert page(window, *(f"<h1>{head}</h1>" for head in heads)).metadata.title == title


@pytest.mark.parametrize(
    ("picture", "beside", "names"),
    [
        ("author-thumb", "<a>江上客</a>", ("江上客",)),
        ("author-avatar", "<span>江上客</span>", ("江上客",)),
        ("author-thumb", "<a>别的人</a>", ()),
        ("post-thumb", "<a>江上客</a>", ()),
    ],
)
def test_the_portrait_of_a_writer_names_him_where_the_page_does(picture, beside, names):
    box = f'<div><div><img class="{picture}" alt="江上客" src="/a.png"></div><div>{beside}</div></div>'
    assert page("渡口的旧船怎样改成书屋", box, "<h1>渡口的旧船怎样改成书屋</h1>").metadata.author == names


@pytest.mark.parametrize("element", ['pre class="mermaid" style="visibility:hidden"', 'div class="mermaid"'])
def test_what_a_diagram_is_drawn_from_is_code(element):
    source = f"<{element}>flowchart TD\n  A[旧船] --- B[书屋]\n  B --- C[渡口]</{element.split()[0]}>"
    assert "```\nflowchart TD\n  A[旧船] --- B[书屋]\n  B --- C[渡口]\n```" in page("旧船", inner=source).markdown


def posted(sheet, inner):
    said = page("渡口", inner=f"<style>{sheet}</style>{inner}").markdown
    return [line for line in said.splitlines() if "灯塔" in line]


@pytest.mark.parametrize("value", ["pre-wrap", "pre-line", "break-spaces", "pre"])
def test_line_ends_that_a_style_sheet_keeps_part_paragraphs(value):
    inner = '<div class="p1"><!-- --><span>灯塔今年不亮了，船还照旧开。\n\n守灯塔的人搬到了镇上住。</span></div>'
    assert posted(f".p1{{color:red;white-space:{value}}}", inner) == [
        "灯塔今年不亮了，船还照旧开。",
        "守灯塔的人搬到了镇上住。",
    ]


@pytest.mark.parametrize(
    ("sheet", "inner"),
    [
        (".p1{white-space:nowrap}", '<div class="p1">灯塔今年不亮了，\n船还照旧开。</div>'),
        (".p2{white-space:pre-wrap}", '<div class="p1">灯塔今年不亮了，\n船还照旧开。</div>'),
        (".p1{white-space:pre-wrap}", '<div class="p1"><p>灯塔今年不亮了，\n船还照旧开。</p></div>'),
    ],
)
def test_other_line_ends_are_those_of_the_source(sheet, inner):
    assert posted(sheet, inner) == ["灯塔今年不亮了，船还照旧开。"]


@pytest.mark.parametrize(
    ("href", "names"),
    [
        ("https://river.example/author/4", ("桨手小记",)),
        ("https://www.river.example/author/4", ("桨手小记",)),
        ("/author/4", ("桨手小记",)),
        ("https://friends.test/author/4", ()),
    ],
)
def test_who_has_a_page_among_writers_of_another_site_is_a_friend(href, names):
    own = '<meta property="og:url" content="https://river.example/2021/boat.html">'
    link = f'<a href="{href}">桨手小记</a>'
    assert page("渡口的旧船怎样改成书屋", own, "<h1>渡口的旧船怎样改成书屋</h1>", link).metadata.author == names
