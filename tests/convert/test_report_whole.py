"""The report of a conversion lists all that a page shows: what is kept and what is removed add up to it."""

from pathlib import Path

import pytest
from shown_text import SHOWS_LEAST, letters, listed, shown_in, source_of

from convert.formats.unpack import unpack
from convert.pipeline import convert, convert_file

HERE = Path(__file__).parent
PAGES = sorted(
    [*(HERE / "pages").glob("*.html"), *(HERE / "pages").glob("*.txt"), *(HERE.parent.parent / "seeds").iterdir()]
)
PROSE = [f"村口的石桥是三十年前修起来的，那时候全村每一户都出了一个劳力，这是第{n}段。" for n in "一二三四五"]
BODY = "".join(f"<p>{text}</p>" for text in PROSE)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_kept_and_removed_are_what_the_page_shows(path):
    data = path.read_bytes()
    text = unpack(data).text
    if source_of(text) == "html":
        shown = shown_in(text)
    elif text.lstrip().startswith("---\n"):
        shown = shown_in(text.split("\n---\n", 2)[2])
    else:
        shown = text
    wanted, found = letters(shown), listed(convert_file(data, f"seeds/{path.name}"))
    assert wanted - found == {}
    # The article of a page that waits for its script stands in its data, where nobody sees it.
    assert found - wanted == {} or wanted.total() < SHOWS_LEAST


@pytest.mark.parametrize(
    "around",
    [
        "<nav><a href=a>首页</a><a href=b>社会</a></nav>{}<footer>版权所有，不得转载。</footer>",
        "<aside><p>左边这一栏里也有一句完整的话，讲的是别的事情。</p></aside><main>{}</main><p>下面还有一句完整的话，不在正文里。</p>",
        "<table><tr><td>边上</td><td>{}</td><td>另一边的一句话。</td></tr></table>",
        "头上的字<div>{}</div>尾上的字",
        "<select><option>选一个</option></select><form><label>姓名</label></form>{}<button>提交</button>",
        "<div style='display:none'>藏着的一句话。</div>{}<p hidden>也藏着的一句话。</p>",
        "<noscript>请打开脚本。</noscript>{}<iframe src=x>看不到框架。</iframe><svg><title>图</title><text>画</text></svg>",
        "{}<ul>" + "".join(f"<li><a href={n}>别的一篇文章的标题{n}</a></li>" for n in "甲乙丙丁戊") + "</ul>",
        "<p><ruby>桥<rp>(</rp><rt>qiáo</rt><rp>)</rp></ruby>的读音<sup>2</sup>。</p>{}",
        "<img src=a.png alt=图><figure><img src=https://e.example/b.png alt=桥><figcaption>石桥</figcaption></figure>{}",
        "<details><summary>点开</summary>里面的一句话。</details>{}<dialog>弹出来的一句话。</dialog>",
    ],
)
def test_whatever_stands_around_an_article_is_listed(around):
    page = f"<!doctype html><html><body>{around.format(f'<article><h1>桥怎样修</h1>{BODY}</article>')}</body></html>"
    assert listed(convert(page, "seeds/a.html")) == letters(shown_in(page))


def test_what_lies_outside_says_so():
    page = f"<!doctype html><body><div>左边的一栏。</div><article><h1>桥怎样修</h1>{BODY}</article><p>右边有一句完整的话。</p>"
    outside = {removed.block.text: removed.reason for removed in convert(page, "seeds/a.html").outside}
    assert outside == dict.fromkeys(("左边的一栏。", "右边有一句完整的话。"), "outside the main content")


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_what_was_converted_is_converted_to_itself(path):
    article = convert_file(path.read_bytes(), "seeds/a.html").markdown
    assert convert(article, "seeds/a.html").markdown == article


@pytest.mark.parametrize(
    "text",
    [
        "&#1;",
        "&amp;lt;",
        "a&ampb",
        "C:\\\\",
        "\\\\*",
        "&lt;b&gt;",
        "&amp;#x26;",
        "# 甲",
        "1. 乙",
        "[丙](d)",
        "{{ e }}",
        "*&amp;*",
        "a\\\\<b>*</b>",
    ],
)
def test_signs_of_markup_stay_what_they_are_when_converted_again(text):
    page = f"<!doctype html><body><article><h1>桥怎样修</h1>{BODY}<p>{text}</p><p>后面还有{text}这样的写法，一共写了三遍。</p></article>"
    article = convert(page, "seeds/a.html").markdown
    assert convert(article, "seeds/a.html").markdown == article
