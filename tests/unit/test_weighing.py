"""The tables that sentences are weighed by say the same as the sentences themselves."""

import math
from collections import Counter

import numpy
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from digest.articles.weighing.article_context import CUES, ArticleContext
from digest.articles.weighing.cues import OWN_CUES, own_cue, score, strongest, weighed
from digest.articles.weighing.extract import BUDGET, extract, passages
from digest.articles.weighing.pair_table import PairTable, pair_codes, pair_of
from digest.articles.weighing.sentence_reading import pairs, read_sentences
from digest.zh.folding import fold

TEXTS = st.lists(st.text("平台电商，。 aB_7\n😀𠀀", max_size=12), max_size=6)


@given(TEXTS)
def test_a_table_has_the_pairs_of_each_text_once(texts):
    table = PairTable.of(texts)
    rows = list(zip(table.texts.tolist(), map(pair_of, table.pairs.tolist()), strict=True))
    assert sorted(rows) == sorted((number, pair) for number, text in enumerate(texts) for pair in pairs(text))
    assert table.sizes.tolist() == [len(pairs(text)) for text in texts]
    values = numpy.arange(1.0, 1 + len(rows))
    sums = table.sums(values)
    own = [
        sum(value for value, (text, _) in zip(values, rows, strict=True) if text == number)
        for number in range(len(texts))
    ]
    assert (sums.tolist(), sums.dtype) == (own, numpy.float64)


def test_half_a_sign_is_a_sign_like_others():
    # An escaped one may stand in a title.
    assert pair_codes("平\ud83d平台").tolist() == pair_codes("平台").tolist()


# With an article, a title, and a sentence of its own: its pairs beside what is known of them.
def test_pairs_beside_what_an_article_knows_of_them():
    article = ArticleContext(read_sentences("桥在路上。路上有桥。路上没有人。"), "桥在人在")
    known = list(map(pair_of, article.pairs.tolist()))
    often = [{"路上": 3}.get(pair, 1) for pair in known]
    assert article.by_count({1: 0.5, 2: 7.0, 3: 2.5}.__getitem__).tolist() == [
        *(0.5 if number == 1 else 2.5 for number in often),
        0.0,
    ]
    assert article.marked(article.title).tolist() == [*(float(pair in ("桥在",)) for pair in known), 0.0]
    assert article.subjects == {"路上"}
    assert ArticleContext(read_sentences("路上有人。路上有桥。")).subjects == set()


def test_an_article_without_text_has_nothing_to_compare():
    article = ArticleContext([])
    assert article.by_count({}.__getitem__).tolist() == [0.0]
    assert {name: (column.tolist(), column.dtype) for name, column in article.compared([]).cues().items()} == {
        name: ([], numpy.float64) for name in CUES
    }
    assert ArticleContext([]).title.tolist() == []


@given(
    st.lists(st.sampled_from(["平台不是工具。", "工具要人用，人用工具。", "平台在人。", "数据！", "a b。"]), min_size=1)
)
def test_cues_that_compare_say_what_the_pairs_of_the_sentences_say(said):
    read = read_sentences("\n\n".join(["## 平台的工具", *said, "## 数据", *said]))
    often = Counter(pair for each in read for pair in each.pairs)
    title = pairs(fold("平台与数据"))
    heads = [pairs(fold(head)) for head in ("平台的工具", "数据")]
    found = ArticleContext(read, "平台与数据").compared(read).cues()
    for number, each in enumerate(read):
        shared = [math.log((len(read) + 1) / often[pair]) * (often[pair] - 1) for pair in each.pairs]
        expected = {
            "of_title": len(each.pairs & title) / len(title),
            "from_title": len(each.pairs & title) / max(1, len(each.pairs)),
            "of_heading": max(len(each.pairs & head) / len(head) for head in heads),
            "frequent": sum(math.log(often[pair]) for pair in each.pairs) / max(1, len(each.pairs)),
            "central": sum(shared) / math.sqrt(len(read) * max(1, len(each.pairs))),
        }
        assert {name: float(found[name][number]) for name in expected} == pytest.approx(expected)


def test_every_cue_has_a_number_for_every_sentence():
    read = read_sentences("平台不是工具。工具要人用。")
    compared = ArticleContext(read).compared(read)
    rows, columns = compared.rows(), compared.cues()
    assert [set(row) for row in rows] == [set(CUES)] * 2
    assert {column.dtype for column in columns.values()} == {numpy.dtype(numpy.float64)}
    assert rows == [{name: float(columns[name][number]) for name in CUES} for number in range(2)]
    assert compared.cues(["must", "of_title", "bias"]).keys() == {"must", "of_title"}


def cues_of(text):
    (read,) = read_sentences(text)
    return {name: float(own_cue(name, [read])[0]) for name in OWN_CUES}


def test_what_a_sentence_has_by_itself():
    found = cues_of("我认为，修桥的关键不是石头，而是人。")
    words = {"opinion", "said", "contrast", "essence"}
    places = {"opening", "alone", "section_first", "middling"}
    assert {name for name, value in found.items() if value == 1.0} == words | places
    assert (found["clauses"], found["length"]) == (0.4, math.log(18))


WEIGHTS = {"number": 2.0, "length": -0.5, "bias": 3.0}


def test_weights_are_added_up_over_the_cues_that_are_there():
    cues = {"number": 1.0, "length": 3.0, "bold": 1.0}
    assert score(cues, WEIGHTS) == 2.0 * 1.0 - 0.5 * 3.0
    columns = {name: numpy.array([value, 2 * value]) for name, value in cues.items()}
    assert weighed(columns, WEIGHTS).tolist() == [0.5, 1.0]


def test_what_speaks_most_for_a_sentence_comes_first():
    weights = {"a": 1.0, "b": 2.0, "c": 2.0, "d": -1.0, "e": 0.5, "f": 9.0}
    assert strongest({"e": 0.5, "a": 0.5, "c": 1.0, "b": 1.0, "d": 1.0, "x": 5.0, "f": 0.0}, weights) == ["b", "c", "a"]
    assert strongest({"e": 0.5, "d": -0.5, "x": 5.0, "f": 0.0}, weights) == ["d", "e"]


SENTENCES = [
    "桥要大家修。",
    "平台不是工具，是一种办法。",
    "工具要人用，人用工具去修桥修路。",
    "二十年前的平台在城里，在乡下，在路上。",
    "数据的桥要靠平台和工具一起修起来，大家出力。",
    "因此，大家都要为修桥和修路出一份力气！",
    "这座桥旧了。",
    "木头买好了，平台的修缮要靠镇上的商户们出钱" + "出力" * 25 + "。",
    "**修桥修路**的平台要靠大家一起出力才能修得起来，修得好。",
]


def plain_extract(markdown, title, weights):
    """An extract as it is described, sentence by sentence with sets of pairs."""
    read = read_sentences(markdown)
    article = ArticleContext(read, title)
    often = Counter(pair for each in read for pair in each.pairs)
    candidates = passages(read, article)
    rows = article.compared(candidates).rows()
    own = [math.fsum(weight * row[name] for name, weight in weights.items()) for row in rows]
    mean = math.fsum(own) / len(own)
    deviation = math.sqrt(math.fsum((value - mean) ** 2 for value in own) / len(own)) or 1.0
    said, taken, room = set(), [], 110
    while True:
        worth = {}
        for number, each in enumerate(candidates):
            if len(each.text) > room or each.number in {candidates[other].number for other in taken}:
                continue
            new = sum(
                0.04 * math.log(often[pair]) * (2 if pair in pairs(fold(title)) else 1)
                for pair in each.pairs - said
                if pair in often
            )
            worth[number] = round((own[number] - mean) / deviation / 100 + new / len(each.text), 9)
        best = max(worth, key=lambda number: (worth[number], -number), default=None)
        if best is None or (taken and worth[best] <= 0):
            return "".join(
                candidates[number].text for number in sorted(taken, key=lambda each: candidates[each].number)
            )
        taken.append(best)
        said |= candidates[best].pairs
        room -= len(candidates[best].text)


@given(
    st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=12).map("\n\n".join),
    st.sampled_from(["", "平台与数据", "修桥修路"]),
    st.sampled_from([{"length": 1.0}, {"bold": 1.0}, {"of_title": 2.0, "frequent": -1.0, "item": 0.5}]),
)
def test_an_extract_is_chosen_as_described(body, title, weights):
    read = read_sentences(body)
    assume(passages(read, ArticleContext(read, title)))
    assert extract(body, title, weights) == plain_extract(body, title, weights)


def test_where_all_are_worth_nothing_the_first_stands_for_the_text():
    body = "镇上来了一位木匠。他乡来客买下旧屋。河边种满青青杨柳。"
    assert extract(body, weights={"bold": 1.0}) == "镇上来了一位木匠。"


def test_sentences_that_fill_the_room_are_all_taken():
    first, second = ("修桥要" + "出力" * 25 + "吧。", "修路要" + "出钱" * 25 + "吧！")
    assert len(first + second) == BUDGET
    asked = "要出力出钱吗？"
    assert extract(f"{second}{first}{asked}", weights={"number": 1.0}) == second + first
    assert extract(f"{first}{second[:-2]}了吧！{asked}", weights={"number": 1.0}) == first


@pytest.mark.parametrize(
    ("title", "subjects", "wins"),
    [
        # What the title names counts twice as much: more than what is said three times, less than three things.
        ("", "问木头吗？问石头吗？问石头吗？", "石头"),
        ("木头", "问木头吗？问石头吗？问石头吗？", "木头"),
        ("木头", "问木头吗？问石头吗？问泥沙吗？问稻草吗？", "石头"),
    ],
)
def test_what_the_title_names_counts_twice(title, subjects, wins):
    wood, stone = "木头要" + "甲乙丙丁戊己庚辛壬" * 6 + "。", "石头泥沙稻草" + "子丑寅卯辰巳午未申" * 6 + "。"
    assert wins in extract(wood[:-4] + "。" + stone[:-1] + "。" + subjects, title, {"number": 1.0})


def test_no_title_and_no_heading_are_about_nothing():
    wood, iron = "木头要" + "甲乙丙丁戊己庚辛壬" * 6 + "。", "用XX要" + "子丑寅卯辰巳午未申" * 6 + "。"
    body = wood + iron + "问木头问XX吗？"
    assert extract(body, weights={"bold": 1.0}) == extract(body, "", {"bold": 1.0})
    read = read_sentences("用XX修桥。")
    assert ArticleContext(read).compared(read).cues()["of_heading"].tolist() == [0.0]


def test_a_text_in_which_nothing_fits_gives_its_shortest_sentence_that_stands_alone():
    long, longer, pointing = "路" * 80 + "。", "桥" * 90 + "。", "这" + "河" * 75 + "。"
    assert extract(longer + long + pointing) == long
    # Under its title 他们 is clear.
    assert extract(longer + "桥" * 76 + "靠他们。") == "桥" * 76 + "靠他们。"
    assert extract("这座桥已经很旧了。这桥旧了。") == "这座桥已经很旧了。"


def test_a_part_may_stand_for_a_long_sentence_if_it_is_about_the_subject():
    long = "木头" * 40 + "都买好了，老桥的修缮要靠镇上的商户们出钱。"
    about = "老桥旧了。谁管老桥。管老桥吧。"
    assert [each.text for each in some_passages(long + about)] == ["老桥的修缮要靠镇上的商户们出钱。"]
    assert extract(long + about) == "老桥的修缮要靠镇上的商户们出钱。"
    assert [each.text for each in some_passages(long + "新桥旧了。谁管新桥。管新桥吧。")] == []
    assert [each.text for each in some_passages("所以，修桥要靠过桥的他们。")] == ["修桥要靠过桥的他们。"]


def some_passages(markdown):
    read = read_sentences(markdown)
    return passages(read, ArticleContext(read))
