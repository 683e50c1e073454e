"""What of a text can be read without the sentence before it: whole sentences, and parts of long ones."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.articles.weighing.standing_alone import Said, conditional, parts, stands_alone, without_joining
from digest.zh.folding import fold

# A sentence, whether it can be read by itself, and whether under the title of its article.
ALONE = [
    ("修桥靠过桥的人。", False, False),
    ("修桥要靠过桥的人。", True, True),
    ("修桥要靠过桥的人！", True, True),
    ("修桥要靠过桥的人", False, False),
    ("修桥要靠过桥的人；", False, False),
    ("修桥要靠过桥的人吗？", False, False),
    ("修桥要靠谁？靠过桥的人。", False, False),
    ("因此修桥要靠过桥的人。", False, False),
    ("修桥要靠他们这些人。", False, False),
    ("修桥要靠过桥的他们。", False, True),
    ("修桥要靠人，他们也愿意出力。", True, True),
    ("修桥要靠人，这种人愿意出力。", True, True),
    ("修桥要靠这种人，大家愿意出力。", False, False),
    ("在我看来，这种桥要靠大家去修。", False, True),
    ("目前，在城里，这种桥要靠大家修。", False, True),
    ("目前，在城里，桥要靠大家修，这种桥多。", True, True),
    ("目前，在城里，桥要修：这种桥多。", True, True),
    ("“修桥要靠过桥的人。”", False, False),
    ("镇长说：“修桥要靠过桥的人。”", True, True),
    ("镇长说：「修桥要靠过桥的人。」", True, True),
    ("镇长说：“修桥要靠过桥的人。", False, False),
    ("镇长说修桥要靠过桥的人。”", False, False),
    ("镇长说“修桥”要靠过桥的人。", True, True),
    ("镇长说修桥（木桥要靠过桥的人。", False, False),
    ("镇长说修桥（木桥）要靠人。", True, True),
    ("镇长说《修桥要靠过桥的人。", False, False),
    ("镇长说『修桥』』要靠过桥的人。", False, False),
    ("修橋要靠過橋的人。", True, True),
    ("這種橋要靠過橋的人。", False, False),
]


@pytest.mark.parametrize(("text", "alone", "under_title"), ALONE, ids=[each[0] for each in ALONE])
def test_whether_a_sentence_can_be_read_by_itself(text, alone, under_title):
    assert (stands_alone(Said.of(text)), stands_alone(Said.of(text), under_title=True)) == (alone, under_title)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("因此，修桥要紧。", "修桥要紧。"),
        ("因此，但是，\u3000修桥要紧，因此。", "修桥要紧，因此。"),
        ("因此修桥要紧。", "因此修桥要紧。"),
        ("首先， 其次： 因此,修桥要紧 。 ", "修桥要紧 。 "),
        ("因此，", ""),
    ],
)
def test_words_that_only_join_a_sentence_to_the_one_before_go(text, left):
    assert without_joining(Said.of(text)) == Said.of(left)


@given(
    st.lists(st.sampled_from(["因此，", "但是，", "首先，", "平台", "。", " ", "\u3000", "x"]), max_size=8).map("".join)
)
def test_what_is_left_of_a_sentence_stays_folded_as_it_is_read(text):
    left = without_joining(Said.of(text))
    assert left == Said.of(left.text)
    assert text.endswith(left.text)


@pytest.mark.parametrize(
    ("text", "found"), [("只有人人出力，桥才能修好。", True), ("當然要修。", False), ("如果要修，修吧。", True)]
)
def test_what_names_a_condition(text, found):
    assert conditional(Said.of(text)) is found


# What is said, the longest part, the pairs that the article has often, and the parts that may stand for it.
PARTS = [
    ("桥要大家一起来修。", 9, (), ["桥要大家一起来修。"]),
    ("桥要大家一起来修。", 8, (), []),
    # Statements between semicolons: of fifteen characters at least, each with a full stop. The last is the end, too.
    (
        "旧桥的修缮要靠过桥的人们出力；新桥的修建要靠镇上的商户们出钱；木桥要拆！",
        16,
        (),
        ["新桥的修建要靠镇上的商户们出钱。"],
    ),
    (
        "旧桥的修缮要靠过桥的人们去出力;新桥的修建要靠镇上的商户们出钱！",
        16,
        (),
        ["旧桥的修缮要靠过桥的人们去出力。", *["新桥的修建要靠镇上的商户们出钱！"] * 2],
    ),
    ("旧桥的修缮要靠过桥的人们去出力；新桥的修建要靠镇上的商户们出钱。", 15, (), ["旧桥的修缮要靠过桥的人们去出力。"]),
    ("旧桥的修缮要靠过桥的人们去出力；新桥的修建要靠镇上的商户们出钱。", 20, ("商户",), []),
    (
        "旧桥的修缮要靠过桥的人们去出力；新桥的修建要靠镇上的商户们出钱。",
        20,
        ("修建",),
        ["新桥的修建要靠镇上的商户们出钱。"] * 2,
    ),
    # A statement may take up what it says itself; behind a comma 就 takes up what stands before.
    ("老桥修好之后大家就能放心过河去；新桥等等", 16, (), ["老桥修好之后大家就能放心过河去。"]),
    ("木头都买好了，老桥修好之后大家就能放心过河去。", 20, (), []),
    ("木头都买好了，老桥修好之后大家一起放心过河去。", 20, (), ["老桥修好之后大家一起放心过河去。"]),
    # The end from the first comma after which nothing is missing.
    ("木头买好了，石头运来了，老桥的修缮要靠镇上的商户们出钱。", 20, (), ["老桥的修缮要靠镇上的商户们出钱。"]),
    (
        "木头买好了，石头运来了，老桥的修缮要靠镇上的商户们出钱。",
        22,
        (),
        ["石头运来了，老桥的修缮要靠镇上的商户们出钱。"],
    ),
    ("木头买好了，石头运来了，老桥的修缮要靠镇上的商户们出钱。", 16, (), ["老桥的修缮要靠镇上的商户们出钱。"]),
    ("木头买好了，石头运来了，老桥的修缮要靠镇上的商户们出钱。", 15, (), []),
    ("木头都买好了，因此，老桥的修缮要靠镇上商户出钱。", 20, (), []),
    ("木头都买好了，因此，老桥的修缮要靠镇上商户们出钱。", 20, (), ["老桥的修缮要靠镇上商户们出钱。"]),
    ("木头都买好了，所以老桥的修缮要靠镇上商户们出钱。", 20, (), []),
    # What hangs on a condition stays with it, unless the sentence turns.
    ("只要木头买好了，老桥的修缮要靠镇上的商户们出钱。", 20, (), []),
    ("虽然木头买好了，但是，老桥的修缮要靠镇上商户们出钱。", 20, (), ["老桥的修缮要靠镇上商户们出钱。"]),
    ("虽然木头买好了，不过，老桥的修缮要靠镇上商户们出钱。", 20, (), ["老桥的修缮要靠镇上商户们出钱。"]),
    # Behind a turn nothing is before it: 就 takes up nothing.
    ("虽然木头买好了，但是，老桥修好以后大家就能放心过河去。", 20, (), ["老桥修好以后大家就能放心过河去。"]),
    ("镇长说“木头买好了，老桥的修缮要靠镇上的商户们出钱”。", 20, (), []),
    # Its subject, within eight characters, is one of the article's; pairs with a function word are none.
    ("木头都买好了，老桥的修缮要靠镇上的商户们出钱。", 20, ("老桥",), ["老桥的修缮要靠镇上的商户们出钱。"]),
    ("木头都买好了，老桥的修缮要靠镇上的商户们出钱。", 20, ("桥的", "商户"), []),
    ("木头都买好了，老桥的修缮要靠镇上的商户们出钱。", 20, ("要靠",), []),
    ("木头都买好了，老桥的修缮必靠镇内的商户们出钱。", 20, ("镇内",), []),
    ("木头都买好了，老桥的修缮必靠镇内的商户们出钱。", 20, ("靠镇",), ["老桥的修缮必靠镇内的商户们出钱。"]),
    ("木头都买好了，老桥的修缮必靠镇内的商户们出钱。", 20, ("镇",), []),
    ("木头都买好了，老桥：修缮要靠镇上的商户们出些钱。", 20, ("修缮",), []),
    ("木头都买好了，老桥：修缮：靠镇上的商户们出些钱。", 20, ("老桥",), ["老桥：修缮：靠镇上的商户们出些钱。"]),
]


@pytest.mark.parametrize(("text", "longest", "often", "expected"), PARTS)
def test_what_may_stand_for_a_long_sentence(text, longest, often, expected):
    assert list(parts(Said.of(text), longest, lambda: {*map(fold, often), "XX"} if often else ())) == list(
        map(Said.of, expected)
    )


def test_without_an_article_any_subject_will_do():
    said = Said.of("木头都买好了，老桥的修缮要靠镇上的商户们出钱。")
    assert list(parts(said, 20)) == [Said.of("老桥的修缮要靠镇上的商户们出钱。")]
