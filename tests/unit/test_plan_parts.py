"""Parts of the plan by themselves: slugs, circles of relations, what is published, decisions; each fault told whole."""

from dataclasses import replace

import pytest

from digest.articles.article import Article, Summary
from digest.files.findings import Finding
from digest.plan.feed_list import read_feeds
from digest.plan.publication import published
from digest.plan.relations import Relation, circles
from digest.plan.site_plan import SitePlan, is_data_file
from digest.plan.subjects.entries import LONGEST, Slugs, slugs
from digest.plan.suggestions import SuggestionEntry, bare, read_suggestions


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("产业互联网", "chan-ye-hu-lian-wang"),
        ("產業互聯網", "chan-ye-hu-lian-wang"),
        ("SaaS 平台", "saas-ping-tai"),
        ("５Ｇ", "5g"),
        ("重慶", "chong-qing"),
        ("-{桥", "qiao"),
        # A name is no markup for variants.
        ("-{zh-hans:甲;zh-hant:乙}-", "zh-hans-jia-zh-hant-yi"),
        ("a/b_c", "a-b-c"),
        ("--x--", "x"),
        ("！！", "x"),
        ("", "x"),
        ("橋" * 99, "-".join(["qiao"] * ((LONGEST + 1) // 5))),
        ("a" * LONGEST, "a" * LONGEST),
        ("a" * LONGEST + "桥", "a" * LONGEST),
    ],
)
def test_a_name_has_its_part_of_an_address(name, slug):
    made = Slugs()
    assert (made[name], made[name], dict(made)) == (slug, slug, {name: slug})


def test_names_that_sound_alike_are_told_apart_once_each():
    named = [("a", "权力"), ("b", "权利"), ("a", "权力"), ("c", "全力"), ("d", "桥")]
    assert slugs(named) == {"a": "quan-li", "b": "quan-li-2", "c": "quan-li-3", "d": "qiao"}


def test_claims_that_go_further_than_each_other_are_a_circle():
    steps = [("a#c1", "b#c1", 3), ("b#c1", "c#c1", 4), ("b#c1", "d#c1", 5), ("c#c1", "e#c1", 6), ("e#c1", "a#c1", 7)]
    assert list(circles("r.yml", steps)) == [
        Finding(
            "r.yml",
            7,
            "relation-circle",
            "e#c1 goes further than a#c1 than b#c1 than c#c1 than e#c1: a circle",
            "one direction; or same-topic where neither goes further",
            "- e#c1 same-topic a#c1: 都谈同一件事",
        )
    ]


def test_a_circle_is_found_on_whichever_way_it_is():
    steps = [("b#c1", "x#c1", 1), ("a#c1", "b#c1", 2), ("a#c1", "y#c1", 3), ("y#c1", "z#c1", 4), ("z#c1", "a#c1", 5)]
    [found] = circles("r.yml", steps)
    assert (found.line, found.message) == (5, "z#c1 goes further than a#c1 than y#c1 than z#c1: a circle")


def article(slug, **given):
    return Article(slug, f"{slug}.md", "zh-Hans", "桥", "全文。\n", 3, Summary("", ""), **given)


def test_of_a_digest_nothing_but_marked_sentences_is_published_in_any_variant():
    written = article("a", excerpts=("壹。",))
    both = article("a", publish="digest", excerpts=("一。", "二。"), by_hand={"zh-Hant": written})
    plan = published(SitePlan({"a": both, "b": article("b"), "c": article("c", rights="禁止转载")}, []), "digest")
    assert plan.articles["a"].body == "> 一。\n\n> 二。\n"
    assert plan.articles["a"].by_hand["zh-Hant"].body == "> 壹。\n"
    assert {slug: each.publish for slug, each in plan.articles.items()} == {"a": "digest", "b": "full", "c": "digest"}
    assert plan.articles["a"].by_hand["zh-Hant"].publish == "digest" and plan.articles["b"].body == "全文。\n"


def test_rules_for_conversion_stand_once_each_above_what_is_published_of_a_text():
    held = '<span translate="no"{} data-hold="{}">桥</span>'
    body = "全".join(held.format(beside, rule) for beside, rule in (("", "a"), (' id="x"', "b"), ("", "a")))
    one, other = (f'<span translate="no" data-hold="{rule}"></span>' for rule in "ab")
    ruled = replace(article("a", publish="digest", excerpts=("一。",)), body=body)
    plan = published(SitePlan({"a": ruled}, []), "full")
    assert plan.articles["a"].body == f"{one}{other}\n\n> 一。\n"


@pytest.mark.parametrize(
    ("name", "is_one"),
    [
        ("relations.yml", True),
        ("terms/shop.yml", True),
        ("terms/a/shop.yml", False),
        ("terms/shop.md", False),
        ("a/relations.yml", False),
        ("index.md", False),
    ],
)
def test_the_curators_files_are_known_by_their_places(name, is_one):
    assert is_data_file(name) == is_one


def test_feeds_are_read_each_once_and_what_is_none_is_told_whole():
    listed = "a list of addresses of feeds or OPML lists, each beginning with http:// or https://"
    example, long = "- https://example.org/feed.xml", "ftp://" + "a" * 90
    text = f"- https://a.b/c\n- http://a.b/c\n- 3\n- {long}\n- https://a.b/c\n- http://a b\n- http:a\n"
    form, twice = ("feeds-form", listed, example), ("feeds-doubled", "each address once", example)
    faults = [
        (3, "'3' came", form),
        (4, f"{long[:80]!r} came", form),
        (5, "https://a.b/c stands twice", twice),
        (6, "'http://a b' came", form),
        (7, "'http:a' came", form),
    ]
    assert read_feeds("f.yml", text) == (
        ["https://a.b/c", "http://a.b/c"],
        [Finding("f.yml", line, code, came, *allowed) for line, came, (code, *allowed) in faults],
    )
    assert read_feeds("f.yml", "a: b\n") == ([], [Finding("f.yml", 1, "feeds-yaml", "a dict came", "a list", example)])
    [wrong] = read_feeds("f.yml", "- [\n")[1]
    assert (wrong.file, wrong.code, wrong.allowed, wrong.example) == ("f.yml", "feeds-yaml", listed, example)


KNOWN = {"a#c1": 1, "b#c1": 1}, {"a": 1}
EXAMPLE = "- suggest: one-article#c1 ? other-article#c4"
NO = "no, false, 不要, 不采纳, "
FIELDS = "suggest, refused, decide, reason, score, concepts, first, maybe, because, one, other, text, holder, sentence"
EITHER = "suggest: or refused:, then two claims or an article"
PAIR = "two claims with ? between them, or an article with its sentence"
FAULTS = [
    (
        "- suggest: a#c1 ? b#c1\n  decide: 也许",
        (
            1,
            "suggestion-decide",
            "decide: 也许 came",
            f"{NO}supports, disputes, extends, same-topic, extended-by, 印证, 相左, 推进, 后续, 同题",
            "decide: supports",
        ),
    ),
    (
        "- suggest: a\n  sentence: 桥。\n  decide: 3",
        (1, "suggestion-decide", "decide: 3 came", f"{NO}yes, true, 要, 采纳", "decide: yes"),
    ),
    ("- suggest: a#c1 ? b#c1\n  colour: 3", (1, "suggestion-form", "unknown key colour", FIELDS, EXAMPLE)),
    ("- suggest: a#c1 ? b#c1 ? a#c1", (1, "suggestion-form", "'a#c1 ? b#c1 ? a#c1' came", PAIR, EXAMPLE)),
    ("- suggest: a", (1, "suggestion-form", "'a' came", PAIR, EXAMPLE)),
    ("- 3", (1, "suggestion-form", "3 came", EITHER, EXAMPLE)),
    ("- suggest: a\n  refused: a", (1, "suggestion-form", "{'suggest': 'a', 'refused': 'a'} came", EITHER, EXAMPLE)),
    (
        "- suggest: a#c2 ? b#c1",
        (1, "suggestion-unknown", "there is no a#c2", "what is in the digest; nearest: a#c1, b#c1", EXAMPLE),
    ),
    ("- refused: lost ? b#c1", (1, "suggestion-unknown", "there is no lost", "what is in the digest", EXAMPLE)),
    (
        "- suggest: a#c1 ? b#c1\n  reason: x\n  reason: y",
        (3, "suggestion-doubled", "reason stands twice in one entry", "each key once"),
    ),
    (
        "- suggest: a#c1 ? b#c1\n- refused: b#c1 ? a#c1",
        (2, "suggestion-doubled", "the same stands on line 1", "each suggestion once"),
    ),
]


@pytest.mark.parametrize(("text", "fault"), FAULTS, ids=[text.partition("\n")[0] for text, _ in FAULTS])
def test_a_fault_of_a_suggestion_is_told_whole(text, fault):
    read, found = read_suggestions("s.yml", text + "\n", *KNOWN)
    assert found == [Finding("s.yml", *fault)]
    assert [each for each in read.entries if each.decision] == []


def test_entries_are_read_whole():
    text = "- suggest: a\n  sentence: 3\n  text: ' 桥  要\n    修'\n# c\n\n- suggest: b#c1 ? a#c1\n  decide: ' 印證'\n"
    read, found = read_suggestions("s.yml", text + "- refused: lost ? x\n", *KNOWN, unread=["lost"])
    assert found == []
    assert read.entries == (
        SuggestionEntry(1, 4, False, "", article="a", sentence="3", text="桥 要 修"),
        SuggestionEntry(7, 8, False, "supports", claims=("b#c1", "a#c1")),
    )
    assert read_suggestions("s.yml", "- refused: lost#c1 ? x\n", *KNOWN, unread=["lost"])[1] == []
    assert bare("「橋」，ＡＢ c。") == "桥abc"


def test_a_pair_that_is_refused_and_drawn_is_told_whole():
    drawn = [Relation("b#c1", "a#c1", "disputes", "由", 7)]
    came = "a#c1 and b#c1 are refused here and drawn on line 7 of relations.yml"
    found = [Finding("s.yml", 1, "suggestion-drawn", came, "one of the two")]
    assert read_suggestions("s.yml", "- refused: a#c1 ? b#c1\n", *KNOWN, drawn)[1] == found
    assert read_suggestions("s.yml", "- suggest: a#c1 ? b#c1\n  decide: no\n", *KNOWN, drawn)[1] == found
    assert read_suggestions("s.yml", "- suggest: a#c1 ? b#c1\n", *KNOWN, drawn)[1] == []


def test_what_is_no_list_of_suggestions_is_told_whole():
    listed = "the list that `digest suggest` writes"
    [wrong] = read_suggestions("s.yml", "- [\n", *KNOWN)[1]
    assert (wrong.file, wrong.code, wrong.allowed, wrong.example) == ("s.yml", "suggestions-yaml", listed, EXAMPLE)
    assert read_suggestions("s.yml", "a: b\n", *KNOWN)[1] == [
        Finding("s.yml", 1, "suggestions-yaml", "a dict came", "a list", EXAMPLE)
    ]


@pytest.mark.parametrize(
    ("behind", "end"), [("", 5), ("\n", 5), ("\n\n", 5), ("  # c\n\n # d\n\n", 5), ("#c\n  decide: ''\n", 7)]
)
def test_an_entry_ends_before_the_comments_and_blanks_behind_it(behind, end):
    entry = "- suggest: a\n  sentence: 桥。\n  holder: 甲\n  text: 乙\n  reason: 丙\n"
    read, found = read_suggestions("s.yml", entry + behind, *KNOWN)
    assert found == []
    assert read.entries == (SuggestionEntry(1, end, False, "", (), "a", "桥。", "乙", "甲", "丙"),)
    after = read_suggestions("s.yml", f"{entry}{behind}- refused: a#c1 ? b#c1\n  decide: 也许\n", *KNOWN)
    assert after[1] == [] and [each.end for each in after[0].entries] == [end, 7 + behind.count("\n")]
