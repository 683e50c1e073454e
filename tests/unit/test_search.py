"""The search's index: tokens, postings, shards, words, files."""

import gzip
import json
import re
from collections import Counter
from collections.abc import Iterable
from functools import cache
from itertools import islice

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.search.bundles import UNIT, padded, size_sign, sizes_of
from digest.search.conversion_tables import MARK, telling
from digest.search.documents import FoundTokens, SearchDocument, Zone, found_in, shown
from digest.search.entries import entry, from_bytes, to_bytes
from digest.search.index import ENTRY, search_files
from digest.search.postings import MOST_NUMBER, USUAL_MARKS, PackedPostings, Postings
from digest.search.shards import MOST, Directory, varints
from digest.search.tokens import HAN, code_of, folded, token_of, tokens
from digest.search.words import GRAMMAR, JOINING, printed_names, repeated
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
        ("c#、c++，1+1", ["c", "c#", "c", "c++", "1", "1"]),
        ("……", []),
        ("𠮷野", ["𠮷野", "野"]),
    ],
)
def test_tokens(text, expected):
    assert sorted(tokens(text).counted().elements()) == sorted(expected)


def test_quote_marks_fold_to_one_kind_and_the_length_stays():
    assert folded("“產業”「ＴＯ」『b』") == '"' + folded("产业") + '""to"\'b\''
    assert len(folded("㈱ﬁ①Ａ產ß…İ")) == 8


def unpacked(packed: bytes) -> list[tuple[int, int]]:
    """What ``search/postings.js`` reads: written for itself, bit by bit."""
    bits = "".join(f"{byte:08b}" for byte in packed)
    low, at, number, found = int(bits[:4], 2), 4, -1, []
    while (one := bits.find("1", at)) >= 0:
        number += (one - at << low) + int("0" + bits[one + 1 : one + 1 + low], 2) + 1
        begin = one + 1 + low
        end = bits.index("1", begin) + 1
        rank = end - begin - 1
        at = end if rank < len(USUAL_MARKS) else end + 6
        found.append((number, USUAL_MARKS[rank] if rank < len(USUAL_MARKS) else int(bits[end:at], 2)))
    return found


def article(tokens: dict[str, int]) -> FoundTokens:
    """An article with these tokens and their marks."""
    pairs = sorted(
        (code_of(token), marks) for token, marks in tokens.items() if len(token) < 3 and "\u3400" <= token < "\ufb00"
    )
    codes = [code for code, _ in pairs]
    return FoundTokens(
        numpy.array(codes, dtype=numpy.uint32),
        numpy.array([marks for _, marks in pairs], dtype=numpy.uint8),
        {
            token: marks
            for token, marks in tokens.items()
            if len(token) > 2 or not "\u3400" <= token < "\ufb00" or code_of(token) not in codes
        },
    )


def listed(pieces: Iterable[PackedPostings]) -> dict[str, bytes]:
    """The postings by token, in order."""
    return {token: own for packed in pieces for token, own in _listed(packed).items()}


def _listed(packed: PackedPostings) -> dict[str, bytes]:
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
    monkeypatch.setattr("digest.search.postings._SPILT", 1)  # every range in a file of the system's
    assert packed() == whole


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
    assert listed(Postings().packed()) == {} and list(Directory(0).shards(Postings().packed())) == []


@cache
def many(*more: str) -> PackedPostings:
    tokens = [chr(0x4E00 + number // 60) + chr(0x5000 + number % 60) for number in range(160_000)]
    codes = numpy.array(sorted(map(code_of, {*tokens, *more})), dtype=numpy.uint32)
    # As dense as postings are once they are compressed; those of a token are the same whatever else is there.
    each = numpy.random.default_rng(1).bytes(9 * 512)
    held = b"".join(each[9 * (code % 512) :][:9] for code in codes.tolist())
    return PackedPostings(codes, {}, numpy.full(len(codes), 9), held)


def test_shards_are_small_and_the_directory_leads_to_each():
    directory = Directory(20_000)
    packs = dict(directory.shards([many()]))
    top, files = directory.pages()
    pages = [json.loads(gzip.decompress(content)) for _, content in files]
    assert top["files"] == [name for name, _ in files] and [page["first"][0] for page in pages] == top["first"]
    assert [name for page in pages for name in page["name"]] == list(packs) and len(packs) > len(pages) > 3
    sizes = list(map(len, packs.values()))
    assert max(sizes) < 36_000 + MOST and min(sizes[:-1]) >= 24_000
    firsts = []
    for page in pages:
        firsts += page["first"]
        sizes = iter(page["size"])
        for name, count in zip(page["name"], page["count"], strict=True):
            own = list(islice(sizes, count))
            assert sum(own) == len(packs[name])
            assert len(gzip.decompress(packs[name][: own[0]])) < MOST * 1.5
        assert not list(sizes) and len(page["first"]) == len(page["size"])
    assert firsts == sorted(firsts) and firsts[0] == token_of(int(many().codes[0]))


def test_a_directory_of_few_files_comes_with_the_index():
    postings = Postings()
    postings.add(1, article(dict.fromkeys(["产业", "ab"], 8)))
    directory = Directory(20_000)
    [(name, _)] = directory.shards(postings.packed())
    top, files = directory.pages()
    assert files == [] and [page["name"] for page in top["pages"]] == [[name]]


def test_a_new_token_changes_the_file_it_falls_into_and_few_others():
    def written(*more):
        directory = Directory(20_000)
        packs = [name for name, _ in directory.shards([many(*more)])]
        return {*packs, *(name for name, _ in directory.pages()[1])}

    before, after = written(), written("乑乑")
    assert len(after - before) <= 4 < len(before) / 4


def made(title="题目", text="正文第一句。", claim="论点一", variant="zh-hans", also=()):
    return SearchDocument(
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


def both(title, text="正文第一句。"):
    return {"zh-hans": made(title, text), "zh-hant": made(title, text, variant="zh-hant")}


def index_of(files: dict[str, bytes]) -> dict:
    return opened(files[ENTRY])


def opened(file: bytes):
    content = gzip.decompress(file)
    return json.loads(content.decode("utf-16-le" if content[1] == 0 else "utf-8"))


def table_of(files: dict[str, bytes], name: str):
    own = index_of(files)["parts"][name]
    if not isinstance(own, dict) or "file" not in own:
        return own
    return opened(files[own["file"]])


def test_files_are_the_same_at_every_build_and_named_by_what_they_hold():
    def read(slug):
        return entry(both(f"题目{slug}"))

    one = dict(search_files(["b", "a"], read, {}))
    assert one == dict(search_files(["a", "b"], read, {}))
    index = index_of(one)
    assert index["articles"] == 2
    named = {name for page in index["directory"]["pages"] for name in page["name"]}
    named |= {each["file"] for each in index["parts"].values() if isinstance(each, dict) and "file" in each}
    for path in ("zh-hans", "zh-hant"):
        named |= set(table_of(one, f"texts/{path}")["name"])
    assert named | {ENTRY} == set(one)


def test_texts_are_many_to_a_file_and_a_table_cuts_them_apart():
    slugs = [f"a{number:03}" for number in range(180)]
    files = dict(search_files(slugs, lambda slug: entry(both(f"题目{slug}", "句" * len(slug) * int(slug[1:]))), {}))
    table = table_of(files, "texts/zh-hant")
    assert 2 <= len(table["name"]) <= 7 and sum(map(len, table["size"])) == 180
    titles = []
    for name, sizes in zip(table["name"], table["size"], strict=True):
        at = 0
        for size in sizes_of(sizes):
            content = gzip.decompress(files[name][at : at + size])
            titles.append(json.loads(content.decode("utf-16-le" if content[1] == 0 else "utf-8"))["title"])
            at += size
        assert at == len(files[name])
    assert titles == [f"题目{slug}" for slug in slugs]


def test_cards_are_many_to_a_file_and_few_articles_have_none():
    def read(slug):
        return entry(both(f"题目{slug}"))

    slugs = [f"a{number:03}" for number in range(180)]
    files = dict(search_files(slugs, read, {}))
    table = table_of(files, "cards/zh-hant")
    cards = [opened(files[name]) for name in table["name"]]
    assert len(cards) > 1 and [len(some) for some in cards] == table["count"]
    assert [card for some in cards for card in some] == [["zh-hant/articles/a/", f"题目{slug}", ""] for slug in slugs]
    few = dict(search_files(slugs[:9], read, {}))
    assert "cards/zh-hant" not in index_of(few)["parts"] and len(few) < 9


@pytest.mark.parametrize("length", range(1, 200, 7))
def test_a_padded_file_is_the_same_file(length):
    file = gzip.compress(bytes(range(256))[:length], mtime=0)
    room = padded(file)
    assert len(room) % UNIT == 0 and gzip.decompress(room) == gzip.decompress(file) and padded(room) == room


def test_sizes_are_a_character_each():
    texts = [bytes(UNIT * size) for size in (1, 2, 56, 57, 58, 91, 92, 200, 4000)]
    signs = "".join(map(size_sign, texts))
    assert sizes_of(signs) == [len(text) for text in texts] and json.dumps(signs, ensure_ascii=False)[1:-1] == signs


def test_words_are_what_repeats_and_is_no_part_of_a_longer_one():
    text = "产业互联网改变产业。产业互联网的未来，是产业互联网。流量变了，流量和留量，留量。腾讯和阿里，腾讯和阿里。"
    assert by_text(text) == {"产业": 4, "产业互联网": 3, "流量": 2, "留量": 2, "腾讯": 2, "阿里": 2}


def by_text(text):
    return {text[start : start + size]: often for start, size, often in repeated(text)}


def by_counting(text):
    """The same by counting every piece of every run."""
    often = Counter(
        run[start : start + size]
        for run in re.findall(f"[{HAN}]+", text)
        for size in range(2, 7)
        for start in range(len(run) - size + 1)
    )
    whole = {
        piece: times
        for piece, times in often.items()
        if times > 1 and piece[0] not in GRAMMAR and piece[-1] not in GRAMMAR and not set(piece) & set(JOINING)
    }
    within = Counter()
    for piece, times in whole.items():
        for part in (piece[1:], piece[:-1]):
            within[part] = max(within[part], times)
    return {piece: times for piece, times in whole.items() if len(piece) < 6 and within[piece] < times}


@given(st.text("产业的之\n，a𠮷互联网\ud800", max_size=60))
def test_words_are_the_pieces_that_repeat(text):
    assert by_text(text) == by_counting(text)


def test_words_of_another_script_stand_where_those_of_the_first_do():
    texts = {"zh-hans": "对发展的发展，产业与产业", "zh-hant": "對發展的發展，產業與產業"}
    words = {path: text.words for path, text in entry({p: made(text=t) for p, t in texts.items()}).texts.items()}
    assert words == {"zh-hans": ("发展", "产业"), "zh-hant": ("發展", "產業")}
    # A region's words have lengths of their own.
    told = entry({"zh-hans": made(text="软件与软件"), "zh-tw": made(text="軟體程式與軟體程式")}).texts
    assert (told["zh-hans"].words, told["zh-tw"].words) == (("软件",), ("軟體程式",))


def test_words_of_titles_are_known_before_words_of_more_articles():
    title, often = "布袋戏", "使用"
    titled = entry({"zh-hans": made(title, f"{title}，{often}与{often}")})
    other = entry({"zh-hans": made(text=f"{often}与{often}")})
    entries = {"a": titled, **{f"b{number}": other for number in range(4)}}
    words = table_of(dict(search_files(entries, entries.__getitem__, {})), "words/zh-hans")["words"]
    assert words.index(title) < words.index(often)
    assert from_bytes(to_bytes(titled)).texts["zh-hans"].titled == (title,)


def test_other_names_that_find_something_may_be_mistyped():
    entries = {"zh-hans": made(text="美团点评"), "zh-hant": made(text="美團點評", variant="zh-hant")}
    synonyms = {"meituan": (folded("美团点评"),)}
    names = ["美团点评", "Meituan", "饿了么"]
    files = dict(search_files(["a"], lambda _: entry(entries), synonyms, names))
    assert table_of(files, "words/zh-hans")["named"] == ["美团点评", "Meituan"]
    assert table_of(files, "words/zh-hant")["named"] == ["美團點評", "Meituan"]


def test_names_in_brackets_lead_from_one_script_to_the_other():
    assert printed_names(["这就是“产业互联网”（Industrial Internet），腾讯(Tencent)说（见下）。"]) == [
        ("产业互联网", "Industrial Internet"),
        ("腾讯", "Tencent"),
    ]
    names = entry({"zh-hans": made(title="“供应链”在哪里", text="都说供应链（supply chain）重要。")})
    files = dict(search_files(["a"], lambda _: names, {}))
    [pair], one = table_of(files, "meanings")
    assert sorted(pair.split("\t")) == ["supply chain", folded("供应链")] and one == []


@pytest.mark.parametrize(
    ("other", "found"),
    [
        ("供应链", True),
        ("链供", False),
        ("河流", False),
        ("c 链", True),
        ("c肝", False),
        ("供应链河", False),
        ("c𠮷", False),
        ("supply", False),
        ("链。c", True),
    ],
)
def test_another_name_finds_something_where_an_article_has_each_of_its_characters(other, found):
    article = entry({"zh-hans": made(text="供应链与 c 链。")})
    files = dict(search_files(["a"], lambda _: article, {"x": (folded(other),)}))
    assert (f"x\t{folded(other)}" in table_of(files, "meanings")[1]) is found


@pytest.mark.parametrize(
    ("typed", "found"),
    [("迴圈", "循环"), ("函式", "函数"), ("字串", "字符串"), ("記憶體", "内存"), ("介面", "接口"), ("檔案", "文件")],
)
def test_region_words_come_from_the_conversion_tables(typed, found):
    files = dict(search_files(["a"], lambda _: entry({"zh-hans": made(text=f"这里有{found}。")}), {}))
    mutual, one = table_of(files, "meanings")
    # What no article has is of no use to a query: the other word finds this one, and is not found.
    assert f"{folded(typed)}\t{folded(found)}" in one and mutual == []
    assert folded("阿斯匹靈") not in "".join(one)


def test_the_sounds_of_words_are_those_of_their_characters_but_where_they_are_odd():
    files = dict(search_files(["a"], lambda _: entry({"zh-hans": made(title="“重庆”与“产业”")}), {}))
    sounds = table_of(files, "sounds")
    assert folded("产") in sounds["of"]["chan"] and sounds["odd"] == {folded("重庆"): "chong qing"}
    assert table_of(files, "words/zh-hans")["named"] == ["重庆", "产业"]


def test_characters_that_tell_words_apart_are_tokens_as_they_are_written():
    # As OpenCC's own standard writes them, whatever a region does.
    assert telling(["吃麵的上面"]) == telling(["吃麪的上面"]) == [MARK + "麪"]
    assert telling(["裏面"]) == telling(["裡面"]) == [MARK + "裏"]
    found = found_in([made(text="吃面"), made(text="吃麵", variant="zh-hant")])
    assert found.words == {MARK + "麪": int(Zone.BODY)}


def test_an_entry_is_the_same_after_it_was_kept():
    own = entry({"zh-hans": made(text="正文 s2b 𠮷野"), "zh-hant": made("題目", "用的是軟體。", variant="zh-hant")})
    kept = from_bytes(to_bytes(own))
    assert kept.texts == own.texts and kept.found.words == own.found.words
    assert (
        kept.found.pairs.tolist() == own.found.pairs.tolist() and kept.found.marks.tolist() == own.found.marks.tolist()
    )
