"""Who says what: names that a text shows in the ways that essays and reports do, in both scripts; and what is no name."""

import pytest

from digest.articles.weighing.sentence_reading import read_sentences
from digest.proposals.claim_wording import wording
from digest.proposals.holders import holder_of, names_in
from digest.proposals.turns import turns
from digest.zh.script import Script


def held(text, *beside, known=()):
    return holder_of(text, beside, [*known, *names_in("".join((text, *beside)))])


@pytest.mark.parametrize("variant", ["zh-Hans", "zh-Hant"])
@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("陈守桥认为，旧桥应当留给走路的人。", "陈守桥"),
        ("但是，陈守桥始终认为旧桥应当留给走路的人。", "陈守桥"),
        ("在陈守桥看来，旧桥应当留给走路的人。", "陈守桥"),
        ("不过在陈守桥看来，旧桥应当留给走路的人。", "陈守桥"),
        ("陈守桥的观点是，旧桥应当留给走路的人。陈守桥指出过多次。", "陈守桥"),
        ("陈守桥的看法就是旧桥应当留给走路的人。陈守桥指出过多次。", "陈守桥"),
        ("用陈守桥的话说，旧桥应当留给走路的人。陈守桥指出过多次。", "陈守桥"),
        ("按照陈守桥的说法，旧桥应当留给走路的人。陈守桥指出过多次。", "陈守桥"),
        ("保罗·桑德斯认为，旧桥应当留给走路的人。", "保罗·桑德斯"),
        ("在保罗·桑德斯看来，旧桥应当留给走路的人。", "保罗·桑德斯"),
        ("桑德斯指出，旧桥应当留给走路的人。保罗·桑德斯认为是这样。", "桑德斯"),
        ("大律师陈守桥指出，旧桥应当留给走路的人。", "陈守桥"),
        ("陈守桥教授认为，旧桥应当留给走路的人。", "陈守桥"),
        ("陈守桥接受镇报采访时表示，旧桥应当留给走路的人。陈守桥认为是这样。", "陈守桥"),
        ("陈守桥当时指出，旧桥应当留给走路的人。陈守桥认为是这样。", "陈守桥"),
    ],
)
def test_who_is_named_in_one_of_these_ways_holds_it(text, holder, variant):
    convert = Script().convert
    assert held(convert(text, "zh-Hans", variant)) == convert(holder, "zh-Hans", variant)


@pytest.mark.parametrize(
    "text",
    [
        # Bodies and kinds of people, and words that begin as names do.
        "任何人认为旧桥应当拆掉都是错的。",
        "金融界认为，旧桥应当留给走路的人。",
        "江北省认为，旧桥应当留给走路的人。",
        "方案里认为，旧桥应当留给走路的人。",
        "史书中指出，旧桥应当留给走路的人。",
        "石匠们认为，旧桥应当留给走路的人。",
        "唐桥被认为是走路的人的桥。",
        "余下的人认为，旧桥应当留给走路的人。",
        # A word that only has one of the verbs in it.
        "芬兰反对党的人多，旧桥应当留给走路的人。",
        # Whom somebody meets or asks.
        "镇上的负责人会见商会主席陈守桥时指出，旧桥应当留给走路的人。",
        "负责人应邀表示，旧桥应当留给走路的人。",
        # Who speaks of himself.
        "我认为陈守桥说错了，旧桥应当留给走路的人。",
    ],
)
def test_what_is_no_name_or_does_not_speak_holds_nothing(text):
    assert held(text) == ""


def test_a_view_of_somebody_is_held_by_him_only_where_it_is_told():
    assert held("陈守桥的观点很多人不赞成，旧桥应当留给走路的人。", known=["陈守桥"]) == ""


def paragraphs(*lines):
    return read_sentences("\n\n".join(lines))


INTERVIEW = [
    line
    for number in range(3)
    for line in (f"Ann Lee：第{number}座桥怎么修？", f"Paul Sand：第{number}座桥要先修桥墩，然后修桥面。")
]


def test_speakers_with_foreign_names_of_several_parts_have_their_turns():
    read = paragraphs(*INTERVIEW)
    found = turns(read)
    assert [(found[each.number].name, found[each.number].asks) for each in read[:2]] == [
        ("Ann Lee", True),
        ("Paul Sand", False),
    ]
    assert found[1].label == len("Paul Sand：")


def test_a_page_on_which_much_else_stands_before_colons_is_no_conversation():
    labels = ["引用", "理由", "改为", "地点", "出处", "价钱", "材料"]
    others = [f"{label}：旧桥的事说了第{number}遍。" for number, label in enumerate(labels)]
    assert turns(paragraphs(*INTERVIEW, others[0]))
    assert turns(paragraphs(*INTERVIEW, *others)) == {}
    # An address has a colon, too.
    assert turns(paragraphs(*INTERVIEW, *["https://example.org/bridge"] * 3)).keys() == set(range(9))


@pytest.mark.parametrize("signs", ["。", "。。。", "“。”", "。" * 90, "；。" * 60, "，" * 90 + "。", "！", "“”。"])
def test_signs_alone_are_worded_as_nothing(signs):
    assert wording(signs) == ""


@pytest.mark.parametrize(
    ("sentence", "worded"),
    [
        ("陈守桥教授指出旧桥应当留给走路的人。", "旧桥应当留给走路的人。"),
        ("陈守桥：旧桥应当留给走路的人。", "旧桥应当留给走路的人。"),
        ("陈守桥认为的好桥是给走路的人留下的桥。", "陈守桥认为的好桥是给走路的人留下的桥。"),
        ("陈守桥的旧桥应当留给走路的人：那是他修的。", "陈守桥的旧桥应当留给走路的人：那是他修的。"),
        ("结果最后，旧桥应当留给走路的人。", "旧桥应当留给走路的人。"),
        ("对，旧桥应当留给走路的人。", "旧桥应当留给走路的人。"),
        ("……旧桥应当留给走路的人。", "旧桥应当留给走路的人。"),
        ("个人觉得，旧桥应当留给走路的人。", "旧桥应当留给走路的人。"),
        ("对手往往比朋友更懂桥的好坏。", "对手往往比朋友更懂桥的好坏。"),
        ("结果比过程更要紧，修桥的人明白。", "结果比过程更要紧，修桥的人明白。"),
    ],
)
def test_what_only_says_who_speaks_or_agrees_is_left_out(sentence, worded):
    assert wording(sentence, ["陈守桥"]) == worded
