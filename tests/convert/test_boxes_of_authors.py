"""The box below a text that tells who wrote it goes to the front matter; what only looks like one stays."""

import pytest

from convert.pipeline import convert

TITLE = "给旧渔网补一个洞"
TEXT = [
    f"旧渔网在仓库里挂了{n}年，今天终于拿出来补，补的时候剪了四段线，打了三十个结，又晒了半天。" for n in "一二三四五"
]
NOTE = "周渔做过三十年的渔夫，喜欢在岸边写字，也乐于把河上的事情慢慢地讲给后来的人听。"
BOX = [f"<p>{NOTE}</p>", "<p>■主題：渔网、旧船</p>", "<p>■連絡方式：zhouyu@example.org</p>"]


def converted(named, box=BOX, above="", behind=""):
    text = "".join(f"<p>{line}</p>" for line in TEXT)
    inner = f"{above}{text}<div class='{named}'>{''.join(box)}</div>{behind}"
    return convert(
        f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1><div>{inner}</div></body></html>", "x"
    )


@pytest.mark.parametrize(
    "named",
    ["author-info", "left author-desc", "author_box clear", "post writer-profile", "about-the-author", "AuthorBio"],
)
def test_it_is_a_note_of_the_author(named):
    found = converted(named.replace("AuthorBio", "authorbio"))
    assert NOTE not in found.markdown.split("---\n", 2)[2] and "zhouyu" not in found.markdown.split("---\n", 2)[2]
    assert NOTE in found.metadata.author_note


@pytest.mark.parametrize("named", ["authority-info", "coauthors", "text", "author", ""])
def test_what_is_named_otherwise_stays(named):
    assert NOTE in converted(named).markdown


def test_text_in_such_a_box_and_a_box_above_text_stay():
    assert all(
        line in converted("author-info", [f"<p>{line}再补一回。</p>" for line in TEXT]).markdown for line in TEXT
    )
    assert NOTE in converted("author-info", behind=f"<p>{TEXT[0][:-1]}，这是最后一回。</p>").markdown
