"""Other articles that a page shows whole below its own, as sites do for who reads on."""

import pytest

from convert.pipeline import convert_file

TITLE = "江边的旧船重新下水"
OWN = [f"修船的人们在岸上站了{n}个上午，谁也没有说话，直到旧船驶过了第{n}座桥。" for n in "一二三四五"]
OTHER = [f"城北的茶叶市场今年开市早，老主顾第{n}次来的时候，说味道和去年一样好。" for n in "一二三四"]


def page(title, day, texts, named="post-title", wrap="article"):
    body = "".join(f"<p>{text}</p>" for text in texts)
    return f'<div class="{wrap}"><h2 class="{named}">{title}</h2>{day}<div class="text">{body}</div></div>'


def markdown(*parts):
    html = f"<html><head><title>{TITLE} - 江边网</title></head><body><main>{''.join(parts)}</main></body></html>"
    return convert_file(html.encode(), "x.html").markdown


@pytest.mark.parametrize("wrap", ["article", "one-more", "box"])
@pytest.mark.parametrize(
    "day", ["<span>2024年5月21日</span>", "<time>2024-05-21 08:30</time>", "<p>发布：21/05/2024</p>"]
)
def test_another_article_below_goes(wrap, day):
    out = markdown(page(TITLE, "<span>2024年5月20日</span>", OWN), page("茶叶市场今年开市早", day, OTHER, wrap=wrap))
    assert all(text in out for text in OWN)
    assert not [text for text in OTHER if text in out]
    assert "2024-05-20" in out


@pytest.mark.parametrize(
    "title, named, day",
    [
        ("第二章 茶叶市场", "post-title", ""),
        ("第二章 茶叶市场", "section", "<span>2024年5月21日</span>"),
        ("第二章 茶叶市场", "", "<span>2024年5月21日</span>"),
    ],
    ids=["no day", "made otherwise", "no name"],
)
def test_what_may_be_a_section_stays(title, named, day):
    out = markdown(page(TITLE, "<span>2024年5月20日</span>", OWN), page(title, day, OTHER, named=named))
    assert all(text in out for text in (*OWN, *OTHER))


def test_several_other_articles_go():
    more = [
        page(f"茶叶市场第{n}年开市", "<span>2024年5月21日</span>", [each[:-1] + n for each in OTHER]) for n in "甲乙"
    ]
    out = markdown(page(TITLE, "<span>2024年5月20日</span>", OWN), *more)
    assert all(text in out for text in OWN)
    assert not [text for text in OTHER if text[:-1] in out]


def test_the_dated_entries_of_one_article_stay():
    days = [[f"第{n}天{text}" for text in OTHER[:2]] for n in "一二三四"]
    entries = [page(f"第{at}天的日记", f"<span>2024年5月2{at}日</span>", texts) for at, texts in enumerate(days)]
    out = markdown(page(TITLE, "", OWN), f"<div>{''.join(entries)}</div>")
    assert all(text in out for text in (*OWN, *(each for texts in days for each in texts)))


@pytest.mark.parametrize(
    "window, goes",
    [
        ("旧船怎样重新下水？江边修船人的一个春天", True),
        ("旧船下水、茶叶开市：江边的两件事", False),
        ("江边网", False),
        ("", False),
    ],
    ids=["in other words", "of both", "of the site", "of nothing"],
)
def test_a_window_may_tell_of_the_article_in_other_words(window, goes):
    parts = [
        page(TITLE, "<span>2024年5月20日</span>", OWN).replace("h2", "h1"),
        page(
            "茶叶市场今年开市早", "<span>2024年5月21日</span>", [*OTHER, *(f"再说，{text}" for text in OTHER)]
        ).replace("h2", "h1"),
    ]
    html = f"<html><head><title>{window}</title></head><body>{''.join(parts)}</body></html>"
    out = convert_file(html.encode(), "x.html").markdown
    # Where nothing tells which of the two is meant, both stay.
    assert all(text in out for text in OWN)
    assert all(text in out for text in OTHER) is not goes


@pytest.mark.parametrize(("other", "goes"), [("茶叶市场今年开市早", True), ("春天下水的人都来了", False)])
def test_a_window_that_shares_few_words_with_the_article_shares_far_fewer_with_another(other, goes):
    own = page("江边的旧船今年春天重新下水了", "<span>2024年5月20日</span>", OWN)
    below = page(other, "<span>2024年5月21日</span>", [*OTHER, *(f"再说，{text}" for text in OTHER)])
    title = "<title>旧船修了一冬，春天下水那天全村都来了</title>"
    html = f"<html><head>{title}</head><body>{own}{below}</body></html>".replace("h2", "h1")
    out = convert_file(html.encode(), "x.html").markdown
    assert all(text in out for text in OWN)
    assert all(text in out for text in OTHER) is not goes
