"""The model that decides between the forms of a character by its context."""

import re

import numpy
import pytest
from golden import cases

from digest.zh.context import model as models
from digest.zh.context.choices import NEVER, Character, Places, elsewhere
from digest.zh.context.features import beside_numbers, between_number, features, for_form, reading_number
from digest.zh.context.kinds import KINDS, kind_numbers
from digest.zh.context.lattice import COVERING, word_numbers, words
from digest.zh.context.model import SCALE, Model, packed, shipped_model, unpacked
from digest.zh.context.safe_places import are_safe
from digest.zh.context.table import Table, filled
from digest.zh.context.windows import REACH, codes, windows
from digest.zh.script import Script
from digest.zh.shipped import digest_script
from digest.zh.terms import shipped_terms


def around(text, place):
    return windows(codes(text), numpy.array([place])).astype(numpy.float64)


def lexicon(**weights):
    listed = {"保护": 60, "面包": 60, "护面": 150, **weights}
    return filled(word_numbers(list(listed)), numpy.array(list(listed.values()), numpy.int32), 10)


EMPTY = Table(numpy.zeros(1, numpy.uint32))
ALIKE = numpy.zeros((KINDS, 1 << 16), numpy.uint8)
NONE = numpy.zeros(1, numpy.uint32)
ONE = numpy.ones(1, numpy.uint32)


def small_model(says):
    """A model of one character, 面, whose lexicon reads 面包 as 麵包; ``says`` is the weight of that reading."""
    lex = lexicon()
    text = "保护面包"
    found = words(around(text, 2), lex)
    readings = filled(reading_number(found), numpy.array([2], numpy.int32), 6)
    place = Places(around(text, 2), numpy.array([1], numpy.uint32), NONE)
    spoken = features(place, ALIKE, found, numpy.array([2], numpy.uint32))
    only = spoken[0, -12]  # the reading beside the dictionary's choice
    weights = filled(for_form(numpy.array([only]), 1), numpy.array([says], numpy.int32), 6)
    gates = ((NEVER, SCALE), (SCALE, NEVER))
    return Model({"面": Character(("面", "麵"), {"靣": "面"}, gates, SCALE // 2)}, ALIKE, lex, readings, weights, EMPTY)


def test_a_number_of_a_part_is_the_same_wherever_it_stands():
    found = [words(around(text, text.index("面")), lexicon()) for text in ("保护面包。", "他说保护面包")]
    assert found[0].word == found[1].word == word_numbers(["面包"])[0]
    assert found[0].around[0] == found[1].around[0] == word_numbers(["保护"])[0]


@pytest.mark.parametrize(
    ("weights", "word"),
    [({}, "面包"), ({"护面": 5, "保": 40, "包": 40}, "护面"), ({"护面": 50, "保": 40, "包": 40}, "面包")],
)
def test_the_words_at_a_place_are_the_likeliest_cutting(weights, word):
    found = words(around("保护面包", 2), lexicon(**weights))
    start, length = COVERING[int(found.which[0])]
    assert "保护面包"[2 + start :][:length] == word


@pytest.mark.parametrize(
    ("says", "written", "doubtful"),
    [(200, "麵", False), (SCALE + 8, "麵", True), (SCALE - 8, "面", True), (0, "面", False)],
)
def test_the_gate_says_when_the_dictionary_is_overruled_and_where_it_is_doubtful(says, written, doubtful):
    model = small_model(says)
    found = [place for place in model.places("保护面包", "保護面包") if place.at == 2]
    assert [place.overruled for place in found] == ([written == "麵"] if found else [])
    assert any(place.doubtful for place in found) == doubtful
    read = Script(model=lambda: model)._model
    assert read is not None


def test_forms_of_the_same_character_count_near_a_place_and_in_its_line():
    def others(text, forms):
        at = numpy.array([place for place, character in enumerate(text) if character == "面"])
        asked = numpy.ones(len(at), bool)
        return elsewhere(codes(text), at, numpy.array([ord(form) for form in forms], numpy.uint32), asked).tolist()

    first, second, third = others("面条好，那面旗。\n面子", "麵面面")
    assert first and second and first != second and third == 0
    assert others("面条", "麵") == [0]
    # What a curator settled says nothing; nor does what stands far away.
    assert others("面条好，那面旗", "\0面") == [first, 0]
    assert others("面条好" + "，好" * 100 + "那面旗", "麵面") == [0, 0]
    assert others("面条，面饼，那面旗", "麵麵面")[2] == second


def test_characters_of_one_kind_are_alike_to_what_was_learnt_of_another():
    kinds = ALIKE.copy()
    kinds[:, [ord("王"), ord("李")]] = 7
    numbers = [kind_numbers(around(f"{name}余明", 1), kinds) for name in "王李张"]
    alike = [numbers[0] == other for other in numbers[1:]]
    assert alike[0].sum() > alike[1].sum() > 0


def test_what_is_no_form_of_the_character_is_settled():
    assert small_model(500).places("保护面包", "保護\0包") == []


def test_a_model_survives_its_file():
    model = small_model(300)
    again = unpacked(packed(model))
    assert again.characters == model.characters
    assert (again.kinds == model.kinds).all()
    for name in ("lexicon", "readings", "weights", "safe"):
        assert (getattr(again, name).cells == getattr(model, name).cells).all()
    assert packed(again) == packed(model)


@pytest.mark.parametrize(
    ("known", "safe"),
    [
        ("before", "我吃面包 我吃面包车 吃面包车 要吃面条 我吃面条 吃面"),
        ("after", "我吃面包 我吃面包车 吃面包车 里面包车 面包"),
        ("both", "我吃面包 我吃面包车 吃面包车"),
    ],
)
def test_a_place_is_safe_beside_a_neighbour_or_between_two(known, safe):
    own, before, after = (codes("吃面包")[[place]] for place in (1, 0, 2))
    one = beside_numbers(own, ONE, before, after)
    numbers = {"before": one[0], "after": one[1], "both": between_number(own, ONE, before, after)}
    table = filled(numbers[known], numpy.array([1], numpy.int32), 8)

    def is_safe(text):
        return bool(are_safe(table, codes(text), numpy.array([text.index("面")]), ONE)[0])

    texts = "我吃面包 我吃面包车 吃面包车 里面包车 要吃面条 我吃面条 吃面 面包 面".split()
    assert [text for text in texts if is_safe(text)] == [text for text in texts if text in safe.split()]


def test_a_table_reads_what_was_written_and_nothing_else():
    draw = numpy.random.RandomState(4)
    numbers = numpy.unique(draw.randint(0, 2**32, size=3000, dtype=numpy.uint64).astype(numpy.uint32))
    values = draw.randint(-200, 200, size=len(numbers)).astype(numpy.int32)
    table = filled(numbers[:2000], values[:2000], 16)
    kept = table.values(numbers[:2000])
    # Where two meet in a cell one is lost: less than one in twenty at this load.
    assert (kept == values[:2000]).mean() > 0.95 and set(kept[kept != values[:2000]]) <= {0}
    assert (table.values(numbers[2000:]) != 0).mean() < 0.005


TEXTS = [
    "这只猫在箱子里吃面包。" * 3,
    "他复制了系统里的文件，干了三里路的活，头发干了。",
    "余先生说：周五在里约，于女士姓于。\n另一行",
    "一",
    "",
    "abc 123",
    "里" * 40,
    "\U00020000里\U00020000面",
]


@pytest.mark.parametrize("target", ["zh-Hant", "zh-Hant-TW", "zh-Hant-HK"])
def test_a_text_reads_the_same_alone_and_among_others(target):
    script = digest_script()
    whole = script.convert("\n".join(TEXTS), "zh-Hans", target)
    alone = [script.convert(line, "zh-Hans", target) for text in TEXTS for line in text.split("\n")]
    # Context stops at the end of a line: what is asked for at once is what is asked for one by one.
    assert whole.split("\n") == alone


def test_it_sees_places_in_the_same_way_whatever_their_number(monkeypatch):
    script, text = digest_script(), "\n".join(TEXTS * 30)
    many = script.convert(text, "zh-Hans", "zh-Hant")
    monkeypatch.setattr(models, "_AT_ONCE", 7)
    assert digest_script().convert(text, "zh-Hans", "zh-Hant") == many


def test_every_decision_is_a_form_of_its_character():
    model = shipped_model()
    plain, script = Script(corrections=shipped_terms()), digest_script()
    text = "\n".join(TEXTS)
    before, after = (each.convert(text, "zh-Hans", "zh-Hant") for each in (plain, script))
    for source, old, new in zip(text, before, after, strict=True):
        assert old == new or new in model.characters[source].forms


def test_a_curators_word_always_wins():
    model = small_model(500)
    assert Script(model=lambda: model).convert("保护面包", "zh-Hans", "zh-Hant") == "保護麵包"
    for terms in ({"zh-Hant": {"面": "面"}}, {"zh-Hant": {"护面包": "護面包"}}):
        assert Script(terms, model=lambda: model).convert("保护面包", "zh-Hans", "zh-Hant") == "保護面包"
    own = Script(model=lambda: model)
    assert own.convert("保护面包", "zh-Hans", "zh-Hant", {"面包": "面包"}) == "保護面包"
    assert own.convert("保护-{面包}-", "zh-Hans", "zh-Hant") == "保護面包"


def test_another_engine_is_not_overruled():
    class Upper:
        def convert(self, string):
            return string.upper()

    assert (
        Script(engine=lambda name: Upper(), model=lambda: small_model(500)).convert("保护面包a", "zh-Hans", "zh-Hant")
        == "保护面包A"
    )


def test_what_ships_is_small():
    assert models.FILE.stat().st_size < 3_000_000
    assert REACH == 8 and 50 < len(shipped_model().characters) < 400


@pytest.mark.parametrize("spaced", ["有{}只", "第{}周后", "{}里外", "共{}余人"])
def test_a_space_beside_a_number_says_nothing(spaced):
    script = digest_script()
    for number in ("12", "3", "A4"):
        close, apart = spaced.format(number), spaced.format(f" {number} ")
        assert script.convert(apart, "zh-Hans", "zh-Hant").replace(" ", "") == script.convert(
            close, "zh-Hans", "zh-Hant"
        )


def test_a_short_text_reads_as_it_does_in_a_long_one():
    """What is known of short texts place by place is what a long one is told."""
    script, lines = digest_script(), [text for case in cases("conversion") for text in _sentences(case.values[0])]
    whole = script.convert("\n".join(lines), "zh-Hans", "zh-Hant").split("\n")
    assert len(lines) > 100
    assert [script.convert(line, "zh-Hans", "zh-Hant") for line in lines] == whole


def _sentences(case):
    return [part for part in re.split("(?<=[。；])", case["zh-Hans"]) if part.strip()]
