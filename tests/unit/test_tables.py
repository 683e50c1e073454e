"""Tables kept in the user's cache folder: found again, and made anew wherever they are not what they should be."""

import os
import stat

import pytest

from digest.keeping.tables import VARIABLE, kept_table
from digest.zh.dictionaries import matcher_of
from digest.zh.phrases import Dictionary, Matcher

VALUE = (True, {23041: "學"}, ("学习", "\ud800"), (b"\0\xff", 7))


@pytest.fixture
def folder(tmp_path, monkeypatch):
    folder = tmp_path / "cache" / "tables"
    monkeypatch.setenv(VARIABLE, str(folder))
    return folder


class Making:
    """Counts how often a table is made."""

    def __init__(self):
        self.count = 0

    def __call__(self):
        self.count += 1
        return VALUE


def test_a_table_is_made_once_and_anew_for_other_data(folder):
    make = Making()
    assert [kept_table("t", [b"a", b"b"], make) for _ in range(3)] == [VALUE] * 3 and make.count == 1
    for name, made_from in (("t", [b"ab"]), ("t", [b"b", b"a"]), ("t", []), ("u", [b"a", b"b"])):
        assert kept_table(name, made_from, make) == VALUE
    assert make.count == 5 and len(list(folder.iterdir())) == 5


@pytest.mark.parametrize(
    "harm",
    [
        lambda file: file.write_bytes(b""),
        lambda file: file.write_bytes(file.read_bytes()[:-1]),
        lambda file: file.write_bytes(
            file.read_bytes()[:40] + bytes([file.read_bytes()[40] ^ 1]) + file.read_bytes()[41:]
        ),
        lambda file: file.write_bytes(bytes(100)),
        lambda file: file.unlink(),
        lambda file: file.chmod(0o666),
    ],
)
def test_what_was_harmed_is_made_anew_and_then_whole(folder, harm):
    make = Making()
    kept_table("t", [b"a"], make)
    [file] = folder.iterdir()
    harm(file)
    assert kept_table("t", [b"a"], make) == VALUE and make.count == 2
    assert kept_table("t", [b"a"], make) == VALUE and make.count == 2
    assert stat.S_IMODE(file.stat().st_mode) == 0o600 and [*folder.iterdir()] == [file]


def test_a_folder_that_is_none_costs_time_only(folder, monkeypatch):
    make = Making()
    folder.parent.mkdir()
    folder.write_bytes(b"")
    assert kept_table("t", [b"a"], make) == VALUE == kept_table("t", [b"a"], make) and make.count == 2
    monkeypatch.setenv(VARIABLE, "")
    assert kept_table("t", [b"a"], make) == VALUE and make.count == 3


def test_what_nobody_reads_goes(folder):
    kept_table("old", [], Making())
    [old] = folder.iterdir()
    os.utime(old, (0, 0))
    kept_table("new", [], Making())
    assert [file.name.partition("-")[0] for file in folder.iterdir()] == ["new"]


def test_a_matcher_of_a_table_is_the_one_it_was_made_from(folder):
    entries = {"头发": "頭髮", "发": "發", "头": "頭", "发展": "發展", "后": "後"}
    made = Matcher([Dictionary(entries), Dictionary({"里": "裏", "头发": "x"})])
    again = Matcher.of_table(made.table())
    for text in ("头发展现", "后里头发", "", "无", "发" * 60):
        assert again.convert(text) == made.convert(text) and list(again.matches(text)) == list(made.matches(text))
        assert list(again.segments(text, singles=True)) == list(made.segments(text, singles=True))
    assert Matcher.of_table(Matcher([Dictionary({"发": "發"})]).table()).convert("发") == "發"
    assert again.keeps_length is made.keeps_length


def test_the_engine_s_matchers_are_the_same_kept_and_made(folder):
    files = (("STPhrases.txt", "STCharacters.txt"),)
    text = "被复制的头发，里面干部后来一只发展。"
    made = matcher_of.__wrapped__(files)
    assert len(list(folder.iterdir())) == 1
    kept = matcher_of.__wrapped__(files)
    assert kept.convert(text) == made.convert(text) and kept.table() == made.table()
