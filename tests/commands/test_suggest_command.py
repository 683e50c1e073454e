"""digest suggest, as a curator runs it: on a folder of articles."""

import pytest
import yaml

from digest.__main__ import main

HEAD = "---\ntitle: {title}\nlang: zh-Hans\nauthor: [{author}]\nsite: 桥报\n{claims}---\n\n{body}\n"
ARTICLES = {
    "stone-bridge": HEAD.format(
        title="石桥",
        author="陈石",
        claims="claims:\n  - {id: c1, text: 渡船终将被桥淘汰。}\n",
        body="渡船终将被桥淘汰，过河的人不再等船。<!--c1-->",
    ),
    "old-ferry": HEAD.format(
        title="旧渡",
        author="李木",
        claims="claims:\n  - {id: c1, text: 渡船不会消亡。}\n",
        body="有人说渡船会消亡，过河的人却越来越多。<!--c1-->",
    ),
    "toll": HEAD.format(
        title="过桥钱",
        author="王安",
        claims="",
        body="去年来了12个人。我认为，修桥的关键不在石头，而在过桥的人愿意出钱，收钱不能只靠一家。大家点头。天黑了。",
    ),
}
CONCEPTS = "新旧更替: [淘汰, 消亡]\n修桥: [修桥, 过河]\n过桥钱: [出钱, 收钱]\n"


@pytest.fixture
def docs(tmp_path):
    (tmp_path / "docs/articles").mkdir(parents=True)
    for slug, text in ARTICLES.items():
        (tmp_path / f"docs/articles/{slug}.md").write_text(text, encoding="utf-8")
    (tmp_path / "docs/concepts.yml").write_text(CONCEPTS, encoding="utf-8")
    (tmp_path / "docs/relations.yml").write_text("# 关系\n", encoding="utf-8")
    return tmp_path / "docs"


def run(docs, *options):
    return main(["suggest", "--docs", str(docs), *options])


def suggested(docs):
    return yaml.safe_load((docs / "suggestions.yml").read_text(encoding="utf-8"))


def decide(docs, head, word):
    path = docs / "suggestions.yml"
    before, found, after = path.read_text(encoding="utf-8").partition(f"- suggest: {head}\n  decide:")
    assert found
    path.write_text(f"{before}{found} {word}{after}", encoding="utf-8")


PAIR = "stone-bridge#c1 ? old-ferry#c1"


def pair(docs):
    return next(entry["suggest"] for entry in suggested(docs) if "?" in entry["suggest"])


def test_claims_and_relations_are_suggested_with_score_concepts_and_sentences(docs, capsys):
    assert run(docs) == 0
    claim, relation = suggested(docs)
    assert claim["suggest"] == "toll" and claim["decide"] is None and "修桥的关键" in claim["sentence"]
    assert claim["text"] == "修桥的关键不在石头，而在过桥的人愿意出钱，收钱不能只靠一家。"
    assert set(claim["concepts"]) == {"修桥", "过桥钱"} and 0 < claim["score"] < 1
    assert set(relation["suggest"].split(" ? ")) == {"stone-bridge#c1", "old-ferry#c1"}
    assert relation["concepts"] and relation["score"] > 0 and relation["reason"].startswith("都谈")
    assert {relation["one"], relation["other"]} == {
        "陈石：渡船终将被桥淘汰，过河的人不再等船。",
        "李木：渡船不会消亡。（原句：有人说渡船会消亡，过河的人却越来越多。）",
    }
    assert "1 claims in 1 articles, 1 relations" in capsys.readouterr().err


def test_a_second_run_adds_nothing_and_keeps_what_a_curator_wrote(docs):
    run(docs)
    path = docs / "suggestions.yml"
    path.write_text(path.read_text(encoding="utf-8") + "\n# 下周再看\n", encoding="utf-8")
    before = path.read_bytes()
    assert run(docs) == 0
    assert path.read_bytes() == before


def test_the_same_run_writes_the_same_file(docs):
    run(docs)
    first = (docs / "suggestions.yml").read_bytes()
    (docs / "suggestions.yml").unlink()
    run(docs)
    assert (docs / "suggestions.yml").read_bytes() == first


def test_what_is_accepted_is_carried_out_and_what_is_refused_remembered(docs, capsys):
    run(docs)
    head = pair(docs)
    decide(docs, "toll", "yes")
    decide(docs, head, "no")
    assert run(docs, "--apply") == 0
    toll = (docs / "articles/toll.md").read_text(encoding="utf-8")
    assert "只靠一家。<!--c1-->大家点头。" in toll and "claims:\n  - id: c1\n    text: 修桥的关键" in toll
    assert suggested(docs) == [{"refused": head}]
    assert (docs / "relations.yml").read_text(encoding="utf-8") == "# 关系\n"
    assert main(["check", "--docs", str(docs)]) == 0
    run(docs)
    assert [entry for entry in suggested(docs) if head in entry.values()] == [{"refused": head}]


def test_an_accepted_relation_is_drawn(docs):
    run(docs)
    head = pair(docs)
    decide(docs, head, "相左")
    assert run(docs, "--apply") == 0
    a, b = head.split(" ? ")
    text = (docs / "relations.yml").read_text(encoding="utf-8")
    assert text.startswith(f"# 关系\n- {a} disputes {b}: 都谈")
    run(docs)
    assert not [entry for entry in suggested(docs) if "?" in entry["suggest"]]


def test_a_pair_that_is_kept_apart_is_not_suggested(docs):
    (docs / "relations.yml").write_text("- old-ferry#c1 unrelated stone-bridge#c1: 说的不是一回事\n", encoding="utf-8")
    run(docs)
    assert [entry["suggest"] for entry in suggested(docs)] == ["toll"]


def test_only_the_articles_named_are_looked_at(docs):
    assert run(docs, "old-ferry", str(docs / "articles/stone-bridge.md")) == 0
    assert ["?" in entry["suggest"] for entry in suggested(docs)] == [True]


def test_a_dry_run_writes_nothing(docs, capsys):
    assert run(docs, "--dry-run") == 0
    assert "- suggest: toll\n" in capsys.readouterr().out and not (docs / "suggestions.yml").exists()


def test_what_cannot_be_carried_out_is_said_and_stays(docs, capsys):
    run(docs)
    decide(docs, "toll", "yes")
    path = docs / "articles/toll.md"
    path.write_text(path.read_text(encoding="utf-8").replace("收钱不能", "收费不能"), encoding="utf-8")
    before = path.read_bytes()
    assert run(docs, "--apply") == 1
    assert "suggestions.yml:" in (out := capsys.readouterr().out) and "suggestion-sentence" in out
    assert path.read_bytes() == before and any(entry.get("decide") is True for entry in suggested(docs))


def test_nothing_is_done_in_a_digest_with_faults(docs, capsys):
    (docs / "suggestions.yml").write_text(
        "- suggest: toll\n  decide: perhaps\n  sentence: 天黑了。\n", encoding="utf-8"
    )
    assert run(docs) == 1
    assert "suggestion-decide" in capsys.readouterr().out


@pytest.mark.parametrize("wrong", [["no-such-article"], ["--limit", "0"], ["--docs", "nowhere"]])
def test_wrong_use_ends_with_two(docs, wrong, capsys):
    with pytest.raises(SystemExit) as ended:
        run(docs, *wrong)
    assert ended.value.code == 2 and "example" in capsys.readouterr().err


def test_an_article_already_begun_gets_the_claims_that_it_lacks(docs):
    path = docs / "articles/stone-bridge.md"
    more = "\n\n我认为，修桥的关键不是石头，而是过河的人愿意出钱，这才是根本。桥上风大。桥下水急。天黑以后没有灯。"
    path.write_text(path.read_text(encoding="utf-8").rstrip("\n") + more + "\n", encoding="utf-8")
    run(docs, "stone-bridge")
    found = [entry["text"] for entry in suggested(docs) if entry["suggest"] == "stone-bridge"]
    assert found == ["修桥的关键不是石头，而是过河的人愿意出钱，这才是根本。"]


STANCES = [
    ("{新旧更替: 支持}", "{新旧更替: 怀疑}", "disputes", "不同的人可能相左"),
    ("{新旧更替: 支持}", "{新舊更替: 有條件支持}", "supports", "这里还没有和别人相遇的声音"),
    ("{}", "{}", "supports", "这里还没有和别人相遇的声音"),
]


@pytest.mark.parametrize(("one", "other", "kind", "first"), STANCES)
def test_a_relation_has_a_likely_kind_that_decides_nothing(docs, one, other, kind, first):
    for slug, stance in (("stone-bridge", one), ("old-ferry", other)):
        path = docs / f"articles/{slug}.md"
        path.write_text(path.read_text(encoding="utf-8").replace("。}", f"。, stance: {stance}}}"), encoding="utf-8")
    run(docs)
    [entry] = [each for each in suggested(docs) if "?" in each["suggest"]]
    assert (entry["maybe"], entry["first"], entry["decide"]) == (kind, first, None)
    assert "%" in entry["because"]
    before = (docs / "relations.yml").read_text(encoding="utf-8")
    assert run(docs, "--apply") == 0
    assert (docs / "relations.yml").read_text(encoding="utf-8") == before


def test_what_matters_most_comes_first(docs):
    text = HEAD.format(
        title="新渡",
        author="赵川",
        claims="claims:\n  - {id: c1, text: 渡船不会消亡，过河的人会更多。, stance: {新旧更替: 反对}}\n",
        body="渡船不会消亡，过河的人会更多。<!--c1-->",
    )
    (docs / "articles/new-ferry.md").write_text(text, encoding="utf-8")
    path = docs / "articles/stone-bridge.md"
    path.write_text(path.read_text(encoding="utf-8").replace("。}", "。, stance: {新旧更替: 支持}}"), encoding="utf-8")
    run(docs)
    pairs = [each for each in suggested(docs) if "?" in each["suggest"]]
    assert pairs[0]["maybe"] == "disputes" and set(pairs[0]["suggest"].split(" ? ")) == {
        "stone-bridge#c1",
        "new-ferry#c1",
    }
    assert any(each["score"] > pairs[0]["score"] for each in pairs[1:])


def test_an_article_with_as_many_claims_as_are_offered_is_only_looked_at_when_named(docs):
    articles = docs / "articles"
    said = "石桥怕水|木桥怕火|竹桥怕虫|铁桥怕锈|浮桥怕风|吊桥怕断|廊桥怕雷|独木桥怕滑".split("|")
    said = [f"{each}，{number}年就要重修。" for each, number in zip(said, "三四五六七八九十", strict=True)]
    claims = "".join(f"  - {{id: c{n}, text: {each}}}\n" for n, each in enumerate(said, 1))
    body = "\n\n".join(f"{each}<!--c{n}-->" for n, each in enumerate(said, 1))
    more = "镇上的钱应当由商贩来出，而不是农户，这才是公平的根本。"
    (articles / "done.md").write_text(
        f"---\ntitle: 八座桥\nlang: zh-Hans\nauthor: [李石]\nclaims:\n{claims}---\n\n{body}\n\n{more}\n",
        encoding="utf-8",
    )
    run(docs)
    assert more not in [entry.get("text") for entry in suggested(docs)]
    run(docs, "done")
    assert more in [entry.get("text") for entry in suggested(docs)]
