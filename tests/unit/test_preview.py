"""How a link to a page looks elsewhere."""

from published import imprint

from digest.exports.preview import Picture, preview, shortened


def said(found):
    return [(each.name, each.content) for each in found]


def test_an_article_is_one_in_its_locale():
    card = Picture("https://example.org/d/assets/cards/x.png", 1200, 630, "桥")
    found = said(preview(imprint("zh-Hant"), "桥", "两句。", "https://example.org/d/a/", "2020-05-01", card))
    for pair in [
        ("og:type", "article"),
        ("og:locale", "zh_TW"),
        ("og:locale:alternate", "zh_CN"),
        ("article:published_time", "2020-05-01"),
        ("og:image", card.url),
        ("og:image:width", "1200"),
        ("twitter:card", "summary_large_image"),
    ]:
        assert pair in found


def test_without_an_address_neither_page_nor_picture_is_named():
    names = dict(said(preview(imprint("zh-Hans", root=""), "桥", "", "", None, Picture("x.png", 1, 1, ""))))
    assert not {"og:url", "og:image", "og:description"} & set(names)
    assert (names["og:type"], names["twitter:card"]) == ("website", "summary")


def test_regions_have_their_locale_and_each_is_named_once():
    tags = ("zh-Hans", "zh-Hant", "zh-Hant-TW", "zh-Hant-HK")
    found = said(preview(imprint("zh-Hant-TW", tags=tags), "桥", "", ""))
    assert [content for name, content in found if "locale" in name] == ["zh_TW", "zh_CN", "zh_HK"]


def test_a_description_ends_with_a_sentence_where_one_is_near():
    assert shortened("一。" + "长" * 150 + "。" + "尾" * 100) == "一。" + "长" * 150 + "。"
    assert shortened("长" * 300) == "长" * 199 + "…"
    assert shortened(" 短\n句 ") == "短 句"
