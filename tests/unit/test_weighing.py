"""The tables that sentences are weighed by say the same as the sentences themselves."""

import math
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.articles.weighing.article_context import CUES, ArticleContext
from digest.articles.weighing.pair_table import PairTable, pair_of
from digest.articles.weighing.sentence_reading import pairs, read_sentences
from digest.articles.weighing.standing_alone import Said, without_joining
from digest.zh.script import fold

TEXTS = st.lists(st.text("平台电商，。 aB_7\n😀𠀀", max_size=12), max_size=6)


@given(TEXTS)
def test_a_table_has_the_pairs_of_each_text_once(texts):
    table = PairTable.of(texts)
    rows = list(zip(table.texts.tolist(), map(pair_of, table.pairs.tolist()), strict=True))
    assert sorted(rows) == sorted((number, pair) for number, text in enumerate(texts) for pair in pairs(text))
    assert table.sizes.tolist() == [len(pairs(text)) for text in texts]


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
    rows = ArticleContext(read).compared(read).rows()
    assert [set(row) for row in rows] == [set(CUES)] * 2


@given(st.text("因此，但是 平台。\u3000x", max_size=20))
def test_what_is_left_of_a_sentence_stays_folded_as_it_is_read(text):
    left = without_joining(Said.of(text))
    assert left == Said.of(left.text)
    assert text.endswith(left.text)
