"""The rule files: each pattern is tried by itself when they are read, and no line, whatever its shape, stops a page."""

import re
import string

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from convert.clean.boilerplate import remove_boilerplate
from convert.errors import ConvertError
from convert.evidence.fields import bylines, unlabelled
from convert.evidence.fields.names import self_named_medium, signature, split_names
from convert.evidence.fields.outlet import printed_source
from convert.page import Block, Span
from convert.pipeline import convert
from convert.rules import tables
from convert.rules.tables import (
    is_label,
    is_repost,
    joined,
    lead_label,
    line_rule,
    line_rules,
    pattern,
    patterns,
    rule_for,
    table,
)
from convert.rules.words import needed
from convert.text.characters import folded
from convert.text.days import iso_day

WAYS = [
    *(bylines.labelled, bylines.dispatch, bylines.reporters, signature, bylines.biography, unlabelled.bare_name),
    *(
        unlabelled.name_and_outlet,
        unlabelled.beside_day,
        unlabelled.before_role,
        lambda line: self_named_medium([line, line]),
        split_names,
    ),
    *(iso_day, printed_source, rule_for, is_repost, lead_label, lambda line: is_label(line, "related")),
    *(lambda line: is_label(line, "comments"), lambda line: is_label(line, "loose_related")),
]


def words():
    """Every word that a rule is made of: lines are put together from them, so that each rule is met half-way."""
    found = set()
    for name in ("lines", "metadata", "captions", "html"):
        for run in re.findall("[\u4e00-\u9fff]{1,6}", yaml.safe_dump(table(name), allow_unicode=True)):
            found.add(run)
    return sorted(found)


WORDS = words()
MARKS = [
    *"：:／/|｜丨（）()【】〔〕[]，。、；！？“”「」《》·—…-_ \u3000\t\n0123456789年月日",
    "2021-03-04",
    "12:30",
    "http://e.example/",
    "by ",
]
PIECES = (
    st.sampled_from(WORDS)
    | st.sampled_from(MARKS)
    | st.text(string.ascii_letters, min_size=1, max_size=6)
    | st.text(max_size=3)
)
LINES = st.lists(PIECES, max_size=14).map("".join)
FULL = settings(max_examples=150, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))


@FULL
@given(LINES)
def test_every_rule_reads_every_line(line):
    for way in WAYS:
        way(line)


@FULL
@given(
    st.lists(
        st.tuples(st.sampled_from(["paragraph", "heading", "item", "quote", "caption", "lead"]), LINES), max_size=12
    )
)
def test_every_block_is_kept_or_removed_with_a_reason(parts):
    blocks = tuple(Block(kind, (Span(line.replace("\n", " ").strip()),), level=1) for kind, line in parts)
    selection = remove_boilerplate(blocks, "渡口的旧账本")
    assert sorted([*selection.kept, *(r.index for r in selection.removed)]) == list(range(len(blocks)))
    assert all(removed.reason for removed in selection.removed)


PROSE = "".join(
    f"<p>第{n}天的日记写在旧账本的背面，说河里的冰已经化开，渡口重新热闹起来，卖鱼的人天不亮就到了。</p>"
    for n in "一二三四"
)
TAGS = st.sampled_from(
    ["p", "div", "b", "h2", "li", "td", "pre", "section", "form", "span", "blockquote", "mp-x", "table", "code"]
)


@FULL
@given(st.lists(st.tuples(TAGS, LINES), max_size=8), st.booleans())
def test_no_line_beside_an_article_stops_its_page(parts, below):
    import html

    extra = "".join(f"<{tag}>{html.escape(line)}</{tag}>" for tag, line in parts)
    body = f"<h1>渡口的旧账本</h1>{'' if below else extra}{PROSE}{extra if below else ''}"
    article = convert(f"<html><head><title>渡口的旧账本</title></head><body>{body}</body></html>", "seeds/page.html")
    assert "第一天的日记" in article.markdown and "第四天的日记" in article.markdown


def test_every_list_of_patterns_can_be_read_one_by_one():
    for name, keys in {
        "html": ("title", "lead", "caption", "hidden", "comment_buttons", "account", "byline", "container", "code_box"),
        "metadata": ("reporter", "signature", "biography", "source", "dispatch", "places", "surnames", "no_author"),
        "captions": ("captions", "closing_headings"),
        "lines": ("related", "loose_related", "comments", "also_sections", "lead_labels"),
    }.items():
        for key in keys:
            assert patterns(name, key) and pattern(name, key)
    assert line_rules()


def taking(key):
    """The rules that take a folded line, each asked."""
    return tuple(
        rule for rule in line_rules() if any(map(str.isalnum, key)) and rule.takes(key) and len(key) <= rule.most
    )


EXAMPLES = [folded(entry["takes"]) for group in table("lines")["groups"] for entry in group["patterns"]]


@FULL
@given(LINES | st.tuples(LINES, st.sampled_from(EXAMPLES), LINES).map("".join))
def test_the_words_of_a_line_tell_which_rules_may_take_it(line):
    assert tables._matching(folded(line)) == taking(folded(line))


def test_every_example_has_the_words_that_its_rules_need():
    for line in EXAMPLES:
        assert tables._matching(line) == taking(line)


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("^旧船$", {"旧船"}),
        ("旧(船头|江边)新", {"江边", "船头"}),
        ("(?:旧船|)新", {"新"}),
        ("旧船?新人", {"新人"}),
        ("旧?(江边)*", set()),
        ("(江边){2,3}", {"江边"}),
        (r"[新旧].\d", {"新", "旧"}),
        (r"[^新]|旧", set()),
        ("(?!旧船).|(?<=江).", set()),
        ("(?>旧船)新++", {"旧船"}),
        ("(?i:a)船", {"船"}),
        (r"旧船|\W", set()),
    ],
)
def test_what_a_pattern_needs_is_in_each_of_its_matches(pattern, words):
    assert set(needed(pattern)) == words


ONE_BY_ONE = [each for rule in line_rules() for each in rule.patterns]


@FULL
@given(st.sampled_from(ONE_BY_ONE).flatmap(lambda each: st.tuples(st.just(each), st.from_regex(each))))
def test_no_match_of_a_rule_is_without_its_words(matched):
    words, line = needed(matched[0]), matched[1]
    assert not words or any(word in line for word in words)


def test_a_rule_takes_what_its_patterns_match_however_they_are_grouped():
    groups = table("lines")["groups"]
    examples = EXAMPLES
    # Behind other words an anchored pattern takes nothing, and one that is looked for anywhere still does.
    lines = [*examples, *(f"旧船在江边。{each}" for each in examples)]
    for group in [*groups, {**SOUND, "patterns": [{"match": "^旧船|新船", "takes": "新船"}]}]:
        rule, whole = line_rule(group), joined([entry["match"] for entry in group["patterns"]])
        assert [rule.takes(line) for line in lines] == [bool(whole.search(line)) for line in lines], rule.reason


SOUND = {"reason": "x", "leaves": "这是一句话。", "patterns": [{"match": "^旧船$", "takes": "旧船"}]}


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"patterns": [{"match": "旧船|(", "takes": "旧船"}]}, "is no pattern"),
        ({"patterns": [{"match": "^新船$", "takes": "旧船"}]}, "does not take"),
        ({"patterns": [{"match": "船|一", "takes": "旧船"}]}, "which is text"),
        ({"patterns": [{"match": "旧|", "takes": "旧船"}]}, "which is text"),
        ({"patterns": ["旧船"]}, "`takes`"),
        ({"patterns": []}, "no patterns"),
        ({"leaves": ""}, "no line that they leave"),
        ({"where": "middle"}, "where: any"),
        ({"whre": "any"}, "keys"),
        ({"action": "keep"}, "keys"),
    ],
)
def test_a_rule_that_is_not_sound_is_said(change, said):
    assert line_rule(SOUND).reason == "x"
    with pytest.raises(ConvertError, match="group 'x'") as fault:
        line_rule({**SOUND, **change})
    assert said in str(fault.value)
