"""Tables of contents in copies: which lines of a copy are a table, and which heads of sections they name.

A copy is written as a row of words, one a line: capitals are lines that may head a section, `=` is a paragraph and `.`
a short line, each other ones; `#` is code, as is what stands behind a grave, `(c)` what looks like it, and `(b)` what goes on in the line below. What is found is written as places, `0>4`.
"""

from convert.evidence.copies.contents import contents
from convert.page import Block, Span

HEADS = {"A": "江边的旧船", "B": "桥头的木桩", "C": "雨后的小路", "D": "冬天的渡口", "E": "山里的灯", "L": "目录"}


def block(word, at):
    if word == "#":
        return Block("code", (Span(f"make {at}"),))
    if word == "=":
        return Block("paragraph", (Span(f"第{at}天早上船工们都要先看一看水，再把缆绳一根一根解开，等人上来。"),))
    if word.startswith("`"):
        return Block("code", (Span(HEADS[word[1:]]),))
    if word == "(b)":
        return Block("paragraph", (Span("git clone some/where \\"),))
    if word == "(c)":
        return Block("paragraph", (Span("git clone some/where"),))
    text = "".join(HEADS.get(sign, sign) for sign in word)
    return Block("paragraph", (Span(f"第{at}次" if word == "." else text),))


def found(row):
    blocks = tuple(block(word, at) for at, word in enumerate(row.split()))
    return " ".join(f"{line}>{head}" for line, head in contents(blocks).items())


def test_lines_above_the_text_that_head_its_sections_are_a_table():
    for row, table in [
        ("", ""),
        ("A B C = A = B = C =", "0>4 1>6 2>8"),
        (". A B C = A = B = C =", "1>5 2>7 3>9"),
        ("A B = A = B =", ""),
        # In the same order, one behind the other, and behind the whole table.
        ("A B C = B = A = C =", ""),
        ("A B C A = B = C =", "0>3 1>5 2>7"),
        ("A B C = A = A = B = C =", "0>4 1>8 2>10"),
        ("A B C A = B = C = A =", "0>3 1>5 2>7"),
        ("A . B C = A = B = C =", ""),
        ("A B C D = A = B = C =", "0>5 1>7 2>9"),
        ("D A B C = A = B = C =", "1>5 2>7 3>9"),
        # Text or code stands below half of the heads; a menu is said again all at once.
        ("A B C = A B C =", ""),
        ("A B C = A = B C =", "0>4 1>6 2>7"),
        ("A B C = A # B C =", "0>4 1>6 2>7"),
        ("A B C = A . B . C =", ""),
        ("A B C D = A = B C D =", ""),
        # The longest of several.
        ("A B C = A = B = C = A B C D = A = B = C = D =", "10>15 11>17 12>19 13>21"),
        ("A B C D = A = B = C = D = A B C = A = B = C =", "0>5 1>7 2>9 3>11"),
    ]:
        assert found(row) == table, row


def test_the_numbers_of_a_table_may_be_its_own():
    for row, table in [
        ("1.A 2.B 3.C = A = B = C =", "0>4 1>6 2>8"),
        ("1.A 2.B 3.C = 1.A = 2.B = 3.C =", "0>4 1>6 2>8"),
        ("1.2.A 1.3.B 12.C = A = B = C =", "0>4 1>6 2>8"),
        ("1A 2B 3C = A = B = C =", ""),
        # What is said again with its number is meant.
        ("1.A 2.B 3.C = 1.A = A = 2.B = 3.C =", "0>4 1>8 2>10"),
    ]:
        assert found(row) == table, row


def test_a_section_with_its_day_and_counters_beside_it_is_no_table():
    for row, table in [
        ("A 2021-03-04 首页 = A = 2021-03-04 = 首页 =", ""),
        ("A B 2021-03-04 = A = B = 2021-03-04 =", ""),
        ("A B 2021-03-04 C = A = B = 2021-03-04 = C =", "0>5 1>7 2>9 3>11"),
    ]:
        assert found(row) == table, row


def test_a_table_may_stand_below_the_text():
    for row, table in [
        ("A = B = C = A B C", "6>0 7>2 8>4"),
        ("A = B = C = A B C .", "6>0 7>2 8>4"),
        ("A = B = . A B", ""),
        ("A B C = A B C", ""),
        ("A = B C = A B C", "5>0 6>2 7>3"),
        ("A = B = C = A C B", ""),
        ("A = B = C = B A B C", "7>0 8>2 9>4"),
        ("A = B = C = A A B C", "7>0 8>2 9>4"),
        ("A = B = C = A B C A", "6>0 7>2 8>4"),
        # With a label above it, or numbers of its own, two lines are enough.
        ("A = B = L A B", "5>0 6>2"),
        ("A = B = L . A B", "6>0 7>2"),
        ("A = B = L . . A B", ""),
        ("A = B = 1.A 2.B", "4>0 5>2"),
        ("A = B = 1.A B", ""),
        ("1.A = 2.B = 1.A 2.B", ""),
        ("A = L A", ""),
        ("A = B = C = D = A B C D", "8>0 9>2 10>4 11>6"),
        # Below heads that a label or numbers tell may stand short lines only.
        ("A = B . C . D . L A B C D", "9>0 10>2 11>4 12>6"),
        ("A = B . C . D . 1.A 2.B 3.C 4.D", "8>0 9>2 10>4 11>6"),
        ("A = B . C . D . . . A B C D", ""),
    ]:
        assert found(row) == table, row


def test_lines_of_code_and_long_ones_head_nothing():
    for row, table in [
        ("(c) (c) (c) = (c) = (c) = (c) =", ""),
        ("A (c) C = A = (c) = C =", ""),
        ("A (c) (c) B C = A = B = C =", ""),
        ("A B C (c) D E = A = B = C = D = E =", "0>7 1>9 2>11 4>13 5>15"),
        ("A `B C = A = `B = C =", ""),
        ("(b) A B C = (b) A = B = C =", ""),
        ("A B (c) C = A = B = (c) = C =", "0>5 1>7 3>11"),
        (f"{'船' * 60}A B C = {'船' * 60}A = B = C =", ""),
        (f"{'船' * 60} B C = {'船' * 60} = B = C =", "0>4 1>6 2>8"),
        (f"{'船' * 61} B C = {'船' * 61} = B = C =", ""),
    ]:
        assert found(row) == table, row


def test_who_answers_is_named_again_with_each_answer():
    posts = "A B C = A 2021-03-04&10:20 = B 2021-03-05&10:20 = C 2021-03-06&10:20 ="
    blocks = tuple(
        Block(each.kind, (Span(each.text.replace("&", " ")),))
        for at, word in enumerate(posts.split())
        for each in [block(word, at)]
    )
    assert contents(blocks) == {}
