"""The search's index: tokens, numbers, postings, shards, files."""

import gzip
import json

import pytest

from digest.markup import Passage
from digest.search.documents import Document, Zone, shown, zones
from digest.search.index import ENTRY, search_files
from digest.search.numbers import article_numbers
from digest.search.postings import Postings
from digest.search.shards import MOST, Directory
from digest.search.tokens import folded, tokens


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
    assert sorted(tokens(text).elements()) == sorted(expected)


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


def test_postings_keep_numbers_zones_and_counts():
    postings = Postings()
    given = {3: (8, 1), 200: (9, 2), 70_000: (2, 1), 70_001: (8, 9), 2_000_000: (8, 4)}
    for number, entry in given.items():
        postings.add(number, {"产业": entry, f"{number}": (8, 1)})
    found = dict(postings.packed())
    counted = {1: 0, 2: 1, 4: 2, 9: 3}
    assert unpacked(found["产业"]) == [(number, zone | counted[count] << 4) for number, (zone, count) in given.items()]
    assert unpacked(found["70000"]) == [(70_000, 8)]


def test_tokens_come_in_the_order_of_a_browser():
    postings = Postings()
    postings.add(1, dict.fromkeys(["\uff21", "𠮷野", "产", "ab", "产业", "\ue000"], (8, 1)))
    assert [token for token, _ in postings.packed()] == ["ab", "产", "产业", "𠮷野", "\ue000", "\uff21"]


def test_shards_are_small_and_the_directory_leads_to_each():
    listed = [(chr(0x4E00 + number // 60) + chr(0x5000 + number % 60), bytes(9)) for number in range(40_000)]
    directory = Directory()
    files = dict(directory.shards(iter(listed)))
    top, pages = directory.pages()
    assert len(top["first"]) == len(pages) > 1
    entries = [json.loads(gzip.decompress(content)) for _, content in pages]
    assert [name for entry in entries for name in entry["name"]] == list(files)
    firsts = [first for entry in entries for first in entry["first"]]
    assert firsts == sorted(firsts) and firsts[0] == listed[0][0]
    assert max(len(gzip.decompress(content)) for content in files.values()) < MOST * 1.5


def test_a_new_token_changes_the_shard_it_falls_into_and_few_others():
    listed = [(chr(0x4E00 + number // 60) + chr(0x5000 + number % 60), bytes(9)) for number in range(40_000)]
    before = {name for name, _ in Directory().shards(iter(listed))}
    after = {name for name, _ in Directory().shards(iter(sorted([*listed, ("乑乑", bytes(9))])))}
    assert len(after - before) <= 2 < len(before) / 10


def made(title="题目", text="正文第一句。", claim="论点一", variant="zh-hans", also=()):
    return Document(f"{variant}/articles/a/", title, "", (("author", "张三"), ("summary", "摘要")),
                    (("c1", claim, "李四", ""),), (Passage("小标题", "h", "小标题", True), Passage(text, "p1", "小标题", False)))


def test_zones_tell_where_a_token_stands_in_any_variant():
    found = zones([made(), made("題目", "正文第一句，軟體。", variant="zh-hant")])
    assert found[folded("题目")][0] == Zone.TITLE
    assert found[folded("张三")][0] == found[folded("标题")][0] == Zone.HEADING
    assert found[folded("李四")][0] == found[folded("论点")][0] == Zone.CLAIM
    assert found[folded("軟體")] == (Zone.BODY, 1)


def test_a_text_says_what_another_variant_has_instead():
    one, other = made(text="用的是软件。"), made("題目", "用的是軟體。", "論點一", "zh-hant")
    assert shown(one, [other])["also"] == ["用的是軟體。"]
    assert shown(one, [made("題目", "用的是軟件。", "論點一")])["also"] == []


def test_files_are_the_same_at_every_build_and_named_by_what_they_hold():
    def read(slug):
        return {"zh-hans": made(f"题目{slug}"), "zh-hant": made(f"題目{slug}", variant="zh-hant")}

    one = dict(search_files(["b", "a"], read, {}))
    other = dict(search_files(["a", "b"], read, {}))
    assert one == other
    more = dict(search_files(["a", "b", "c"], read, {}))
    assert all(more[name] == content for name, content in one.items() if name.startswith("text/"))
    entry = json.loads(gzip.decompress(one[ENTRY]))
    assert entry["articles"] == 2 and entry["fold"] in one and set(entry["directory"]["name"]) <= set(one)
