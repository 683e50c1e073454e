"""Posts, and cards of other articles: parts of a page that repeat one structure, each beside what differs in one thing."""

import pytest
from lxml import html as lxml_html

from convert.evidence.repeated import repeated_parts

NAMES = "abcdefghijklmnopq"
WORDS = "<p>先刮漆再看木头</p>"
REPLY = f"{WORDS}<a>回复</a>"
CARD = '<a href="/1">江边的旧船修好了</a>'


def units(*contents, tag="div", name="unit", at=0):
    """Elements of one kind side by side, each with a letter as its id."""
    return "".join(
        f'<{tag} class="{name}" id="{one}">{each}</{tag}>' for one, each in zip(NAMES[at:], contents, strict=False)
    )


def text(size):
    """A closed sentence of so many characters."""
    return "桥" * (size - 1) + "。"


def found(markup):
    """The letters of the comments, of the cards, and of the first post."""
    body = lxml_html.document_fromstring(f"<html><body>{markup}</body></html>").find("body")
    parts, post = repeated_parts(body)
    letters = {reason: "" for reason in ("comments", "cards of other articles")}
    for unit, reason in parts.items():
        letters[reason] += unit.get("id")
    return (*letters.values(), post.get("id") if post is not None else "")


def comments(markup):
    """The letters of the comments below an article, and nothing else is found."""
    several, cards, post = found(f"<p>{text(60)}</p>{markup}")
    assert (cards, post) == ("", "")
    return several


def cards(markup):
    """The letters of the cards, and nothing else is found."""
    several, cards, post = found(markup)
    assert (several, post) == ("", "")
    return cards


@pytest.mark.parametrize(
    ("markup", "letters"),
    [
        (units(*[REPLY] * 3), "abc"),
        (units(*[REPLY] * 2), ""),
        (f"<div>{units(*[REPLY] * 3)}</div>", "abc"),
        (f"<div>{units(*[REPLY] * 2)}{WORDS}</div>", ""),
        # Most of them, of those that are looked at.
        (units(*[REPLY] * 3, *[WORDS] * 2), "abcde"),
        (units(*[REPLY] * 2, *[WORDS] * 2), ""),
        (units(*[REPLY] * 5, *[WORDS] * 8), "abcdefghijklm"),
        (units(*[REPLY] * 4, *[WORDS] * 4, *[REPLY] * 8), ""),
        # Units of one tag and one first name without its number; what stands between them is none of them.
        (units(*[REPLY] * 3, tag="li"), "abc"),
        (units(*[REPLY] * 3, tag="p"), ""),
        (units(REPLY, REPLY) + units(REPLY, tag="section", at=2), ""),
        (units(REPLY, name="post-1 odd new") + units(REPLY, REPLY, name="post-20 even old", at=1), "abc"),
        (units(REPLY, name="post odd") + units(REPLY, REPLY, name="reply odd", at=1), ""),
        (units(REPLY, name="12") + f'<div id="b">{REPLY}</div><div id="c">{REPLY}</div>', "abc"),
        (units(REPLY) + f"<p>{text(20)}</p>" + units(REPLY, REPLY, at=1), "abc"),
        # Several groups; of one in another the outer one.
        (units(WORDS, WORDS, WORDS, tag="li") + units(*[REPLY] * 3, at=3), "def"),
        (
            units(*[REPLY + units(*[CARD] * 4, tag="li", at=6)] * 3) + f"<div>{units(*[REPLY] * 3, at=3)}</div>",
            "abcdef",
        ),
    ],
)
def test_posts_in_one_structure(markup, letters):
    assert comments(markup) == letters


@pytest.mark.parametrize(
    ("content", "is_button"),
    [
        ("<a>回复</a>", True),
        ("<br>回复", True),
        ("<a>回复 " + "桥" * 37 + "</a>", True),
        ("<a>回复 " + "桥" * 38 + "</a>", False),
        ("<a>回复桥</a>", False),
        ("<a>  </a>", False),
        ("<a>支持</a>", True),
        # Words that open sentences as well: what goes on in an element of its own is one.
        ("<p>支持 <b>3</b></p>", True),
        ("<p> 支持 <b>木头</b> 的人都来了</p>", False),
        ("<p>木头 <b>木头</b> 支持 </p>", False),
        ("<p>回复 <b>木头</b></p>", True),
        ("<p>支持 <b>木头</b></p><a>反对</a>", True),
        # Another button beside it tells them from a sentence.
        ("<p>支持<b> 回复 </b></p>", True),
    ],
)
def test_buttons_of_posts(content, is_button):
    assert comments(units(*[f"{WORDS}{content}"] * 3)) == ("abc" if is_button else "")


def test_words_of_buttons_right_between_posts_are_none_of_them():
    assert comments("回复" + units(WORDS, WORDS) + "回复" + units(WORDS, at=2)) == ""


AGO, DAY = "<i>3天前</i>", "<i>2024-04-01</i>"
LONG = text(401)


@pytest.mark.parametrize(
    ("contents", "are_posts"),
    [
        ([WORDS + AGO] * 3, True),
        ([WORDS + "<i>昨天</i>"] * 3, True),
        ([WORDS + DAY] * 3, False),
        ([WORDS + "<i>10:20</i>"] * 3, False),
        ([WORDS + AGO, WORDS + DAY, WORDS + DAY], True),
        ([WORDS + DAY, WORDS + DAY, WORDS + AGO], True),
        ([WORDS + AGO, WORDS + DAY, WORDS + DAY, WORDS, WORDS], True),
        ([WORDS + AGO, WORDS + DAY, WORDS, WORDS], False),
        ([WORDS + DAY] * 8 + [WORDS + AGO] * 8, False),
        ([WORDS + AGO] * 5 + [WORDS] * 8, True),
        # The moment stands in a short piece of its own, in a short post.
        ([f"<i>3天前 {'桥' * 20}</i>"] * 3, True),
        ([f"<i>3天前 {'桥' * 21}</i>"] * 3, False),
        ([f"<i>2024-04-01 {'桥' * 13}</i>", WORDS + AGO, WORDS + AGO, WORDS, WORDS], True),
        ([f"<i>2024-04-01 {'桥' * 14}</i>", WORDS + AGO, WORDS + AGO, WORDS, WORDS], False),
        ([f"<p>{text(397)}</p>  {AGO}"] * 3, True),
        ([f"<p>{text(398)}</p>{AGO}"] * 3, False),
        ([f"<p>{text(199)} {text(198)}</p>{AGO}"] * 3, False),
    ],
)
def test_posts_by_their_moments(contents, are_posts):
    assert comments(units(*contents)) == (NAMES[: len(contents)] if are_posts else "")


WRITER, MOMENT = '<a href="/users/5">江上客</a>', "<i>2024-04-01 10:20</i>"
SIGNED = f"{WRITER}{MOMENT}<p>{LONG}</p>"


@pytest.mark.parametrize(
    ("contents", "are_posts"),
    [
        ([SIGNED] * 3, True),
        ([SIGNED] * 3 + [WORDS] * 2, True),
        ([SIGNED] * 2 + [WORDS] * 2, False),
        ([f"{WRITER}{AGO}<p>{LONG}</p>"] * 3, True),
        ([f"{WRITER}{DAY}<p>{LONG}</p>"] * 3, False),
        ([f"{WRITER}<p>{LONG}</p>"] * 3, False),
        ([f"{MOMENT}<p>{LONG}</p>"] * 3, False),
        ([f'<a name="5">江上客</a>{MOMENT}<p>{LONG}</p>'] * 3, False),
        ([f'<area href="/users/5"><a name="5">江上客</a>{MOMENT}<p>{LONG}</p>'] * 3, False),
        ([f'<q href="/users/5">江上客</q>{MOMENT}<p>{LONG}</p>'] * 3, False),
        ([f'<a href="/bridge">江上客</a>{MOMENT}<p>{LONG}</p>'] * 3, False),
        ([f'<a href="/users/5">  </a>{MOMENT}<p>{LONG}</p>'] * 3, False),
        ([f'<a href="/users/5">客</a>{MOMENT}<p>{LONG}</p>'] * 3, True),
        ([f'<a href="/users/5"> {"客" * 20} </a>{MOMENT}<p>{LONG}</p>'] * 3, True),
        ([f'<a href="/users/5">{"客" * 21}</a>{MOMENT}<p>{LONG}</p>'] * 3, False),
        ([f'<a href="/users/5"><img></a>{SIGNED}'] * 3, True),
        ([f"{WRITER}<i>2024-04-01 10:20 {'桥' * 23}</i><p>{LONG}</p>"] * 3, True),
        ([f"{WRITER}<i>2024-04-01 10:20 {'桥' * 24}</i><p>{LONG}</p>"] * 3, False),
    ],
)
def test_posts_by_the_writer_who_is_linked(contents, are_posts):
    assert comments(units(*contents)) == (NAMES[: len(contents)] if are_posts else "")


@pytest.mark.parametrize(
    ("markup", "letters"),
    [
        (units(*[CARD] * 4), "abcd"),
        (units(*[CARD] * 3), ""),
        (units(*[CARD] * 4, WORDS), "abcde"),
        (units(*[CARD] * 3, WORDS), ""),
        (units(*[CARD] * 7, *[WORDS] * 5), NAMES[:12]),
        (units(*[CARD] * 6, *[WORDS] * 2, *[CARD] * 8), ""),
        # In rows: what breaks a line or shows nothing ends none.
        *(
            (units(*[CARD] * 2) + between + units(*[CARD] * 2, at=2), "abcd")
            for between in ("<br>", "<hr>", "<script>1</script>", "<style>a{}</style>", "<br><hr><br>", "桥")
        ),
        (units(*[CARD] * 2) + "<p>桥</p>" + units(*[CARD] * 2, at=2), ""),
        (units(*[CARD] * 2) + "<p>桥</p><br>" + units(*[CARD] * 2, at=2), ""),
        (units(*[CARD] * 2) + "<br><p>桥</p>" + units(*[CARD] * 4, at=2), "cdef"),
        (units(*[CARD] * 4) + "<p>桥</p>" + units(*[CARD] * 3, at=4), "abcd"),
        (units(*[CARD] * 4) + "<p>桥</p>" + units(*[CARD] * 4, at=4), "abcdefgh"),
        (units(*[CARD] * 4) + units(CARD, name="other", at=4) + units(*[CARD] * 3, at=5), "abcd"),
        (
            units(*[CARD] * 4) + "<p>桥</p>" + units(*[WORDS] * 4, at=4) + "<p>桥</p>" + units(*[CARD] * 4, at=8),
            "abcdijkl",
        ),
    ],
)
def test_cards_in_rows(markup, letters):
    assert cards(markup) == letters


def link(size):
    return f'<a href="/1">{"船" * size}</a>'


@pytest.mark.parametrize(
    ("content", "is_card"),
    [
        ("", False),
        (" <img> ", False),
        ("江边的旧船修好了", False),
        (link(6), True),
        (link(5), False),
        (f'<a href="/1"> {"船" * 5} </a>', False),
        # The longest link is the title, and all of them are a quarter of it.
        (link(3) + link(3), False),
        (link(3) + link(6), True),
        (link(6) + "桥" * 18, True),
        (link(6) + "桥" * 19, False),
        (link(6) + " 桥" * 9, True),
        (link(6) + " 桥" * 10, False),
        (link(6) + link(4) + "桥" * 30, True),
        (link(6) + link(4) + "桥" * 31, False),
        # A title and two lines.
        (link(100) + "桥" * 100, True),
        (link(100) + "桥" * 101, False),
        (f" {link(100)}{'桥' * 100} ", True),
        # With the time a tenth of what is no blank.
        (link(6) + "<i>10:20</i>" + "桥" * 49, True),
        (link(6) + "<i>10:20</i>" + "桥" * 50, False),
        (link(6) + " <i>10:20</i> " + "桥 " * 49, True),
        (link(6) + "<i>10:20 </i> " + "桥" * 49, True),
        (link(6) + "<i>2024-04-01</i>" + "桥" * 44, True),
        (link(6) + f"<i>2024-04-01{'日' * 14}</i>" + "桥" * 30, True),
        (link(6) + f"<i>2024-04-01{'日' * 15}</i>" + "桥" * 29, False),
        ("<i>10:20</i>" + link(6) + "桥" * 49, True),
        ("<i>10:20</i><i>2024-04-01</i>" + link(6) + "桥" * 39, True),
        (f'<a href="/1">{"船" * 3}<b>{"船" * 3}</b></a><i>10:20</i>' + "桥" * 49, True),
        # It opens with the link, and the moment is one by itself.
        ("桥" + link(6) + "<i>10:20</i>" + "桥" * 48, False),
        (link(6) + "<i>桥 10:20</i>" + "桥" * 48, False),
        ("<i>10:20</i>" + "桥" * 55, False),
        ("<i>10:20</i>", False),
        ('<a href="/1">2024-04-01</a>' + "<i>桥桥</i>" * 40, False),
    ],
)
def test_what_is_a_card(content, is_card):
    assert cards(units(*[content] * 4)) == ("abcd" if is_card else "")


NOTE = '<a href="#1">江边的旧船修好了</a>'
RUNNING = f"<p>{text(30)}</p>"


@pytest.mark.parametrize(
    ("markup", "letters"),
    [
        (f"<ul>{units(*[CARD] * 4, tag='li')}</ul>", "abcd"),
        # Notes link within the page, one of the first at least;
        (f"<ul>{units(*[NOTE] * 4, tag='li')}</ul>", ""),
        (f"<ul>{units(*[CARD] * 7, NOTE, tag='li')}</ul>", ""),
        (f"<ul>{units(*[CARD] * 8, NOTE, tag='li')}</ul>", "abcdefghi"),
        (f"<ul>{units(*['<a>船</a>' + CARD] * 4, tag='li')}</ul>", "abcd"),
        (f"<ul>{units(*['<area href=#1>' + CARD] * 4, tag='li')}</ul>", "abcd"),
        (f"<dl>{units(*[NOTE] * 4, tag='dd')}</dl>", ""),
        (units(*[NOTE] * 4), "abcd"),
        # what stands beside two running paragraphs was written with them.
        (f"<div>{RUNNING}<ul>{units(*[CARD] * 4, tag='li')}</ul>{RUNNING}</div>", ""),
        (f"<div>{RUNNING}<ul>{units(*[CARD] * 4, tag='li')}</ul></div>{RUNNING}", "abcd"),
        (f"<div>{RUNNING}<ul>{units(*[CARD] * 4, tag='li')}</ul>{WORDS}</div>", "abcd"),
        (f"<div>{RUNNING}<div>{units(*[CARD] * 4)}</div>{RUNNING}</div>", "abcd"),
        # Another list of the page is looked at all the same.
        (f"<ul>{units(*[NOTE] * 4, tag='li')}</ul>{units(*[CARD] * 4, at=4)}", "efgh"),
    ],
)
def test_lists_of_the_text_are_no_cards(markup, letters):
    assert cards(markup) == letters


def discussion(first, above="", below="", replies=(REPLY, REPLY), tag="div"):
    return f"{above}<div>{units(first, *replies, tag=tag)}</div>{below}"


FIRST = "<p>江上客 1楼 只看该作者</p>"
HEADED = f"<h1>旧船怎样修</h1>{REPLY}"


@pytest.mark.parametrize(
    ("markup", "post"),
    [
        # The only heading of the page is in it, whatever else runs as text.
        (discussion(HEADED, f"<p>{text(99)}</p>"), "a"),
        (discussion(REPLY, f"<h1>旧船怎样修</h1><p>{text(99)}</p>"), ""),
        (discussion(HEADED, f"<h1>江边论坛</h1><p>{text(99)}</p>"), ""),
        (discussion(REPLY, f"<p>{text(99)}</p>"), ""),
        # It says that it is the first, within what stands above a post.
        (discussion(f"{FIRST}{REPLY}<p>{text(61)}</p>"), "a"),
        (discussion(f"<p>{'桥' * 294} 1楼 只看该作者</p>{REPLY}<p>{text(61)}</p>", below=f"<p>{text(60)}</p>"), "a"),
        (discussion(f"<p>1楼\n{' ' * 300}只看该作者</p>{REPLY}<p>{text(61)}</p>", below=f"<p>{text(60)}</p>"), "a"),
        # Less than so much stands between the heading and it, and less outside than in it.
        (discussion(f"{FIRST}{REPLY}<p>{text(99)}</p>", f"<p>{text(59)}</p>"), "a"),
        (discussion(f"{FIRST}{REPLY}<p>{text(99)}</p>", f"<p>{text(60)}</p>"), ""),
        (discussion(f"{FIRST}{REPLY}<p>{text(99)}</p>", f"<p>{text(30)}</p><p>{text(30)}</p>"), ""),
        (discussion(f"{FIRST}{REPLY}<p>{text(99)}</p>", f"<h1>旧船</h1><p>{text(60)}</p>"), ""),
        (discussion(f"{FIRST}{REPLY}<p>{text(99)}</p>", f"<p>{text(60)}</p><h2>旧船</h2>"), "a"),
        (discussion(f"{FIRST}{REPLY}<p>{text(99)}</p>", f"<p>{text(98)}</p><h1>旧船</h1><p>{text(59)}</p>"), "a"),
        (discussion(f"{FIRST}{REPLY}<p>{text(99)}</p>", f"<p>{text(99)}</p><h1>旧船</h1>"), ""),
        (
            discussion(f"{FIRST}{REPLY}<p>{text(99)}</p>", f"<p>{text(49)}</p><h2>旧</h2><p>{text(50)}</p><h2>船</h2>"),
            "",
        ),
        (discussion(f"{FIRST}{REPLY}<p>{text(99)}</p>", f"<p>{text(59)}</p>", f"<h2>旧船</h2><p>{text(98)}</p>"), "a"),
        (discussion(f"{FIRST}{REPLY}<p>{text(99)}</p>", f"<p>{text(60)}</p>", "<h2>旧船</h2>"), ""),
        (discussion(f"{FIRST}{REPLY}<p>{text(99)}</p>", below=f"<p>{text(98)}</p>"), "a"),
        (discussion(f"{FIRST}{REPLY}<p>{text(99)}</p>", below=f"<p>{text(98)}</p>", tag="li"), "a"),
        (discussion(f"{FIRST}{REPLY}<p>{text(99)}</p>", below=f"<p>{text(99)}</p>"), ""),
        (discussion(f"{FIRST}{REPLY}<p>{text(99)}</p>", below=f"<p>{text(49)}</p><p>{text(50)}</p>"), ""),
        (discussion(f"{FIRST}{REPLY}<p>{text(49)}</p><p>{text(50)}</p>", below=f"<p>{text(98)}</p>"), "a"),
        (discussion(f"{FIRST}{REPLY}<p>{text(99)}</p>", replies=[REPLY + f"<p>{text(120)}</p>"] * 2), "a"),
    ],
)
def test_the_first_post_of_a_discussion(markup, post):
    replies = {"a": "bc", "": "abc"}
    assert found(markup) == (replies[post], "", post)


@pytest.mark.parametrize(("outside", "left"), [(60, "bc"), (61, "abc")])
def test_a_post_that_does_not_say_that_it_is_the_first_is_the_article_where_less_stands_outside(outside, left):
    opening = f"<p>{'桥' * 295} 1楼 只看该作者</p>{REPLY}<p>{text(61)}</p>"
    assert found(discussion(opening, below=f"<p>{text(outside)}</p>")) == (left, "", "")


@pytest.mark.parametrize(
    ("outside", "is_all"),
    [
        ("", True),
        (f"<p>{text(59)}</p>", True),
        (f"<p>{text(60)}</p>", False),
        (f"<p> {text(59)} </p>", True),
        (f"<p>{text(30)}</p><div>{text(30)}</div>", False),
        (f"<p>{text(30)}<br>{text(29)}</p>", True),
        (f"<p>{text(30)}<br>{text(30)}</p>", False),
        (f"<p><b>桥</b></p>{text(60)}", False),
        # What is no sentence, a line of the site, or not shown is no text.
        (f"<p>{'桥' * 90}</p>", True),
        (f"<p>{'桥' * 8}。{'桥' * 8}。</p>" * 9, True),
        (f"<p>{'桥' * 9}。{'桥' * 51}</p>", False),
        (f"<footer><p>{text(60)}</p></footer>", True),
        (f"<footer>{text(60)}</footer>", True),
        (f"<p>未经授权，不得转载\n本站的全部内容，{'违者必究，' * 9}否则追究法律责任。</p>", True),
    ],
)
def test_a_page_of_posts_keeps_its_first(outside, is_all):
    assert found(units(*[REPLY] * 3) + outside) == ("bc" if is_all else "abc", "", "")


def test_cards_alone_are_no_discussion():
    assert found(units(*[CARD] * 4)) == ("", "abcd", "")
    assert found(f"{HEADED}{units(*[CARD] * 4)}") == ("", "abcd", "")


def test_posts_and_cards_of_one_page():
    assert found(units(*[CARD] * 4, tag="li", at=3) + units(*[REPLY] * 3)) == ("bc", "defg", "")
