"""Charsets: what is read, what falls back, what is refused."""

import codecs
import encodings.aliases

import pytest

from convert.errors import ConvertError
from convert.formats.charset import decode
from convert.formats.unpack import unpack

SIMPLIFIED = "这是一篇关于城市与河流的文章，我们在这里说的每一句话，都是为了让人知道水的来历和去向。" * 4
TRADITIONAL = "這是一篇關於城市與河流的文章，我們在這裡說的每一句話，都是為了讓人知道水的來歷和去向。" * 4


@pytest.mark.parametrize(
    ("text", "charset"),
    [
        (SIMPLIFIED, "utf-8"),
        (SIMPLIFIED, "gbk"),
        (SIMPLIFIED, "gb18030"),
        (SIMPLIFIED, "utf-16"),
        (TRADITIONAL, "utf-8"),
        (TRADITIONAL, "big5"),
        (TRADITIONAL, "utf-16"),
        (TRADITIONAL, "gb18030"),
    ],
)
def test_charset_is_told_without_a_declaration(text, charset):
    assert decode(text.encode(charset)) == text


@pytest.mark.parametrize("charset", ["utf-16-le", "utf-16-be"])
def test_utf16_without_mark(charset):
    assert decode(("甲, " + SIMPLIFIED).encode(charset)) == "甲, " + SIMPLIFIED


def test_mark_of_utf8_is_no_text():
    assert decode(codecs.BOM_UTF8 + SIMPLIFIED.encode()) == SIMPLIFIED


@pytest.mark.parametrize(
    ("declared", "true"), [("gb2312", "utf-8"), ("utf-8", "gbk"), ("big5", "gbk"), ("nonsense", "gbk")]
)
def test_wrong_declaration_falls_back(declared, true):
    page = f'<html><head><meta charset="{declared}"></head><body>{SIMPLIFIED}</body></html>'
    assert SIMPLIFIED in decode(page.encode(true))


# Every codec there is may be declared, those of Python's that are none of text or that refuse broken bytes too.
@pytest.mark.parametrize(
    "declared", sorted(set(encodings.aliases.aliases.values()) | {"idna", "punycode", "undefined"})
)
def test_any_codec_may_be_declared(declared):
    page = f'<meta charset="{declared}"><p>{SIMPLIFIED}</p>'
    assert SIMPLIFIED in decode(page.encode("gbk"))


@pytest.mark.parametrize("declared", ["iso-8859-1", "latin1", "us-ascii", "windows-1252"])
def test_western_page_keeps_its_accents(declared):
    page = f'<meta charset="{declared}"><p>{"Un café à côté de la gare. " * 8}</p>'
    assert "Un café à côté" in decode(page.encode("latin-1"))


ABROAD = {
    "cp1252": "Die Brücke über den Fluß wurde 1907 für die Mühle gebaut; später führte eine Straße darüber. ",
    "iso8859-15": "La rivière a gelé dès février, et l'été suivant le bac a été remplacé par un pont à péage. ",
    "koi8-r": "Мост через реку построили тридцать лет назад, и камни для него носили всей деревней. ",
    "cp1251": "Мост через реку построили тридцать лет назад, и камни для него носили всей деревней. ",
    "cp1256": "بُني الجسر قبل ثلاثين عامًا، وحمل أهل القرية حجارته من الجبل واحدًا واحدًا. ",
    "iso8859-7": "Η γέφυρα χτίστηκε πριν από τριάντα χρόνια με πέτρες από το βουνό. ",
    "euc-kr": "마을 어귀의 돌다리는 삼십 년 전에 놓였고, 그때 집집마다 한 사람씩 나와 돌을 날랐다. ",
    "shift_jis": "村の入り口の石橋は三十年前に架けられ、家ごとに一人ずつ出て山から石を運んだという。",
    "euc-jp": "村の入り口の石橋は三十年前に架けられ、家ごとに一人ずつ出て山から石を運んだという。",
}


@pytest.mark.parametrize("charset", ABROAD)
@pytest.mark.parametrize("head", ["<meta charset='{}'>", "<?xml version='1.0' encoding='{}'?>"])
def test_a_page_in_another_language_is_read_as_it_says_of_itself(charset, head):
    assert ABROAD[charset] * 20 in decode((head.format(charset) + ABROAD[charset] * 20).encode(charset))


@pytest.mark.parametrize("declared", ["", "<meta charset=utf-8>", "<meta charset=gb2312>", "<meta charset=iso-8859-1>"])
def test_letters_with_accents_are_western_whatever_is_declared(declared):
    text = declared + ABROAD["cp1252"] * 20
    assert decode(text.encode("cp1252")) == text


@pytest.mark.parametrize("declared", ["", "<meta charset=utf-8>", "<meta charset=big5>"])
@pytest.mark.parametrize("charset", ["euc-kr", "cp1251", "cp1256", "iso8859-7"])
def test_a_cut_page_in_another_language_is_still_utf8(charset, declared):
    text = declared + ABROAD[charset] * 20
    assert decode(text.rstrip().encode()[:-1]).startswith(text.rstrip()[:-1])


@pytest.mark.parametrize(
    "name", ["zlib", "idna", "undefined", "base64", "rot13", "unicode_escape", "punycode", "x-" * 99]
)
def test_no_codec_of_python_is_taken_for_a_charset(name):
    page = f'<html><head><meta charset="{name}"></head><body>{SIMPLIFIED}</body></html>'
    assert SIMPLIFIED in decode(page.encode("gbk"))
    mail = f"MIME-Version: 1.0\nContent-Type: text/html; charset={name}\nContent-Transfer-Encoding: 8bit\n\n"
    assert SIMPLIFIED in unpack(mail.encode() + page.encode("gbk")).text


def test_declared_gb2312_may_hold_characters_of_gbk():
    page = f'<meta charset="gb2312">镕{SIMPLIFIED}'
    assert "镕" in decode(page.encode("gbk"))


def test_one_cut_character_at_the_end_is_forgiven():
    assert decode(SIMPLIFIED.encode()[:-1]).startswith(SIMPLIFIED[:-1])


def test_line_ends_are_one_kind():
    assert decode("甲\r\n乙\r丙".encode()) == "甲\n乙\n丙"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b"  \n\t ", "empty"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0", "binary"),
        (SIMPLIFIED.encode("gbk").decode("utf-8", "replace").encode(), "garbled"),
        (SIMPLIFIED.encode().decode("gbk", "replace").encode(), "garbled"),
        (SIMPLIFIED.encode().decode("cp1252", "replace").encode(), "garbled"),
        ("锟斤拷锟斤拷锟斤拷锟斤拷".encode(), "garbled"),
    ],
)
def test_unreadable_is_refused(data, words):
    with pytest.raises(ConvertError, match=words) as caught:
        decode(data)
    assert caught.value.allowed
