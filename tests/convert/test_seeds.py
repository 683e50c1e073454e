"""The five raw pages of the project, end to end: facts an editor can check by eye."""

import re
from functools import cache
from pathlib import Path

import pytest
import yaml

from convert.formats.charset import decode
from convert.pipeline import convert

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
NUMBERS = ["000", "001", "002", "003", "004"]
HALF_WIDTH = re.compile(r"[\u4e00-\u9fff”」』》%][,;:?!](?=\s*[\u4e00-\u9fff“「『《0-9A-Za-z])")


@cache
def article(number):
    (path,) = SEEDS.glob(f"{number}_*.txt")
    return convert(decode(path.read_bytes()), f"seeds/{path.name}")


def parts(number):
    _, front, body = article(number).markdown.split("---\n", 2)
    return yaml.safe_load(front), body


def headings(number):
    return re.findall(r"(?m)^#+ .*$", parts(number)[1])


def reasons(number):
    return {removed.reason for removed in article(number).removed}


@pytest.mark.parametrize("number", NUMBERS)
def test_no_half_width_marks_between_chinese(number):
    assert not HALF_WIDTH.search(parts(number)[1])


@pytest.mark.parametrize("number", NUMBERS)
def test_title_is_not_in_the_body(number):
    front, body = parts(number)
    assert front["title"] not in body.split("\n")


@pytest.mark.parametrize("number", NUMBERS)
def test_no_heading_of_level_one_and_no_html(number):
    body = parts(number)[1]
    assert not re.search(r"(?m)^# ", body)
    assert not re.search(r"</?[a-z]|<!--|\*\*\*\*", body)


def test_000_traditional_with_its_own_quotes():
    front, body = parts("000")
    assert front["lang"] == "zh-Hant"
    assert "“產業互聯網”" in body and "「" not in body
    assert "分享到" not in body and "相關文章" not in body
    assert {"title repeated", "share bar", "related articles"} <= reasons("000")
    assert "author" not in front


def test_001_author_and_no_teasers():
    front, body = parts("001")
    assert front["author"] == ["孟永辉"]
    assert "辉常观察" not in body and "—完—" not in body and "(0)" not in body
    assert body.rstrip().endswith("或许才能真正从理想照进现实。")
    assert {"byline", "end mark", "related articles"} <= reasons("001")


def test_002_true_author_wins_over_reposter():
    front, body = parts("002")
    assert front["author"] == ["孟永辉"]
    assert front["via"] == {"name": "币圈吴彦祖", "url": "https://www.kaixuan.pro/news/368974/"}
    assert front["site"] == "人人都是产品经理"
    assert front["rights"] == "本文原创发布于人人都是产品经理，未经许可，禁止转载"
    assert front["image_credit"] == "题图来自Unsplash，基于CC0协议"
    assert front["lead"].startswith("产业互联网是基于") and front["lead"].endswith("一起来看看~")
    assert front["author_note"].startswith("孟永辉，微信公众号：menglaoshi007")
    assert headings("002") == [
        "## 01 赋能不是建构中心，而是化整为零",
        "## 02 消费升级不是终极目的，消费平权才是",
        "## 03 互联网不是核心，产业才是",
        "## 04 结语",
    ]
    assert "编辑导读" not in body and "吴彦祖" not in body


def test_003_feed_dump():
    front, body = parts("003")
    assert front["author"] == ["孟永辉"]
    assert front["date"] == "2021-09-30"
    assert front["site"] == "人人都是产品经理"
    assert headings("003") == ["## 01", "## 02", "## 03", "## 04"]
    assert "![](http://image.woshipm.com/wp-files/2021/09/P23eUlL2BqEwgxdcgs77.jpg)" in body
    assert "**当产业互联网的概念被提出的时候，S2B的商业模式被奉若圭臬，跟风者甚众。**" in body
    assert "打赏" not in body and "专栏作家" not in body


def test_004_numbered_heads_quotations_and_captions():
    front, body = parts("004")
    assert headings("004")[0] == "## 01 从朋友，变成更好的朋友"
    assert headings("004")[-1] == "## 结尾" and len(headings("004")) == 7
    assert body.lstrip().startswith("腾讯用什么拥抱产业互联网？")
    assert len(re.findall(r"(?m)^> 「", body)) == 7
    assert "今年1月至5月" in body and "2019年5月" in body and "。。" not in body and "。」。" not in body
    assert "抗疫催生了虚拟营业厅等多种数字经济新业态" not in body
    captions = [r.block.text for r in article("004").removed if r.reason == "caption of a lost picture"]
    assert captions == ["东华云计算和东华智慧城市集团董事长兼CEO郭浩哲", "抗疫催生了虚拟营业厅等多种数字经济新业态"]
    assert {"breadcrumb", "disclaimer"} <= reasons("004")
    assert front["author"] == ["周天财经"]


@pytest.mark.parametrize("number", NUMBERS)
def test_every_sentence_is_kept_or_removed_for_a_reason(number):
    """Nothing is lost on the way: each line of the input is in a kept or in a removed block."""
    from convert.text.characters import letters

    (path,) = SEEDS.glob(f"{number}_*.txt")
    done = article(number)
    kept = "".join(letters(b.text) for b in (*done.kept, *(r.block for r in done.removed)))
    source = decode(path.read_bytes())
    if number == "003":
        source = re.sub(r"<svg.*?</svg>|<[^>]+>", "", source.split("---\n", 2)[2], flags=re.S)
    for line in source.splitlines():
        assert letters(line.strip().lstrip("•")) in kept
