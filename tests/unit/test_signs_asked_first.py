"""What rules ask of a whole text before they look closely: never no where they would find something."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from digest.articles.claim_form import _NO_SIGN
from digest.checks import source
from digest.checks.rules import rendering
from digest.checks.rules.written import markup_shown, unfinished
from digest.files import damage

PIECES = st.sampled_from(
    [
        *(
            "桥",
            "。",
            "，",
            "a",
            "1",
            "12.",
            "3)",
            " ",
            "    ",
            "\t",
            "\n",
            "\n\n",
            "\r",
            "\x0b",
            "\u2028",
            "\\",
            "n",
            "*",
        ),
        *("#", "# ", "## 桥\n", "-", "- ", "+", "=", ":", "!", "?", ">", "<", "|", "`", "~", "_", "[", "]", "\\n", "&"),
        *("<!--c1-->", "<!--", "-->", "!!!", "???", ":::", "note", "> [!NOTE]", "{{", "<", ">}}", "%", "&amp;nbsp;"),
        *(
            "TODO",
            "todo：",
            "待补",
            "（此处插入图）",
            "【",
            "】",
            "Lorem ipsum",
            "xxx",
            "：",
            "<<<<<<<",
            ">>>>>>>",
            "=======",
        ),
    ]
)
TEXTS = st.lists(PIECES | st.characters(), max_size=12).map("".join)
MANY = settings(max_examples=120, deadline=None)
# Each in one pattern, with a line's beginning looked for everywhere.
SIGNS = re.compile(r"[*_~`\[\]<>|#\\]|^[ \t]|^(?:[-+=:!?]|\d{1,9}[.)])", re.MULTILINE)


@MANY
@given(TEXTS)
def test_a_chunk_has_signs_wherever_they_stand(chunk):
    assert rendering._has_any(chunk) == bool(SIGNS.search(chunk))


@MANY
@given(TEXTS)
def test_notes_to_oneself_are_found_at_the_beginning_of_any_line(text):
    own, anywhere = unfinished._IN_TEXT
    at_lines = re.compile(own.pattern.replace("\\n(", "^(", 1), own.flags)
    assert [match.start() for match in own.finditer(f"\n{text}")] == [
        match.start() for match in at_lines.finditer(text)
    ]
    read = source.Source("a.md", "a.md", text, is_article=False)
    body = list(unfinished.check(read))
    assert len(body) == sum(1 for pattern in (at_lines, anywhere) for _ in pattern.finditer(read.prose))


@MANY
@given(TEXTS)
def test_what_other_programs_read_has_its_signs(text):
    for pattern, signs, _ in markup_shown._OTHERS:
        assert any(sign in text for sign in signs) or not pattern.search(text)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(markup_shown._OTHERS).flatmap(lambda each: st.tuples(st.just(each), st.from_regex(each[0]))))
def test_every_match_of_what_other_programs_read_has_its_signs(matched):
    (_, signs, _), text = matched
    assert any(sign in text for sign in signs)


@MANY
@given(TEXTS)
def test_only_a_line_with_such_blanks_is_indented(text):
    lines = text.splitlines(keepends=True)
    assert source._may_be_indented(text) or not any(source._INDENTED.match(line) for line in lines)


@MANY
@given(TEXTS)
def test_a_conflict_is_looked_for_where_a_line_begins_with_its_marker(text):
    assert bool(damage._MARKER.search(f"\n{text}")) == bool(re.search(r"^[<>]{7}(?:[ \t]|$)", text, re.MULTILINE))


@MANY
@given(TEXTS)
def test_the_signs_of_a_claim_are_its_letters_and_digits(text):
    assert _NO_SIGN.sub("", text) == "".join(sign for sign in text if sign.isalnum())
