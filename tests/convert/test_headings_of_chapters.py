"""Long reports: chapters in bold, whose sections are counted anew in each, and a table of contents that was typed."""

import pytest

from convert.pipeline import convert

TEXT = "江边的船工们说，修船不能急，先晒，再刮，再补缝，最后才上油，一步也不能少，少一步就要返工，这是第{}回说。"
CHAPTERS = {
    "第一章 旧船从哪里来": {
        "一、上游的木头": ["（一）杉木", "（二）松木"],
        "二、下游的铁钉": ["（一）长钉", "（二）短钉"],
    },
    "第二章 旧船怎样修补": {"一、先晒": [], "二、再刮": ["（一）刮漆，也刮苔", "（二）刮泥，不刮木"], "三、补缝": []},
    "第三章 旧船往哪里去": {"一、还走上游": [], "二、进博物馆": []},
}
SECTIONS = [name for sections in CHAPTERS.values() for name in sections]
SMALLER = [name for sections in CHAPTERS.values() for names in sections.values() for name in names]


NUMBERS = iter(range(1, 1000))


def told():
    return f"<p>{TEXT.format(next(NUMBERS))}</p>"


def report(contents=True):
    listed = "".join(f"<p>{name}</p>" for chapter, names in CHAPTERS.items() for name in (f"<b>{chapter}</b>", *names))
    body = "".join(
        f"<p><b>{chapter}</b></p>{told()}"
        + "".join(
            f"<p>{name}</p>{told()}" + "".join(f"<p>{part}</p>{told()}{told()}" for part in parts)
            for name, parts in sections.items()
        )
        for chapter, sections in CHAPTERS.items()
    )
    title = "江边旧船修补报告"
    page = f"<title>{title}</title><body><h1>{title}</h1><div>{told()}{listed if contents else ''}{told()}{body}</div></body>"
    return convert(page, "x")


def heads(made):
    return [(block.level, block.text) for block in made.kept if block.kind == "heading"]


@pytest.mark.parametrize("contents", [False, True])
def test_sections_counted_anew_in_each_chapter_are_headings_below_it(contents):
    found = heads(report(contents))
    assert [text for level, text in found if level == 3] == SECTIONS
    assert {text for level, text in found if level == 4} == set(SMALLER)
    assert {text for level, text in found if level == 2} == set(CHAPTERS)


def test_what_is_counted_in_sentences_stays_text():
    points = "".join(
        f"<p><b>{name}</b></p>{told()}<p>一、{name}的船工要来，</p><p>二、木头也要来。</p>{told()}"
        for name in ("上游", "下游", "中游")
    )
    page = f"<title>江边旧船修补报告</title><body><h1>江边旧船修补报告</h1><div>{told()}{points}</div></body>"
    assert [text for _, text in heads(convert(page, "x"))] == ["上游", "下游", "中游"]
