import html
import re
from pathlib import Path

import pytest
import yaml
from markdown_it import MarkdownIt

from digest.review import report
from digest.review.changes import compare
from digest.review.matching import differences, paired, shortened
from digest.review.texts import Publishing, read_state
from digest.text.harmless.escaping import in_markdown, plain

GOLDEN = yaml.safe_load((Path(__file__).parent / "golden" / "review.yml").read_text(encoding="utf-8"))
# As GitHub reads it: CommonMark with tables and lines through words, HTML let through.
GITHUB = MarkdownIt("commonmark").enable(["table", "strikethrough"])
HOSTILE = (
    "@octocat 请看 #12 GH-7 owner/repo#3 <script>alert(1)</script><img src=x onerror=y> [去](https://evil.example/) "
    "`code` **粗** ~~删~~ www.evil.example $x$ :bomb: | a | \\u202e\u202eabc\u200b &lt;b&gt; 0123456789abcdef"
)


def state(folder, *layers, **options):
    """The state of a docs folder with the files of every layer, the later ones over the earlier."""
    docs = folder / "docs"
    for name, text in {name: text for layer in layers for name, text in layer.items()}.items():
        if text is not None:
            (docs / name).parent.mkdir(parents=True, exist_ok=True)
            (docs / name).write_text(text, encoding="utf-8")
    return read_state(docs, Publishing(**options))


def reviewed(folder, before, after, **options):
    return compare(
        state(folder / "before", GOLDEN["shared"], before, **options),
        state(folder / "after", GOLDEN["shared"], before, after, **options),
    )


@pytest.mark.parametrize("case", GOLDEN["cases"], ids=lambda case: case["name"])
def test_the_report(case, tmp_path):
    review = reviewed(tmp_path, case.get("before", {}), case["after"])
    assert report.text(review) == case["report"]


def test_another_variant_is_told_of_too(tmp_path):
    terms = {"terms.yml": "zh-Hant-TW: {干部: 公務員}\n"}
    written = report.text(reviewed(tmp_path, {}, terms, variants=("zh-Hans", "zh-Hant", "zh-Hant-TW")))
    assert "臺灣（现在）：[公務員]發了話。" in written and "繁體（" not in written


def test_the_words_are_those_of_the_digest(tmp_path):
    terms = {"terms.yml": "zh-Hant: {干部: 公務員}\n"}
    written = report.text(reviewed(tmp_path, {}, terms, lang="zh-Hant"))
    assert written.startswith("這次改動對讀者的影響\n要看的頁面 1 · 用詞 1 · 原文沒動、轉換變了的句子 1\n")


def test_both_scripts_have_the_same_words():
    listed = [
        yaml.safe_load((Path(report.__file__).parent / f"words.{lang}.yml").read_text(encoding="utf-8"))
        for lang in ("zh-Hans", "zh-Hant")
    ]
    assert listed[0].keys() == listed[1].keys()
    assert all(listed[0][name].keys() == listed[1][name].keys() for name in ("variants", "kinds", "places"))


def hostile(folder):
    """A change in which every text that anybody may write is hostile."""
    quoted = yaml.safe_dump(HOSTILE, allow_unicode=True, width=10**6).strip()
    article = (
        f"---\ntitle: {quoted}\nlang: zh-Hans\nsummary: {quoted}\nclaims:\n  - id: c1\n    text: {quoted}\n"
        f"    holder: {quoted}\n    stance: {{{quoted}: 支持}}\n---\n{HOSTILE}。<!--c1-->\n"
    )
    road = GOLDEN["shared"]["articles/old-road.md"]
    return reviewed(
        folder,
        {"articles/old-road.md": f"{road}旧{HOSTILE}"},
        {
            "articles/bad.md": article,
            "articles/old-road.md": f"{road}新{HOSTILE}",
            "relations.yml": f"- ? bad#c1 supports old-road#c1\n  : {quoted}\n",
            "concepts.yml": f"{quoted}: [{quoted}]\n",
            "terms.yml": f"zh-Hant: {{{quoted}: {quoted}}}\n",
            f"{HOSTILE.replace('/', '')[:40]}.md": f"# {HOSTILE}\n",
        },
    )


def test_hostile_text_does_nothing_in_a_comment(tmp_path):
    written = report.markdown(hostile(tmp_path))
    assert written.count("octocat") > 10
    shown = GITHUB.render(written)
    assert set(re.findall(r"<\s*/?\s*([A-Za-z][\w-]*)", shown)) == {"h2", "h3", "p", "ul", "li", "b", "strong"}
    read = html.unescape(re.sub(r"<[^>]*>", "", shown))
    for call in (r"@\w", r"#\d", r"(?i)gh-\d", r"://", r"www\.", r"\b[0-9a-f]{7,}", "[\u202a-\u202e\u200b]"):
        assert not re.search(call, read), call
    for sign in ("`code`", "[去](", "~~", "$x$", "**粗**", ":bomb:", "| a |"):
        assert sign not in written, sign


def test_hostile_text_does_nothing_in_a_terminal():
    assert plain("a\x1b[31m\u202eb\r\nc\ufeff") == "a⟨U+001B⟩[31m⟨U+202E⟩b  c⟨U+FEFF⟩"


@pytest.mark.parametrize("text", ["- 甲", "+ 甲", "1. 甲", "12) 甲", "> 甲", "# 甲", "| 甲 |", "=== 甲", "    甲"])
def test_a_text_does_not_begin_a_block(text):
    shown = GITHUB.render(f"- {in_markdown(text).strip()}")
    assert re.findall(r"<[^>]*>", shown) == ["<ul>", "<li>", "</li>", "</ul>"]


def test_the_report_is_bounded(tmp_path):
    body = "".join(f"第{number}句{'<@' * 150}。" for number in range(300))
    review = reviewed(tmp_path, {}, {"articles/old-road.md": GOLDEN["shared"]["articles/old-road.md"] + body})
    whole = report.markdown(review, limit=10**6)
    assert len(whole) < 65_536
    assert re.search(r"另有 2\d\d 项没有列出", whole)
    assert "另有 280 项没有列出" in report.markdown(review)
    assert "另有 299 项没有列出" in report.text(review, limit=1)


def test_every_section_is_written_where_one_is_long(tmp_path):
    body = "".join(f"第{number}句{'<@' * 150}。" for number in range(300))
    review = reviewed(
        tmp_path,
        {},
        {
            "articles/old-road.md": GOLDEN["shared"]["articles/old-road.md"] + body,
            "terms.yml": "zh-Hant: {干部: 公務員}\n",
        },
    )
    assert "公務員發了話" in report.markdown(review, limit=10**6).replace("<b>", "").replace("</b>", "")


def test_sentences_are_laid_side_by_side():
    old, new = ["甲在家。", "乙去河边。", "丙睡了。"], ["新的一句。", "甲在家。", "乙去了河边。"]
    assert list(paired(old, new)) == [(None, 0), (0, 1), (1, 2), (2, None)]


def test_differences_put_together_are_the_texts():
    for old, new in (("旧桥要拆。", "旧桥应当拆。"), ("甲" * 900 + "乙", "甲" * 900 + "丙"), ("", "甲"), ("甲", "甲")):
        before, after = differences(old, new)
        assert "".join(piece.text for piece in before) == old and "".join(piece.text for piece in after) == new


def test_a_long_text_is_shortened_around_what_differs():
    _, after = differences("甲" * 300 + "乙" + "甲" * 300, "甲" * 300 + "丙" + "甲" * 300)
    assert "".join(piece.text for piece in shortened(after)) == "…" + "甲" * 40 + "丙" + "甲" * 40 + "…"
