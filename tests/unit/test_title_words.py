"""Titles break between words, in either script, and never against the rules of marks."""

import re

import pytest

from digest.pages.title_words import broken


@pytest.mark.parametrize(
    "title",
    [
        "咖啡馆越开越多，老板却说自己“从来不喜欢”喝咖啡",
        "咖啡館越開越多，老闆卻說自己「從來不喜歡」喝咖啡",
        "《反垄断法》修订草案：谁来定义“相关市场”？",
        "AI & <b>大模型</b>，5G 的下一站",
        "一",
        "",
    ],
)
def test_a_broken_title_is_the_title(title):
    made = broken(title)
    assert made.replace("<wbr>", "").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&") == title
    assert "<b>" not in made
    for before, after in re.findall(r"(.)<wbr>(.)", made):
        assert before not in "“「《（" and after not in "”」》），。：？、"


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("人工智能训练数据的版权争议", ["人工智能", "版权", "争议"]),
        ("人工智慧與著作權爭議", ["人工", "爭議"]),
        ("产业互联网是个烟雾弹", ["产业", "互联网", "烟雾弹"]),
        ("產業互聯網是個煙霧彈", ["產業", "互聯網", "煙霧彈"]),
        ("小区停车费上涨引发业主不满", ["小区", "停车费", "上涨", "业主"]),
        ("縣城的書店還開著", ["縣城", "書店"]),
    ],
)
def test_no_word_is_cut(title, words):
    parts = broken(title).split("<wbr>")
    places = {sum(map(len, parts[:number])) for number in range(len(parts))}
    for word in words:
        start = title.index(word)
        assert not places & set(range(start + 1, start + len(word))), (word, parts)
