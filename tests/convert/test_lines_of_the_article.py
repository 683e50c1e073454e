"""Which lines of a page are chosen as the article's, from the spans of lines that its candidates hold.

A page is written as a row of words, one a line: a letter and a number are a paragraph of so many characters whose class
is the letter, `-` is a link, `T` is the title as a heading. What is chosen is written with the same words.
"""

from lxml import html as lxml_html

from convert.evidence.container.chosen_lines import chosen_lines, places_of
from convert.evidence.lines import Lines
from convert.text.characters import letters

TITLE = "仓库后面那棵枣树昨夜倒了"


def line(word):
    if word == "-":
        return "<p><a href='/1'>一二三四五</a></p>"
    if word == "T":
        return f"<h1>{TITLE}</h1>"
    return f"<p class='{word[0]}'>{'船' * (int(word[1:]) - 1)}。</p>"


def lines_of(markup):
    body = lxml_html.document_fromstring(f"<html><body>{markup}</body></html>").find("body")
    return Lines(body, body.xpath("//*[@class='foreign']"))


def chosen(words, *spans, shown=False):
    """The words of the page that are chosen, the others as dots."""
    numbers = chosen_lines(lines_of("".join(map(line, words.split()))), set(spans), letters(TITLE), shown)
    return " ".join(word if n in numbers else "." for n, word in enumerate(words.split()))


def test_what_all_candidates_hold_is_the_article():
    for words, spans, expected in [
        ("a20 a20 a20", [(0, 3)], "a20 a20 a20"),
        ("a20 b20 b20 a20", [(1, 3)], ". b20 b20 ."),
        ("a20 b20 b20 c20", [(0, 3), (1, 4)], ". b20 b20 ."),
        ("a20 b20 c20 d20", [(0, 4), (1, 4), (1, 3)], ". b20 c20 ."),
        # Links are no text of it.
        ("a20 - a20 -", [(0, 4)], "a20 . a20 ."),
        ("- a20 b20", [(0, 3), (0, 2)], ". a20 ."),
    ]:
        assert chosen(words, *spans) == expected, (words, spans)


def test_lines_in_like_places_belong_to_it_where_a_candidate_holds_them_or_nothing_parts_them_from_it():
    for words, spans, expected in [
        ("b20 b20 b20 b20 b20", [(2, 3)], "b20 b20 b20 b20 b20"),
        ("b20 - b20 - b20", [(2, 3)], ". . b20 . ."),
        ("b20 - b20 - b20", [(2, 3), (0, 3)], "b20 . b20 . ."),
        ("b20 - b20 - b20", [(2, 3), (1, 5)], ". . b20 . b20"),
        ("b20 - b20 - b20", [(2, 3), (1, 4)], ". . b20 . ."),
        ("b20 - b20 b20 b20 - b20", [(3, 4)], ". . b20 b20 b20 . ."),
        ("- b20 b20 b20 -", [(2, 3)], ". b20 b20 b20 ."),
        ("a20 b20 c20", [(1, 2)], ". b20 ."),
        ("a20 b20 c20", [(1, 2), (0, 3)], ". b20 ."),
        ("b20 c20 b20", [(0, 1)], "b20 . b20"),
        # A place is alike that holds a fifth of the text.
        ("a80 b20 b15", [(0, 2)], "a80 b20 b15"),
        ("a81 b20 b15", [(0, 2)], "a81 b20 ."),
        ("a60 b25 a60 b10 b15", [(0, 4)], "a60 b25 a60 b10 b15"),
        ("b15 a80 b20", [(1, 3)], "b15 a80 b20"),
    ]:
        assert chosen(words, *spans) == expected, (words, spans)


def test_what_stands_between_title_and_text_is_its_lead():
    for words, spans, expected in [
        # A paragraph; a shorter line, if it is much of the text.
        ("T a40 - b200", [(3, 4), (0, 4)], ". a40 . b200"),
        ("T a39 - b200", [(3, 4), (0, 4)], ". . . b200"),
        ("T a30 - b100", [(3, 4), (0, 4)], ". a30 . b100"),
        ("T a30 - b101", [(3, 4), (0, 4)], ". . . b101"),
        ("T a15 c15 - b100", [(4, 5), (0, 5)], ". a15 c15 . b100"),
        ("T a30 - b99 b99", [(3, 5), (0, 5)], ". . . b99 b99"),
        # What stands below the lead comes with it.
        ("T a50 c20 - b300", [(4, 5), (0, 5)], ". a50 c20 . b300"),
        ("T c20 a50 - b300", [(4, 5), (0, 5)], ". . a50 . b300"),
        # Some candidate holds it, and it stands below the title that is nearest to the text.
        ("T a50 - b200", [(3, 4)], ". . . b200"),
        ("T a50 c50 - b200", [(4, 5), (2, 5)], ". . c50 . b200"),
        ("a50 T - b200", [(3, 4), (0, 4)], ". . . b200"),
        ("T a50 T - b200", [(4, 5), (0, 5)], ". . . . b200"),
        ("- a50 - b200 T", [(3, 4), (0, 5)], ". . . b200 ."),
        ("a50 - b200", [(2, 3), (0, 3)], ". . b200"),
        # Its place is one of the article's from then on.
        ("T a50 - b50 a20", [(3, 4), (0, 4)], ". a50 . b50 a20"),
    ]:
        assert chosen(words, *spans) == expected, (words, spans)
        assert chosen(words, *spans, shown=True) == expected, (words, spans)


def test_rows_of_short_lines_are_no_lead_however_long_one_of_them_is():
    row = "".join(f"<p class='a'>{'船' * size}</p>" for size in (5, 45))
    lines = lines_of(f"{line('T')}{row}{line('-')}{line('b300')}")
    assert [each.weight > 0 for each in lines.lines] == [False, True, True, False, True]
    assert chosen_lines(lines, {(4, 5), (0, 5)}, letters(TITLE), False) == {4}


def test_of_candidates_that_share_nothing_the_one_below_the_title_is_the_article():
    for words, spans, expected in [
        ("T a50 - b90 b90", [(1, 2), (3, 5)], ". a50 . . ."),
        ("a50 T - b20", [(0, 1), (3, 4)], ". . . b20"),
        ("c50 c50 c50 T - a20 - b50 b50", [(0, 3), (5, 6), (7, 9)], ". . . . . a20 . . ."),
        # Next above it, or in it; the last such line.
        ("T a50 - T b20", [(1, 2), (3, 5)], ". . . . b20"),
        ("T a50 - b20", [(0, 2), (3, 4)], ". a50 . ."),
        ("- - a50 T a50 b20", [(1, 5), (5, 6)], ". . a50 . a50 ."),
        # Below all of them, or nowhere: the one of the most lines.
        ("a50 - b20 b20 T", [(0, 1), (2, 4)], ". . b20 b20 ."),
        ("a50 - b20 b20", [(0, 1), (2, 4)], ". . b20 b20"),
        ("- - - b20 b20 - a50", [(3, 5), (6, 7)], ". . . b20 b20 . ."),
        # One around the others is none of them: it holds menus, too.
        ("a50 - b20 b20", [(0, 4), (0, 1), (2, 4)], ". . b20 b20"),
        ("a50 - b20 - c20 c20", [(0, 3), (0, 1), (4, 6)], ". . . . c20 c20"),
        ("a50 - b20 - c20 c20", [(0, 3), (2, 3), (4, 6)], ". . . . c20 c20"),
        ("a50 - b20 b20 -", [(0, 5), (0, 1), (2, 4)], ". . b20 b20 ."),
        ("- a50 - b20 b20", [(0, 5), (1, 2), (3, 5)], ". . . b20 b20"),
        ("T a50 - b20 c20", [(0, 5), (1, 2), (3, 4), (4, 5)], ". a50 . . ."),
    ]:
        assert chosen(words, *spans) == expected, (words, spans)


OWN = f"{TITLE}，倒在铁门旁边，没有人受伤，枣子滚了一地，孩子们捡了一上午，铁门也歪了。"
LATER = "要等到下个月才有人来修铁门，看门的人说他早就料到会有这么一天，只是没有人肯听他说。"
OTHER = "渡船每天早上都要先开到对岸，船工把缆绳解开，看一看水，再等第一个人上来，一直等到太阳出来。"


def own_of(*paragraphs, other=OTHER, title=TITLE, window=TITLE, shown=False):
    """Which of the paragraphs between title and the other article are chosen instead of it; none where it is."""
    texts = "".join(each if each.startswith("<") else f"<p>{each}</p>" for each in paragraphs)
    lines = lines_of(f"<h1>{title}</h1>{texts}{line('-')}<div class='more'>{other}</div>")
    end = len(lines.lines)
    numbers = chosen_lines(lines, {(len(paragraphs) + 2, end)}, letters(window), shown)
    return [] if end - 1 in numbers else [lines.lines[n].text for n in sorted(numbers)]


def test_a_short_article_is_not_taken_for_the_one_below_it_that_does_not_speak_of_its_title():
    for paragraphs, expected in [
        ([OWN], [OWN]),
        ([OWN, LATER], [OWN, LATER]),
        ([LATER, OWN], [LATER, OWN]),
        ([LATER], []),
        ([], []),
        # Paragraphs of 40 characters that run as text, of the article and whole.
        ([OWN[:39] + "。"], [OWN[:39] + "。"]),
        ([OWN[:38] + "。"], []),
        ([OWN, "一共三筐半，都在这里。"], [OWN]),
        ([f"<p><a href='/1'>{OWN}</a></p>"], []),
        ([f"<p class='foreign'>{OWN}</p>"], []),
        ([OWN, f"<p class='foreign'>{LATER}</p>"], [OWN]),
        ([OWN[:-1] + "…"], []),
        ([OWN[:-1] + "..."], []),
        ([OWN, LATER[:-1] + "…"], [OWN]),
    ]:
        assert own_of(*paragraphs) == expected, paragraphs


def test_a_text_speaks_of_its_title_by_the_pairs_of_its_characters():
    # The title has twenty pairs: so many of them stand in the own text, so many in the other.
    title = "天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋"
    for own, other, expected in [(9, 0, True), (8, 0, False), (20, 1, True), (20, 2, False), (9, 1, True)]:
        said, there = title[: own + 1 if own else 0], title[: other + 1 if other else 0]
        paragraph = f"{said}，{LATER}"
        chosen_ones = own_of(paragraph, other=f"{there}。{OTHER}", title=title, window=title)
        assert chosen_ones == ([paragraph] if expected else []), (own, other)


def test_the_page_knows_best_which_article_it_shows():
    assert own_of(OWN, shown=True) == []


def test_a_title_is_a_line_of_six_letters_that_the_window_holds():
    for title, window, expected in [
        ("枣树昨夜倒了", f"枣树昨夜倒了 - 某报 {OWN[:4]}", [OWN]),
        ("枣树昨夜倒", "枣树昨夜倒 - 某报", []),
        ("枣树，昨夜：倒", "枣树昨夜倒 - 某报", []),
        ("「枣树」昨夜倒了！", "某报：枣树昨夜倒了", [OWN]),
        ("枣树昨夜倒了", "枣树昨夜没有倒", []),
        ("枣树昨夜倒了", "", []),
    ]:
        assert own_of(OWN, title=title, window=window) == expected, (title, window)


def test_a_paragraph_that_is_the_title_itself_is_not_its_own_text():
    assert own_of(other=f"{LATER}", title=f"<p>{OWN}</p>", window=OWN) == []
    # The first line of the text may be in the window as well.
    lines = lines_of(f"{line('T')}{line('a50')}{line('-')}<p class='b'>{OTHER * 6}</p>")
    assert chosen_lines(lines, {(3, 4), (0, 4)}, letters(TITLE + OTHER * 6), False) == {1, 3}


def test_places_are_told_by_the_class_of_a_cell_or_of_its_row():
    for markup, told in [
        ("<table><tr><td>{0}</td><td>{0}</td></tr></table>", 0),
        ("<table><tr><td class='a'>{0}</td></tr></table>", 1),
        ("<table><tr class='a'><td>{0}</td></tr></table>", 1),
        ("<p>{0}</p>", 1),
        ("<div>{0}</div>", 1),
        ("<p>{0}</p><div>{0}</div>", 2),
    ]:
        lines = lines_of(markup.format(OTHER))
        assert len(places_of(lines, set(range(len(lines.lines))))) == told, markup
