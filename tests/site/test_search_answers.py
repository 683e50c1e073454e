"""What readers type and what they find: the built index, asked by the worker's own modules in Node.js."""

import pytest
from search_reading import asked

from digest.plan.synonyms import read_synonyms
from digest.search.documents import SearchDocument
from digest.search.entries import entry
from digest.search.index import search_files
from digest.text.html_tokens import Passage
from digest.zh.script import Script

# title -> (text, author, concepts, date)
ARTICLES = {
    "页面为什么慢": ("前端代码要常看。性能要量一量，再谈优化。", "林知", ("前端",), "2021-03-02"),
    "升级的笔记": ("我们换到了 Vue 3，又试了 iOS 14 和 Java 16。", "林知", ("升级",), "2021-09-30"),
    "编程语言之间": ("这里只谈 C 语言，不谈别的。", "周全", ("语言",), "2020-01-05"),
    "微软的语言": ("C# 写窗口，C++ 写引擎。", "周全", ("语言",), "2020-02-11"),
    "写循环的人": ("循环里调用函数，把字符串写进文件，内存和接口都要小心。", "何必", ("语言",), ""),
    "支付的江湖": ("支付宝与微信的红包大战，改变了支付。支付宝先动手。", "何必", ("支付宝", "微信"), "2019-05-06"),
    "产业互联网会怎样": (
        "产业互联网要走很久。腾讯（Tencent）说开放，阿里说赋能。",
        "孟成",
        ("产业互联网", "腾讯"),
        "2021-11-30",
    ),
    "一碗面条": ("吃面的人坐在桥边，面很好。", "孟成", ("面",), ""),
    "上面的桥": ("桥的上面有风，下面有水，对面有人。", "孟成", ("桥",), ""),
}
SYNONYMS = "- [供应链, supply chain]\n- [红包, red packet]\n"


def document(title: str, tag: str, script: Script) -> SearchDocument:
    text, author, tags, date = ARTICLES[title]
    path = tag.lower()

    def read(own: str) -> str:
        return script.convert(own, "zh-Hans", tag) if tag != "zh-Hans" else own

    return SearchDocument(
        f"{path}/articles/{list(ARTICLES).index(title)}/",
        read(title),
        date,
        (("author", read(author)), ("tags", "、".join(map(read, tags)))),
        (),
        (Passage(read(text), "p1", read(title), False),),
        tuple(map(read, tags)),
        (read(author),),
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A folder with the index of the articles in both scripts."""
    out, script = tmp_path_factory.mktemp("index"), Script()
    titles = {str(number): title for number, title in enumerate(ARTICLES)}
    (out / "search").mkdir()

    def read(slug):
        return entry({tag.lower(): document(titles[slug], tag, script) for tag in ("zh-Hans", "zh-Hant")})

    synonyms, faults = read_synonyms("synonyms.yml", SYNONYMS)
    assert not faults
    for name, content in search_files(titles, read, synonyms):
        (out / "search" / name).write_bytes(content)
    return out


# What is typed -> (the kind of the answer, the titles that are found).
FOUND = {
    # a run that is no phrase, a question, two names without a blank, what is remembered in other words
    "前端性能优化": ("near", ["页面为什么慢"]),
    "怎么做前端性能优化？": ("near", ["页面为什么慢"]),
    "什么是产业互联网": ("near", ["产业互联网会怎样"]),
    "腾讯阿里": ("near", ["产业互联网会怎样"]),
    "支付宝微信红包": ("near", ["支付的江湖"]),
    "桥的上面有水吗": ("near", ["上面的桥"]),
    "产业互联网是啥": ("near", ["产业互联网会怎样"]),
    "C#和C++有什么区别": ("near", ["微软的语言"]),
    # a sentence that looks like a question, without its comma
    "谁先动手红包大战改变了": ("near", ["支付的江湖"]),
    "性能要量一量再谈什么优化": ("near", ["页面为什么慢"]),
    # signs and digits
    "c#": ("exact", ["微软的语言"]),
    "c++": ("exact", ["微软的语言"]),
    "vue3": ("exact", ["升级的笔记"]),
    "Vue 3": ("exact", ["升级的笔记"]),
    "ios14 java16": ("exact", ["升级的笔记"]),
    # region words
    **{word: ("exact", ["写循环的人"]) for word in ("迴圈", "函式", "字串", "記憶體", "介面", "檔案")},
    # readings and slips
    "产业互连网": ("meant", ["产业互联网会怎样"]),
    "腾迅": ("meant", ["产业互联网会怎样"]),
    "支付保": ("meant", ["支付的江湖"]),
    "zhifubao": ("meant", ["支付的江湖"]),
    "cyhlw": ("meant", ["产业互联网会怎样"]),
    "chanye": ("meant", ["产业互联网会怎样"]),
    # of words that stand once and that no list has
    "小心接口": ("near", ["写循环的人"]),
    "支付保先动手": ("meant", ["支付的江湖"]),
    "支富": ("meant", ["支付的江湖"]),
    "写引情": ("meant", ["微软的语言"]),
    "xieyinqing": ("meant", ["微软的语言"]),
    "xiaoxin": ("meant", ["写循环的人"]),
    # English names: the curators', and what an article prints in brackets
    "red packet": ("exact", ["支付的江湖"]),
    "tencent": ("exact", ["产业互联网会怎样"]),
    # the query language
    "语言 -微软": ("exact", ["编程语言之间", "写循环的人"]),
    "语言 不要微软": ("exact", ["编程语言之间", "写循环的人"]),
    "作者：周全 语言": ("exact", ["编程语言之间", "微软的语言"]),
    "日期：2021年9月": ("exact", ["升级的笔记"]),
    "概念：语言 日期：2020": ("exact", ["编程语言之间", "微软的语言"]),
    "“支付的江湖”": ("exact", ["支付的江湖"]),
    # characters that tell words apart
    "麵": ("exact", ["一碗面条"]),
}
NOTHING = [
    "红烧肉做法", "今天天气怎么样", "工业互联网", "股票代码", "新能源汽车", "房地产调控", "莫须有之词", "量子计算机",
    "！！！", "asdfgh", "quantum computing", "supply chain", "“互联网产业”", "语言 -语言", "作者：没有这个人", "行動支付",
]  # fmt: skip


@pytest.mark.parametrize("tree", ["zh-hans", "zh-hant"])
def test_what_is_typed_is_found(folder, tree):
    script = Script()
    answers = asked(folder, [(typed, tree) for typed in FOUND])
    wrong = {}
    for (typed, (kind, titles)), answer in zip(FOUND.items(), answers, strict=True):
        shown = [script.convert(title, "zh-Hans", "zh-Hant") if tree == "zh-hant" else title for title in titles]
        if (answer["kind"], sorted(answer["titles"])) != (kind, sorted(shown)):
            wrong[typed] = answer
    assert wrong == {}


@pytest.mark.parametrize("tree", ["zh-hans", "zh-hant"])
def test_what_should_find_nothing_finds_nothing(folder, tree):
    answers = asked(folder, [(typed, tree) for typed in NOTHING])
    assert {typed: answer["titles"] for typed, answer in zip(NOTHING, answers, strict=True) if answer["titles"]} == {}


def test_what_is_typed_in_the_other_script_is_found_alike(folder):
    script = Script()
    typed = [typed for typed in FOUND if not typed.isascii()]
    plain = asked(folder, [(each, "zh-hans") for each in typed])
    other = asked(folder, [(script.convert(each, "zh-Hans", "zh-Hant"), "zh-hans") for each in typed])
    assert {
        each: (sorted(two["titles"]), sorted(one["titles"]))
        for each, one, two in zip(typed, plain, other, strict=True)
        if sorted(one["titles"]) != sorted(two["titles"])
    } == {}


def test_the_typed_character_comes_first_where_it_tells_words_apart(folder):
    [noodles, face] = asked(folder, [("麵", "zh-hant"), ("面", "zh-hant")])
    assert noodles["titles"] == ["一碗麵條"]
    assert {"一碗麵條", "上面的橋"} < set(face["titles"])


def test_what_may_have_been_meant_is_said_in_the_script_that_is_read(folder):
    [answer] = asked(folder, [("腾迅", "zh-hant")])
    assert answer["meant"] == ["騰訊"]


def test_results_can_be_narrowed_with_counts(folder):
    [answer] = asked(folder, [("语言", "zh-hans")])
    assert answer["total"] == 3
    assert answer["facets"]["author"] == [["周全", 2], ["何必", 1]]
    assert answer["facets"]["date"] == [["2020", 2]]
