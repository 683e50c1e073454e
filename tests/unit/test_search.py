"""The search's index: tokens, numbers, postings, shards, files."""

import gzip
import json

import numpy
import pytest

from digest.search.documents import Document, Found, Zone, found_in, shown
from digest.search.entries import entry, from_bytes, to_bytes
from digest.search.index import ENTRY, search_files
from digest.search.numbers import article_numbers
from digest.search.postings import MOST_NUMBER, Packed, Postings, varints
from digest.search.shards import MOST, Directory
from digest.search.tokens import code_of, folded, token_of, tokens
from digest.text.html_tokens import Passage


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("产业网", ["产业", "业网", "网"]),
        ("云", ["云"]),
        ("双11，s2b的", ["双", "11", "s2b", "的"]),
        ("to b与web 20", ["to", "b", "tob", "与", "web", "20", "web20"]),
        ("open source", ["open", "source"]),
        ("x_y", ["x", "y"]),
        ("……", []),
        ("𠮷野", ["𠮷野", "野"]),
    ],
)
def test_tokens(text, expected):
    assert sorted(tokens(text).counted().elements()) == sorted(expected)


def test_quote_marks_fold_to_one_kind_and_the_length_stays():
    assert folded("“產業”「ＴＯ」『b』") == '"' + folded("产业") + '""to"\'b\''
    assert len(folded("㈱ﬁ①Ａ產ß…İ")) == 8


def test_numbers_stay_when_articles_are_added():
    slugs = [f"article-{number}" for number in range(60)]
    before, after = article_numbers(slugs), article_numbers([*slugs, "one-more", "zz"])
    assert {slug: after[slug] for slug in slugs} == before
    assert len(set(after.values())) == 62 and list(after.values()) == sorted(after.values())


def test_numbers_are_apart_also_where_they_fall_on_one_place():
    numbers = article_numbers(f"a{number}" for number in range(3000))
    assert len(set(numbers.values())) == 3000


def unpacked(packed: bytes) -> list[tuple[int, int]]:
    found, number, at = [], 0, 0
    while at < len(packed):
        value, scale = 0, 1
        while True:
            byte = packed[at]
            at += 1
            value += (byte & 127) * scale
            scale *= 128
            if byte < 128:
                break
        number += value >> 1
        marks = int(Zone.BODY)
        if value & 1:
            marks = packed[at]
            at += 1
        found.append((number, marks))
    return found


def article(tokens: dict[str, int]) -> Found:
    """An article with these tokens and their marks."""
    pairs = sorted(
        (code_of(token), marks) for token, marks in tokens.items() if len(token) < 3 and "\u3400" <= token < "\ufb00"
    )
    codes = [code for code, _ in pairs]
    return Found(
        numpy.array(codes, dtype=numpy.uint32),
        numpy.array([marks for _, marks in pairs], dtype=numpy.uint8),
        {
            token: marks
            for token, marks in tokens.items()
            if len(token) > 2 or not "\u3400" <= token < "\ufb00" or code_of(token) not in codes
        },
    )


def listed(packed: Packed) -> dict[str, bytes]:
    """The postings by token, in order."""
    ends = numpy.cumsum(packed.lengths)
    return {
        packed.words.get(place) or token_of(int(code)): packed.postings[end - length : end]
        for place, (code, length, end) in enumerate(zip(packed.codes, packed.lengths, ends, strict=True))
    }


def test_postings_keep_numbers_zones_and_counts():
    postings = Postings()
    given = {3: 8, 200: 9 | 1 << 4, 70_000: 2, 70_001: 8 | 3 << 4, 2_000_000: 8 | 2 << 4}
    for number, marks in given.items():
        postings.add(number, article({"产业": marks, "业": 8, f"{number}": 8}))
    found = listed(postings.packed())
    assert unpacked(found["产业"]) == list(given.items())
    assert unpacked(found["业"]) == [(number, 8) for number in given]
    assert unpacked(found["70000"]) == [(70_000, 8)]


def test_postings_of_many_chunks_are_those_of_one(monkeypatch):
    def packed():
        postings = Postings()
        for number in range(60):
            postings.add(
                number * 1000,
                article({"产业": 8, chr(0x4E00 + number): 9, "网": 1, chr(0x5000 + number % 7) + "网": 24}),
            )
        return listed(postings.packed())

    whole = packed()
    monkeypatch.setattr("digest.search.postings._CHUNK", 50)
    assert packed() == whole and len(whole) == 69


def test_an_article_number_that_has_no_room_is_refused():
    with pytest.raises(ValueError, match="allowed: 0 to"):
        Postings().add(MOST_NUMBER, article({"网": 8}))


def test_numbers_take_as_many_bytes_as_they_need():
    assert varints(numpy.array([0, 127, 128, 16_384, 2_097_152])) == bytes(
        [0, 127, 128, 1, 128, 128, 1, 128, 128, 128, 1]
    )


def test_tokens_come_in_the_order_of_a_browser():
    postings = Postings()
    postings.add(1, article(dict.fromkeys(["\uff21", "𠮷野", "产", "ab", "产业", "\ue000"], 8)))
    assert list(listed(postings.packed())) == ["ab", "产", "产业", "𠮷野", "\ue000", "\uff21"]


def test_an_index_of_nothing_is_empty():
    assert listed(Postings().packed()) == {} and list(Directory().shards(Postings().packed())) == []


def many(*more: str) -> Packed:
    tokens = [chr(0x4E00 + number // 60) + chr(0x5000 + number % 60) for number in range(40_000)]
    codes = numpy.array(sorted(map(code_of, {*tokens, *more})), dtype=numpy.uint32)
    return Packed(codes, {}, numpy.full(len(codes), 9), bytes(9 * len(codes)))


def test_shards_are_small_and_the_directory_leads_to_each():
    directory = Directory()
    files = dict(directory.shards(many()))
    top, pages = directory.pages()
    assert len(top["first"]) == len(pages) > 1
    entries = [json.loads(gzip.decompress(content)) for _, content in pages]
    assert [name for entry in entries for name in entry["name"]] == list(files)
    firsts = [first for entry in entries for first in entry["first"]]
    assert firsts == sorted(firsts) and firsts[0] == token_of(int(many().codes[0]))
    assert max(len(gzip.decompress(content)) for content in files.values()) < MOST * 1.5


def test_a_new_token_changes_the_shard_it_falls_into_and_few_others():
    before = {name for name, _ in Directory().shards(many())}
    after = {name for name, _ in Directory().shards(many("乑乑"))}
    assert len(after - before) <= 2 < len(before) / 10


def made(title="题目", text="正文第一句。", claim="论点一", variant="zh-hans", also=()):
    return Document(
        f"{variant}/articles/a/",
        title,
        "",
        (("author", "张三"), ("summary", "摘要")),
        (("c1", claim, "李四", ""),),
        (Passage("小标题", "h", "小标题", True), Passage(text, "p1", "小标题", False)),
    )


def test_marks_tell_where_a_token_stands_in_any_variant():
    found = found_in([made(), made("題目", "正文第一句，軟體。s2b", variant="zh-hant")])
    marks = {token_of(int(code)): int(mark) for code, mark in zip(found.pairs, found.marks, strict=True)}
    assert marks[folded("题目")] == Zone.TITLE
    assert marks[folded("张三")] == marks[folded("标题")] == Zone.HEADING
    assert marks[folded("李四")] == marks[folded("论点")] == Zone.CLAIM
    assert marks[folded("軟體")] == Zone.BODY
    assert marks[folded("第一")] == Zone.BODY | 1 << 4
    assert found.words == {"s2b": Zone.BODY}


def test_a_text_says_what_another_variant_has_instead():
    one, other = made(text="用的是软件。"), made("題目", "用的是軟體。", "論點一", "zh-hant")
    assert shown(one, [other])["also"] == ["用的是軟體。"]
    assert shown(one, [made("題目", "用的是軟件。", "論點一")])["also"] == []


@pytest.mark.parametrize(
    ("text", "encoding"),
    [("正文第一句，软件。" * 99, "utf-16-le"), ("mostly Latin text " * 99, "utf-8")],
    ids=["Han", "Latin"],
)
def test_a_text_is_written_in_the_shorter_encoding(text, encoding):
    [kept] = entry({"zh-hans": made(text=text)}).texts.values()
    content = gzip.decompress(kept.file)
    assert (content[1] == 0) == (encoding == "utf-16-le") and json.loads(content.decode(encoding))["text"][1][1] == text


def test_a_zero_character_in_an_article_is_no_end_of_a_text():
    found = found_in([made(title="题\0目", text="正文\0第一句")])
    marks = {token_of(int(code)): int(mark) for code, mark in zip(found.pairs, found.marks, strict=True)}
    assert marks[folded("正文")] == Zone.BODY and marks[folded("题")] & Zone.TITLE and folded("题目") not in marks


def test_files_are_the_same_at_every_build_and_named_by_what_they_hold():
    def read(slug):
        return entry({"zh-hans": made(f"题目{slug}"), "zh-hant": made(f"題目{slug}", variant="zh-hant")})

    one = dict(search_files(["b", "a"], read, {}))
    other = dict(search_files(["a", "b"], read, {}))
    assert one == other
    more = dict(search_files(["a", "b", "c"], read, {}))
    assert all(more[name] == content for name, content in one.items() if name.startswith("text/"))
    index = json.loads(gzip.decompress(one[ENTRY]))
    assert index["articles"] == 2 and index["fold"] in one and set(index["directory"]["name"]) <= set(one)


def test_an_entry_is_the_same_after_it_was_kept():
    own = entry({"zh-hans": made(text="正文 s2b 𠮷野"), "zh-hant": made("題目", "用的是軟體。", variant="zh-hant")})
    kept = from_bytes(to_bytes(own))
    assert kept.texts == own.texts and kept.found.words == own.found.words
    assert (
        kept.found.pairs.tolist() == own.found.pairs.tolist() and kept.found.marks.tolist() == own.found.marks.tolist()
    )
