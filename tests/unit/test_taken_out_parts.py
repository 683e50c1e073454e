"""What is taken out of a text: what is left, and by which signs it is found where it was written."""

import pytest

from digest.text.allowlist import allowlist
from digest.text.sanitizer import NAMED_MOST, Sanitizer


@pytest.fixture(scope="module")
def sanitizer():
    return Sanitizer(allowlist(["toc"], {"label": ["for"], "input": ["type", "value"]}))


KEPT = [
    '<p title="md-nav">x</p>',
    '<a name="x">x</a>',
    '<label for="x">x</label>',
    '<input type="radio">',
    '<input type="checkbox">',
    '<input value="text">',
    '<ol type="a"><li>x</li></ol>',
    '<a href="HTTP://example.org/">x</a>',
    '<img src="data:image/png;base64,AA">',
]


@pytest.mark.parametrize("html", KEPT)
def test_what_may_stand_stands_as_it_was(sanitizer, html):
    assert sanitizer.clean(html) == (html, [])


# What came, what is left, and of each part that is gone: how it is shown, its signs, how often each stands before it.
TAKEN_OUT = [
    (
        '<p class="md-nav md-button md-button--primary a  b">x</p>',
        '<p class="md-button md-button--primary a  b">x</p>',
        [
            (
                '<p class="md-nav md-button md-button--primary a  b">',
                ("md-nav md-button md-button--primary a b", "md-nav", "class=", "<p", "class"),
                (0, 0, 0, 0, 0),
            )
        ],
    ),
    (
        '<p class="MD-nav">x</p>',
        "<p>x</p>",
        [('<p class="MD-nav">', ("md-nav", "class=", "<p", "class"), (0, 0, 0, 0))],
    ),
    ('<p id="__x">x</p>', "<p>x</p>", [('<p id="__x">', ("__x", "id=", "<p", "id"), (0, 0, 0, 0))]),
    (
        '<p id="constructor">x</p>',
        "<p>x</p>",
        [('<p id="constructor">', ("constructor", "id=", "<p", "id"), (0, 0, 0, 0))],
    ),
    ('<a name="md-x">x</a>', "<a>x</a>", [('<a name="md-x">', ("md-x", "name=", "<a", "name"), (0, 0, 0, 0))]),
    (
        '<label for="__drawer">x</label>',
        "<label>x</label>",
        [('<label for="__drawer">', ("__drawer", "for=", "<label", "for"), (0, 0, 0, 0))],
    ),
    (
        '<input type="text">',
        '<input type="checkbox">',
        [('<input type="text">', ("text", "type=", "<input", "type"), (0, 0, 0, 0))],
    ),
    (
        '<a href="java\x01script:alert(1)">x</a>',
        "<a>x</a>",
        [
            (
                '<a href="java\x01script:alert(1)">',
                ("java\x01script:alert(1)", "alert(1)", "href=", "<a", "href"),
                (0, 0, 0, 0, 0),
            )
        ],
    ),
    (
        '<img src="http://example.org/x.png">',
        "<img>",
        [
            (
                '<img src="http://example.org/x.png">',
                ("http://example.org/x.png", "//example.org/x.png", "src=", "<img", "src"),
                (0, 0, 0, 0, 0),
            )
        ],
    ),
    (
        '<img src="https://example.org/x.png">',
        "<img>",
        [
            (
                '<img src="https://example.org/x.png">',
                ("https://example.org/x.png", "//example.org/x.png", "src=", "<img", "src"),
                (0, 0, 0, 0, 0),
            )
        ],
    ),
    (
        '<img src="\\\\example.org/x.png">',
        "<img>",
        [('<img src="\\\\example.org/x.png">', ("\\\\example.org/x.png", "src=", "<img", "src"), (0, 0, 0, 0))],
    ),
    (
        '<img src="//example.org/x.png">',
        "<img>",
        [('<img src="//example.org/x.png">', ("//example.org/x.png", "src=", "<img", "src"), (0, 0, 0, 0))],
    ),
    (
        '<img src="ftp://example.org/x.png">',
        "<img>",
        [
            (
                '<img src="ftp://example.org/x.png">',
                ("ftp://example.org/x.png", "//example.org/x.png", "src=", "<img", "src"),
                (0, 0, 0, 0, 0),
            )
        ],
    ),
    (
        '<img src="data:text/html,x">',
        "<img>",
        [('<img src="data:text/html,x">', ("data:text/html,x", "text/html,x", "src=", "<img", "src"), (0, 0, 0, 0, 0))],
    ),
    (
        '<a href="data:image/png;base64,AA">x</a>',
        "<a>x</a>",
        [
            (
                '<a href="data:image/png;base64,AA">',
                ("data:image/png;base64,aa", "image/png;base64,aa", "href=", "<a", "href"),
                (0, 0, 0, 0, 0),
            )
        ],
    ),
    ("<p>a<script>alert(1)</script>b</p>", "<p>ab</p>", [("<script>", ("<script", "script"), (0, 0))]),
    ("<p>a<style>p{}</style>b</p>", "<p>ab</p>", [("<style>", ("<style", "style"), (0, 0))]),
    (
        "<p>a<blink>b</blink>c<blink>d</blink></p>",
        "<p>abcd</p>",
        [("<blink>", ("<blink", "blink"), (0, 0)), ("<blink>", ("<blink", "blink"), (1, 2))],
    ),
    (
        '<p onclick="x">a</p><p onclick="x">b</p>',
        "<p>a</p><p>b</p>",
        [
            ('<p onclick="x">', ("x", "onclick=", "<p", "onclick"), (0, 0, 0, 0)),
            ('<p onclick="x">', ("x", "onclick=", "<p", "onclick"), (1, 1, 1, 1)),
        ],
    ),
    (
        "<p ONCLICK='a &amp; b'>a</p>",
        "<p>a</p>",
        [('<p onclick="a & b">', ("a & b", "a", "onclick=", "<p", "onclick"), (0, 0, 0, 0, 0))],
    ),
    ("<p onclick=run>a</p>", "<p>a</p>", [('<p onclick="run">', ("run", "onclick=", "<p", "onclick"), (0, 0, 0, 0))]),
    (
        '<p>onclick= <blink>a</blink></p><p onclick="y">b</p>',
        "<p>onclick= a</p><p>b</p>",
        [
            ("<blink>", ("<blink", "blink"), (0, 0)),
            ('<p onclick="y">', ("y", "onclick=", "<p", "onclick"), (0, 1, 1, 1)),
        ],
    ),
    (
        '<blink></blink><p style="color:red" id="__a">c</p>',
        "<p>c</p>",
        [
            ("<blink>", ("<blink", "blink"), (0, 0)),
            ('<p style="color:red">', ("color:red", "red", "style=", "<p", "style"), (0, 0, 0, 0, 0)),
            ('<p id="__a">', ("__a", "id=", "<p", "id"), (0, 0, 0, 0)),
        ],
    ),
    (
        '<p title="甲" onmouseover="很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长">c</p>',
        '<p title="甲">c</p>',
        [
            (
                '<p onmouseover="很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很">',
                (
                    "很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长",
                    "onmouseover=",
                    "<p",
                    "onmouseover",
                ),
                (0, 0, 0, 0),
            )
        ],
    ),
    (
        "<a href=javascript&colon;alert(1)>x</a>",
        "<a>x</a>",
        [
            (
                '<a href="javascript:alert(1)">',
                ("javascript:alert(1)", "alert(1)", "href=", "<a", "href"),
                (0, 0, 0, 0, 0),
            )
        ],
    ),
    (
        "<p>a<!-- <script> -->b<blink>c</blink></p>",
        "<p>abc</p>",
        [("<script>", ("<script", "script"), (0, 0)), ("<blink>", ("<blink", "blink"), (0, 0))],
    ),
    ("<p>a<!--ok-->b<blink>c</blink></p>", "<p>a<!--ok-->bc</p>", [("<blink>", ("<blink", "blink"), (0, 0))]),
    (
        '<math><mi xlink:href="javascript:x">a</mi></math>',
        "",
        [("<math>", ("<math", "math"), (0, 0)), ('<mi xlink:href="javascript:x">', ("<mi", "mi"), (0, 0))],
    ),
    (
        '<blink a="bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb">c</blink>',
        "c",
        [('<blink a="bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb', ("<blink", "blink"), (0, 0))],
    ),
    ("<p a<b>c</p>", "<p>c</p>", [('<p a<b="">', ("a<b=", "<p", "a<b"), (0, 0, 0))]),
    (
        "<svg><title><img src=x onerror=y></title></svg>",
        "",
        [
            ("<svg>", ("<svg", "svg"), (0, 0)),
            ("<title>", ("<title", "title"), (0, 0)),
            ('<img onerror="y">', ("y", "onerror=", "<img", "onerror"), (0, 0, 0, 0)),
        ],
    ),
    (
        "<p>x<div onclick=y>z",
        "<p>x</p><div>z</div>",
        [('<div onclick="y">', ("y", "onclick=", "<div", "onclick"), (0, 0, 0, 0))],
    ),
]


@pytest.mark.parametrize(("html", "left", "parts"), TAKEN_OUT)
def test_what_may_not_stand_is_gone_and_named(sanitizer, html, left, parts):
    cleaned, removed = sanitizer.clean(html)
    assert cleaned == left
    assert [tuple(part) for part in removed] == parts


def test_half_a_character_becomes_a_question_mark(sanitizer):
    assert sanitizer.clean('<p title="甲\ud800乙">丙</p>') == ('<p title="甲?乙">丙</p>', [])


def test_no_more_is_named_than_anybody_reads(sanitizer):
    cleaned, removed = sanitizer.clean("<blink>甲</blink>" * (NAMED_MOST + 5))
    assert cleaned == "甲" * (NAMED_MOST + 5)
    assert [part.before for part in removed] == [(number, 2 * number) for number in range(NAMED_MOST)]


def test_a_list_of_its_own_lets_nothing_in_that_runs():
    own = allowlist((), {"video": ["src", "onerror"], "iframe": ["srcdoc", "title"], "SCRIPT": ["src"], "a": "href"})
    assert own.elements["video"] == {"src"} and own.elements["iframe"] == {"title"} and "script" not in own.elements
    assert own.allows("video", "src") and own.allows("video", "id") and not own.allows("video", "href")
    assert not own.allows("script", "src") and not own.allows("script", "id")
