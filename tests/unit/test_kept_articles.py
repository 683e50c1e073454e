"""Articles and concepts as read, kept by their texts, and read ahead in several processes."""

from multiprocessing import active_children

import pytest

from digest.articles.reading import read_article
from digest.files.findings import Finding
from digest.keeping.processes import FEW, can_fork, cores
from digest.keeping.store import Store
from digest.plan.concepts import read_concepts
from digest.plan.kept import article_reader, concepts_reader, packed, read_ahead, unpacked

TEXT = "---\ntitle: 桥{number}\nlang: zh-Hans\ntags: [桥, 路]\nclaims:\n  - {{id: c1, text: 桥要修。}}\n---\n桥要修。<!--c1-->\n"


def nobody(*asked):
    raise AssertionError(f"read again: {asked}")


@pytest.fixture
def docs(tmp_path):
    folder = tmp_path / "docs"
    (folder / "texts" / "sub").mkdir(parents=True)
    for name in ("a.md", "b.zh-Hant.md", "c.md", "d.txt", "sub/e.md"):
        (folder / "texts" / name).write_text(TEXT.format(number=name[0]), encoding="utf-8-sig")
    (folder / "texts" / "f.md").write_bytes("桥".encode("gbk"))
    return folder


def asked_of(name):
    return f"docs/texts/{name}.md", name.partition(".")[0], TEXT.format(number=name[0])


NAMES = ["a", "b.zh-Hant", "c"]


def test_what_was_read_comes_back_as_it_was(tmp_path):
    store = Store(tmp_path / "kept.sqlite3", "stamp")
    article, found = read_article(*asked_of("a"))
    broken = TEXT.format(number=1).replace("<!--c1-->", "")
    faulty, faults = read_article("docs/texts/a.md", "a", broken)
    assert faults and unpacked(packed((faulty, faults))) == (faulty, faults)
    assert article_reader(store, read_article)(*asked_of("a")) == (article, found)
    assert article_reader(store, nobody)(*asked_of("a")) == (article, found)
    assert article_reader(Store(None, ""), lambda *asked: (None, []))(*asked_of("a")) == (None, [])
    read_before = article_reader(
        Store(None, ""), nobody, lambda file, text: packed((None, [Finding(file, 1, text, "", "")]))
    )
    assert read_before("a.md", "a", "文") == (None, [Finding("a.md", 1, "文", "", "")])


def test_half_a_sign_is_kept_and_chinese_as_it_is_written():
    found = [Finding("a.md", 1, "told", "桥\ud83d", "", "")]
    assert unpacked(packed((None, found))) == (None, found)
    assert "桥".encode() in packed((None, found))


def test_concepts_come_back_as_they_were(tmp_path):
    store, text = Store(tmp_path / "kept.sqlite3", "stamp"), "桥: [桥, '(桥']\n路: [路]\n"
    read = concepts_reader(store)("c.yml", text)
    assert read == read_concepts("c.yml", text) == concepts_reader(store)("c.yml", text)
    assert read[1] and [each.name for each in read[0]]
    assert store.has(store.key("concepts", "c.yml", text))


@pytest.mark.skipif(not can_fork(), reason="one process does all here")
@pytest.mark.parametrize("kept", [True, False])
def test_articles_are_read_ahead_in_several_processes(docs, tmp_path, kept):
    read_here = []

    def read_one(*asked):
        read_here.append(asked)
        return read_article(*asked)

    store = Store(tmp_path / "kept.sqlite3" if kept else None, "stamp")
    read_ahead(docs, "texts", store, read_one, 2)
    assert read_here == [asked_of("a")]
    assert store.has(store.key("article", *asked_of("a"))) == kept
    later = [article_reader(store, nobody)(*asked_of(name)) for name in (NAMES if kept else NAMES[1:])]
    assert later == [read_article(*asked_of(name)) for name in (NAMES if kept else NAMES[1:])]
    store.close()


@pytest.mark.parametrize(("workers", "known"), [(1, []), (2, NAMES), (2, NAMES[:2]), (None, [])])
def test_few_texts_are_not_read_ahead(docs, tmp_path, workers, known):
    store = Store(tmp_path / "kept.sqlite3", "stamp")
    for name in known:
        article_reader(store, read_article)(*asked_of(name))
    read_ahead(docs, "texts", store, nobody, workers)
    for name in {*NAMES} - {*known}:
        assert not store.has(store.key("article", *asked_of(name)))
    store.close()


@pytest.mark.skipif(not can_fork() or cores() == 1, reason="one process does all here")
@pytest.mark.parametrize(("known", "ahead"), [(FEW, True), (FEW + 1, False)])
def test_of_less_than_half_new_texts_nothing_is_read_ahead(tmp_path, known, ahead):
    docs, store, read_here = tmp_path / "docs", Store(tmp_path / "kept.sqlite3", "stamp"), []
    (docs / "texts").mkdir(parents=True)

    def read_one(*asked):
        read_here.append(asked[1])
        return None, []

    for number in range(FEW + known):
        (docs / "texts" / f"{number:03}.md").write_text("桥", encoding="utf-8")
        if number < known:
            article_reader(store, read_one)(f"docs/texts/{number:03}.md", f"{number:03}", "桥")
    read_here.clear()
    read_ahead(docs, "texts", store, read_one, None)
    assert read_here == [f"{known:03}"] * ahead
    assert bool(active_children()) == ahead
    store.close()
    assert active_children() == []
