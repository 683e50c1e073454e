"""What is kept of a page, what is out and why; and the elements that it holds but does not show."""

import lxml.html
import pytest

from convert.clean.selection import Selection, between_code, ends, is_prose, prose_length, said, text_blocks
from convert.evidence.answers import around_answers, with_answers_alone
from convert.evidence.parts.hidden import HIDDEN, hidden_parts
from convert.page import Block, Removed, Span
from convert.pipeline import convert

SENTENCE = "山里的路一直通到海边，没有人走完过它，谁都说它太长了，可是谁也没有想过要修一座桥。"


def line(text, kind="paragraph", **more):
    return Block(kind, (Span(text, **more),))


def test_a_block_goes_once_with_its_first_reason():
    chosen = Selection({0: line("甲"), 2: line("乙")})
    chosen.remove(2, "byline")
    chosen.remove(2, "outlet")
    chosen.remove(7, "outlet")
    assert chosen.kept == {0: line("甲")} and chosen.removed == [Removed(line("乙"), "byline", 2)]
    assert (chosen.end, Selection({}).end, Selection({4: line("甲")}).end) == (3, 0, 5)


def test_the_first_line_for_a_field_stays_and_a_biography_grows():
    chosen = Selection({})
    for name, value in (("lead", " 甲 "), ("lead", "乙"), ("author_note", " 丙 "), ("author_note", " 丁 ")):
        chosen.note(name, value)
    assert chosen.fields == {"lead": "甲", "author_note": "丙 丁"}


def test_running_text_is_what_is_no_picture_code_or_table():
    kinds = ("paragraph", "image", "code", "table", "item", "heading", "quote")
    chosen = Selection({3 * at: line(kind, kind) for at, kind in enumerate(kinds)})
    found = text_blocks(chosen)
    assert [(index, block.kind) for index, block in found] == [
        (0, "paragraph"),
        (12, "item"),
        (15, "heading"),
        (18, "quote"),
    ]
    assert said(found) == "paragraph item heading quote"


@pytest.mark.parametrize(
    ("texts", "found"),
    [("abca", (0, 3)), ("bab", (1, 1)), ("bcb", None), ("", None), ("aab", (0, 1)), ("abac", (0, 2))],
)
def test_the_first_and_the_last_of_a_kind(texts, found):
    assert ends([(9 * at, line(text)) for at, text in enumerate(texts)], lambda block: block.text == "a") == found


@pytest.mark.parametrize(
    ("above", "below", "between"),
    [
        (line("x", "code"), line("int a = 3;"), True),
        (line("{"), line("x", "code"), True),
        (line("桥"), line("x", "code"), False),
        (line("x", "code"), line("桥"), False),
        (None, line("x", "code"), False),
        (line("x", "code"), None, False),
    ],
)
def test_a_line_between_code_is_its_comment(above, below, between):
    chosen = Selection({at: block for at, block in ((4, above), (5, line("桥")), (6, below)) if block})
    assert between_code(chosen, 5) is between


TEASER = SENTENCE + "大家都说好。路修到山里，" + "桥" * 70 + "..."


@pytest.mark.parametrize(
    ("block", "prose"),
    [
        (line(SENTENCE), True),
        (line(SENTENCE, "quote"), True),
        (line(SENTENCE, "item"), False),
        (line(SENTENCE[:20]), False),
        (line(TEASER), True),
        (line(f" {TEASER} "), True),
        (line(SENTENCE + "..."), False),
        (line(SENTENCE, href="a.html"), False),
        (Block("paragraph", (Span(SENTENCE, href="a.html"), Span(" "))), False),
        (Block("paragraph", (Span(SENTENCE, href="a.html"), Span("桥。"))), True),
        (Block("paragraph", rows=(((Span(SENTENCE),),),)), True),
    ],
)
def test_a_running_paragraph_is_neither_a_teaser_nor_a_link(block, prose):
    assert is_prose(block) is prose


def test_the_length_of_prose_is_that_of_its_running_paragraphs():
    row = SENTENCE.replace("。", "！") + "桥·路·河·山·海！"
    assert prose_length([(0, line(SENTENCE)), (1, line("桥")), (2, line(SENTENCE * 2)), (3, line(row))]) == 3 * len(
        SENTENCE
    )


@pytest.mark.parametrize(
    ("below", "copied", "of_code"),
    [
        (["theme: {next}"], True, True),
        (["桥", "a = 1;"], True, True),
        (["桥", "路", "a = 1;"], True, False),
        (["桥"], True, False),
        ([], True, False),
        (["# 路"], True, False),
        (["theme: {next}"], False, False),
    ],
)
def test_a_line_that_a_sign_opens_above_code_is_of_it(below, copied, of_code):
    chosen = Selection(dict(enumerate(map(line, ["# Site", *below]), 5)), copied)
    assert between_code(chosen, 5) is of_code


def parts(inside, text=SENTENCE * 3):
    body = lxml.html.fromstring(f"<html><body><p>{text}</p>{inside}</body></html>").find("body")
    found = hidden_parts(body)
    assert set(found.values()) <= {HIDDEN}
    return [element.get("id") for element in found]


@pytest.mark.parametrize(
    ("inside", "hidden"),
    [
        ("<div id=a hidden>桥</div><div id=b>路</div>", ["a"]),
        ("<div id=a aria-hidden=true>桥</div><div id=b aria-hidden=false>路</div>", ["a"]),
        ("<div id=a style='display:none'>桥</div>", ["a"]),
        ("<div id=a style='display:none'><p style='display:block'>桥</p></div>", ["a"]),
        ("<div id=a style='display:none'><img src=a.png></div>", ["a"]),
        ("<div id=a style='color:red'>桥</div>", []),
        ("<div id=a style='FONT-SIZE:0'>桥</div>", ["a"]),
        ("<div id=a style='font-size:0'><p style='font-size:12px'>桥</p></div>", []),
        ("<div id=a style='font-size:0'><p style='color:red'>桥</p></div>", ["a"]),
        ("<div id=a style='visibility:hidden'><p style='visibility:visible'>桥</p></div>", []),
        ("<div id=a style='visibility:hidden'><p style='font-size:12px'>桥</p></div>", ["a"]),
        ("<div id=a style='opacity:0'><img src=a.png></div>", []),
        ("<div id=a style='opacity:0'><img src=a.png>桥</div>", ["a"]),
        ("<div id=a style='opacity:0'></div>", ["a"]),
        ("<div id=a role=dialog>桥</div>", ["a"]),
        ("<div id=a role=alertdialog>桥</div>", ["a"]),
        ("<div id=a aria-modal=true>桥</div>", ["a"]),
        ("<div id=a class='modal'>桥</div>", ["a"]),
        ("<div id=a class='modality'>桥</div>", []),
        ("<div id=a role=menu>桥</div>", []),
        ("<div id=a role=dialog><h1>桥</h1></div>", []),
        ("<div id=a role=dialog><div><article>桥</article></div></div>", []),
        ("<div id=a hidden>桥</div><div id=b role=dialog>路</div>", ["a", "b"]),
    ],
)
def test_what_a_page_holds_and_does_not_show(inside, hidden):
    assert parts(inside) == hidden


OWN = f"<article><h1>路</h1><p>{SENTENCE}</p></article>"


@pytest.mark.parametrize(
    ("beside", "hidden"),
    [
        (OWN, ["a"]),
        (f"<div class=modal>{OWN}</div>", []),
        (OWN * 2, []),
        (OWN.replace("h1", "h2"), []),
        ("<article><h1>路</h1><p>路</p></article>", []),
    ],
)
def test_a_window_holds_other_articles_where_the_page_has_its_own_beside_it(beside, hidden):
    assert parts(f"{beside}<div id=a class=modal><h1>桥</h1>{'桥' * 999}</div>") == hidden


@pytest.mark.parametrize(
    ("attribute", "own", "beside", "hidden"),
    [("hidden", 50, 50, ["a"]), ("hidden", 51, 50, []), ("role=dialog", 70, 30, ["a"]), ("role=dialog", 71, 29, [])],
)
def test_what_hides_most_of_a_page_hides_nothing(attribute, own, beside, hidden):
    inside = f"<div id=a {attribute}> {'桥' * own}<script>{'x' * 500}</script> </div>"
    assert parts(inside, "路" * beside) == hidden


@pytest.mark.parametrize(
    ("inside", "hidden"),
    [
        # What is not shown of a part does not count, what stands behind that does, and so do parts of parts.
        ("<div id=a hidden>桥<style>桥桥桥</style><script>桥桥桥</script></div><p>路</p>", ["a"]),
        ("<div id=a hidden><script>桥</script>桥桥</div><p>路</p>", []),
        ("<div id=a hidden><noscript>桥<b>桥</b></noscript></div><p>路</p>", ["a"]),
        ("<div id=a hidden><p>桥<b>桥</b> 桥 </p></div><p>路路</p>", []),
        ("<div id=a hidden><div id=b hidden>桥<i>桥</i></div>桥</div><p>路路路</p>", ["a", "b"]),
        ("<div id=a hidden><div id=b hidden>桥<i>桥</i></div>桥</div><p>路路</p>", ["b"]),
    ],
)
def test_text_of_a_part_is_all_that_is_shown_in_it(inside, hidden):
    assert parts(inside, "") == hidden


QUESTION = "<div id=q itemscope itemtype='https://schema.org/Question'><h1>桥</h1>{}</div>"
ANSWER = (
    "<div id={id} itemscope itemtype='https://schema.org/Answer/'><meta itemprop=upvoteCount content=3>票数"
    "<span itemprop=author itemscope itemtype='https://schema.org/Person'>{name}</span>"
    "<div itemprop=comment itemscope itemtype='https://schema.org/Comment'><p itemprop=text>评论</p></div>"
    "<div itemprop=text>{text}</div>赞同<button>赞</button></div>"
)


def answered(*answers):
    inside = "".join(ANSWER.format(id=f"a{at}", name=name, text=text) for at, (name, text) in enumerate(answers))
    return lxml.html.fromstring(f"<html><body><div id=out>{QUESTION.format(inside)}</div></body></html>")


def test_of_several_answers_the_texts_below_their_writers_are_left():
    root = answered(
        ("<b itemprop=name> 林\n小满 </b>", "桥要修。"), ("<meta itemprop=name content='周远'>", "路要修。"), ("", " ")
    )
    found = with_answers_alone(root)
    assert [(each.get("id"), each.text_content()) for each in found] == [
        ("a0", "林 小满：桥要修。"),
        ("a1", "周远：路要修。"),
    ]
    assert [[child.tag for child in each] for each in found] == [["meta", "p", "div"]] * 2
    outer, inner = root.get_element_by_id("out"), root.get_element_by_id("q")
    assert around_answers(found, outer) is outer and around_answers(found, found[0]) is inner
    assert around_answers((), outer) is outer and around_answers(found, inner) is inner


def test_answers_without_a_question_and_in_an_answer():
    inner = ANSWER.format(id="x", name="", text="河要修。").replace("'", '"')
    root = page_of(
        ANSWER.format(id="a", name="", text=f"桥要修。{inner}") + ANSWER.format(id="b", name="", text="路要修。")
    )
    assert [each.get("id") for each in with_answers_alone(root)] == ["a", "b"]


def page_of(inside):
    return lxml.html.fromstring(f"<html><body>{inside}</body></html>")


def test_one_answer_is_left_as_it_is():
    root = answered(("<b itemprop=name>林小满</b>", "桥要修。"), ("", ""))
    before = lxml.html.tostring(root)
    assert with_answers_alone(root) == () and lxml.html.tostring(root) == before


def test_a_nameless_answer_has_its_text_alone():
    found = with_answers_alone(answered(("", "桥要修。"), ("<b itemprop=name> </b>", "路要修。")))
    assert [each.text_content() for each in found] == ["桥要修。", "路要修。"]


SAID = "山里的路通到海边，没人走过。"
assert len(SAID) == 14


@pytest.mark.parametrize(
    ("inside", "hidden"),
    [
        # Of copies that a script was to show the one with most running text is the article, if no text shows beside it.
        (f"<div id=a hidden>{SAID}</div><div id=b hidden>{SAID}<p>{SAID}</p></div><div id=c hidden>{SAID}</div>", "ac"),
        (f"<div id=a hidden>{SAID}</div><div id=b hidden>{SAID}</div><p>{SAID}</p>", "ab"),
        (f"<div id=a hidden>{SAID}</div><p>{'桥' * 14}</p>", ""),
        ("<div id=a hidden>桥</div><p>路</p>", "a"),
        # One within another counts once.
        (f"<div id=a hidden>{SAID}<div id=b hidden>{SAID}</div></div><p>{SAID}<b>{'桥' * 14}</b></p>", "ab"),
        # They hold a tenth of the text, that of fields too.
        (f"<div id=a hidden>{SAID}</div><textarea>{'桥' * 126}</textarea>", ""),
        (f"<div id=a hidden>{SAID}</div><textarea>{'桥' * 127}</textarea>", "a"),
        ("<div id=a hidden>一二 三四 五六。</div><p>桥桥桥桥桥桥桥桥桥</p>", "a"),
        # What screen readers read only.
        ("<p id=a class='sr-only'>桥</p><p>路</p>", "a"),
        ("<p id=a class='other'>桥</p><p>路</p>", ""),
    ],
)
def test_hidden_parts_that_wait_for_their_script(inside, hidden):
    body = lxml.html.fromstring(f"<html><body>{inside}</body></html>").find("body")
    assert sorted(each.get("id") for each in hidden_parts(body)) == sorted(hidden)


SOURCE_TEXT = [
    "渡口边的旧船上岸以后，木匠先把船底的漆刮干净，再用麻丝把缝一条一条塞紧。",
    "桐油要熬到拉丝，趁热刷三遍，每一遍都要等前一遍干透，急不得。",
    "刷完以后把船翻过来晾着，等到下一场雨之前再下水，这样一船能用十年。",
]


@pytest.mark.parametrize("editor", ["v-note-edit divarea-wrapper", "toastui-editor-md-container", "CodeMirror cm-s-x"])
def test_the_source_of_a_text_in_the_pane_of_its_editor_is_not_shown_twice(editor):
    source = "\n".join(["## 上漆的**步骤**", *(f"- {line}" for line in SOURCE_TEXT)])
    shown = "<h2>上漆的<b>步骤</b></h2><ul>" + "".join(f"<li>{line}</li>" for line in SOURCE_TEXT) + "</ul>"
    page = (
        "<title>旧船上岸</title><h1>旧船上岸</h1><div><div class='{}'><pre>{}</pre></div><div class=seen>{}</div></div>"
    )
    text = convert(page.format(editor, source, shown), "x").markdown
    assert all(text.count(line) == 1 for line in SOURCE_TEXT) and "## 上漆的" in text


def test_code_in_such_a_pane_without_its_rendering_stays():
    code = "boat = Boat('杉木')\nboat.paint(times=3)"
    text = "".join(f"<p>{line}</p>" for line in SOURCE_TEXT)
    page = f"<title>旧船上岸</title><h1>旧船上岸</h1><div>{text}<div class='CodeMirror'><pre>{code}</pre></div>{text[:0]}</div>"
    assert "boat.paint(times=3)" in convert(page, "x").markdown
