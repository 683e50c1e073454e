"""What meets an article: the map around it, the list of the others, a dispute face to face, and the home page."""

from dataclasses import replace
from xml.etree import ElementTree

import pytest
from published import plan, views

from digest.pages.around import BESIDE_MOST, Backlink, around, backlinks, picture
from digest.pages.article_view import ClaimView, texts_shown
from digest.pages.disputes import dispute
from digest.pages.home import DISPUTES, NEWEST, WAYS, StartingPoint, home
from digest.pages.made import article_pages, dispute_pages
from digest.plan.relations import Relation

WORDS = {
    "unsigned": "未署名",
    "disputes": "相左",
    "supports": "印证",
    "extends": "推进",
    "extended-by": "后续",
    "same-topic": "同题",
    "made": {"map_one_of": "本文的图", "disputes": "分歧"},
}


def article(title, author, claims, day="2020-01-01", tags=""):
    front = "".join(f"  - {{id: c{at}, text: {text}{own}}}\n" for at, (text, own) in enumerate(claims, 1))
    body = "".join(f"{text}<!--c{at}-->" for at, (text, _) in enumerate(claims, 1))
    head = f"title: {title}\nlang: zh-Hans\nauthor: [{author}]\ndate: {day}\ntags: [{tags}]\n"
    return f"---\n{head}claims:\n{front}---\n\n先说一句。{body}后说一句。\n"


@pytest.fixture(scope="module")
def made():
    of = plan(
        a=article("甲文", "甲", [("桥要修。", ""), ("先修路。", ", holder: 路人"), ("船要停。", ""), ("水很大。", "")]),
        b=article("乙文", "乙", [("修桥没有用。", ""), ("路也不修。", ""), ("船不能停。", "")]),
        c=article("丙文", "", [("都应该修。", "")]),
        d=article("丁文", "甲", [("桥不用修。", "")]),
        e=article("戊文", "戊", [("谁都不提。", "")]),
    )
    drawn = (
        Relation("a#c2", "b#c2", "supports", "都说路"),
        Relation("c#c1", "a#c1", "extends", "由桥说到都"),
        Relation("a#c1", "b#c1", "disputes", "一说修，一说没有用"),
        Relation("d#c1", "a#c1", "disputes", "一说修，一说不用", line=9),
        Relation("b#c1", "a#c3", "same-topic", "都说用处"),
        Relation("b#c3", "a#c3", "disputes", "一说停，一说不能停"),
    )
    return type(of)(of.articles, drawn)


def test_the_map_around_an_article(made):
    shown = views(made, "zh-Hans")
    drawn = ElementTree.fromstring(picture(shown.article("a"), WORDS, lambda url: f"../{url}"))
    boxes = [(box.get("data-column"), box.get("data-node")) for box in drawn.iterfind(".//*[@data-node]")]
    assert sorted(boxes[:3]) == [("left", "b#c1"), ("left", "b#c3"), ("left", "d#c1")]
    # Its own that meet something, in its order.
    assert boxes[3:6] == [("middle", "c1"), ("middle", "c2"), ("middle", "c3")]
    assert sorted(boxes[6:]) == [("right", "b#c1"), ("right", "b#c2"), ("right", "c#c1")]
    texts = {
        box.get("data-node"): ["".join(text.itertext()) for text in box.iter() if text.tag.endswith("}text")]
        for box in drawn.iterfind(".//*[@data-node]")
    }
    assert texts["c1"] == ["桥要修。"] and texts["c2"] == ["先修路。", "路人"]
    assert texts["c#c1"] == ["都应该修。", "未署名，《丙文》"] and texts["b#c1"] == ["修桥没有用。", "乙，《乙文》"]
    links = [each.get("href") for each in drawn.iter() if each.get("href")]
    assert "#c1" in links and "../zh-hans/articles/b/#c1" in links
    bows = {
        (each.get("data-kind"), each.get("data-a"), each.get("data-b"), each[0].text, each.get("data-changed"))
        for each in drawn.iterfind(".//*[@data-kind]")
    }
    assert bows == {
        ("supports", "c2", "b#c2", "印证：都说路", None),
        ("extends", "c1", "c#c1", "后续：由桥说到都", None),
        ("same-topic", "c3", "b#c1", "同题：都说用处", None),
        ("disputes", "c1", "b#c1", "相左：一说修，一说没有用", None),
        ("disputes", "c1", "d#c1", "相左：一说修，一说不用", ""),
        ("disputes", "c3", "b#c3", "相左：一说停，一说不能停", None),
    }
    assert (drawn.get("id"), drawn.get("aria-label")) == ("map-article", "本文的图")


def test_a_map_shows_what_meets_most_and_says_what_is_left_out(made):
    view = views(made, "zh-Hans").article("a")
    assert around(view, "<svg/>").drawn == "<svg/>"
    assert (around(view).drawn, around(view).left_out) == ("", 0)
    alone = views(made, "zh-Hans").article("e")
    assert around(alone) is None and picture(alone, WORDS, str) == ""
    # So many on each side; those that meet most claims stay, and of equals those whose names come first.
    link = view.claims[0].links[0]
    refs = [f"z#c{number:02}" for number in range(1, BESIDE_MOST + 3)]
    twice = {refs[0], refs[-1]}
    claims = [
        ClaimView(
            f"c{at}",
            at,
            "桥。",
            "甲",
            True,
            "",
            tuple(
                replace(link, kind=kind, label=kind, ref=ref)
                for kind in ("disputes", "supports")
                for ref in refs
                if at == 1 or ref in twice
            ),
        )
        for at in (1, 2)
    ]
    crowded = replace(view, claims=tuple(claims))
    drawn = ElementTree.fromstring(picture(crowded, WORDS, str))
    for side in ("left", "right"):
        nodes = {box.get("data-node") for box in drawn.iterfind(f".//*[@data-column='{side}']")}
        assert nodes == {*refs[: BESIDE_MOST - 1], refs[-1]}
    assert around(crowded).left_out == 4


def test_the_articles_that_meet_one(made):
    shown = views(made, "zh-Hans")
    assert backlinks(shown, shown.article("a")) == [
        Backlink("乙文", "zh-hans/articles/b/", ("乙",), (("disputes", 2), ("supports", 1), ("same-topic", 1))),
        Backlink("丁文", "zh-hans/articles/d/", ("甲",), (("disputes", 1),)),
        Backlink("丙文", "zh-hans/articles/c/", (), (("extends", 1),)),
    ]
    assert backlinks(shown, shown.article("e")) == []
    # Of as many disputes who meets it more often, then who stands first in reading order.
    link = shown.article("a").claims[0].links[0]
    met = [("d", "supports"), ("c", "disputes"), ("b", "disputes"), ("e", "disputes"), ("e", "extends")]
    links = tuple(replace(link, slug=slug, kind=kind) for slug, kind in met)
    claims = (replace(shown.article("a").claims[0], links=links),)
    found = backlinks(shown, replace(shown.article("a"), claims=claims))
    assert [each.title for each in found] == ["戊文", "乙文", "丙文", "丁文"]


def test_the_home_page(made):
    shown = views(made, "zh-Hans")
    seen = home(made, shown)
    assert [each.slug for each in seen.newest] == ["a", "b", "c", "d", "e"]
    assert [(each.article.slug, each.claim.id, each.link.ref) for each in seen.disputes] == [
        ("a", "c1", "b#c1"),
        ("b", "c3", "a#c3"),
    ]
    assert (seen.articles, seen.claims, seen.opposed) == (5, 10, 3)
    assert seen.people == (StartingPoint("甲", "zh-hans/people/jia/", 2), StartingPoint("乙", "zh-hans/people/yi/", 1))
    assert seen.concepts == ()
    # Concepts are named as their article is read in the variant.
    front = [("路", "乾"), ("船", "坤"), ("水", "震")]
    texts = {f"a{at}": article(title, name, [("不。", "")], tags="修桥") for at, (title, name) in enumerate(front)}
    of = plan(**{slug: text.replace("\nclaims", "\nterms: {修桥: 築橋}\nclaims") for slug, text in texts.items()})
    assert home(of, views(of, "zh-Hant")).concepts == (StartingPoint("築橋", "zh-hant/concepts/xiu-qiao/", 3),)


def test_the_home_page_of_a_large_digest():
    names = "乾坤震巽坎离艮兑子丑寅卯辰巳午未"
    of = plan(
        **{
            f"a{at:02}": article(
                f"{at}文",
                names[at % 16],
                [(f"第{at}句。", ""), (f"又{at}句。", "")],
                tags=f"桥{names[at % 16]}, 路{names[at // 2]}",
            )
            for at in range(32)
        }
    )
    drawn = tuple(Relation(f"a{at:02}#c1", f"a{at + 1:02}#c1", "disputes", "由") for at in range(0, 32, 2))
    of = type(of)(of.articles, drawn)
    seen = home(of, views(of, "zh-Hans"))
    assert (len(seen.newest), len(seen.disputes), len(seen.people)) == (NEWEST, DISPUTES, WAYS) == (12, 4, 14)
    assert seen.opposed == 16 and seen.people[0].articles == 2


def test_the_pages_of_disputes(made):
    shown, pages = views(made, "zh-Hans"), dispute_pages.pages(made)
    assert [(each.path, each.template, each.edited_in, each.line) for each in pages] == [
        ("disputes", "disputes.html", "relations.yml", 0),
        ("disputes/a-c1/b-c1", "dispute.html", "relations.yml", 0),
        # A claim that stood in one already comes after the others.
        ("disputes/a-c3/b-c3", "dispute.html", "relations.yml", 0),
        ("disputes/a-c1/d-c1", "dispute.html", "relations.yml", 9),
    ]
    whole, first, _, own = pages
    assert (whole.title(shown, WORDS), first.title(shown, WORDS)) == ("分歧", "一说修，一说没有用")
    assert first.description(shown, WORDS) == "甲：桥要修。 相左 乙：修桥没有用。"
    assert whole.description(shown, WORDS) == ""
    values = whole.values(shown, WORDS)
    assert [(each.claim.text, each.link.text) for each in values["all"]] == [
        ("桥要修。", "修桥没有用。"),
        ("船不能停。", "船要停。"),
        ("桥不用修。", "桥要修。"),
    ]
    assert (values["number"], values["way"], values["part"].number) == (3, [], 1)
    values = own.values(shown, WORDS)
    assert (values["reason"], values["changed_mind"]) == ("一说修，一说不用", True)
    assert values["address"] == "zh-hans/disputes/a-c1/d-c1/"
    one, other = values["sides"]
    assert (one.title, one.url, one.list_url) == ("丁文", "zh-hans/articles/d/#c1", "zh-hans/articles/d/#claim-c1")
    assert (one.context.before, one.context.sentence, one.context.after) == ("先说一句。", "桥不用修。", "后说一句。")
    assert (one.date, one.authors, [each.name for each in one.holders]) == ("2020-01-01", ("甲",), ["甲"])
    assert (other.claim.text, other.context.after) == ("桥要修。", "先修路。船要停。水很大。后说一句。")
    # What else the two claims meet: of each its disputes first.
    assert [(text, link.ref) for text, link in values["others"]] == [("桥要修。", "b#c1"), ("桥要修。", "c#c1")]
    assert not first.values(shown, WORDS)["changed_mind"]
    assert dispute_pages.pages(type(made)(made.articles, made.relations[:2])) == []
    # Whoever has no name is told so.
    lone = Relation("a#c4", "c#c1", "disputes", "由")
    two = type(made)(made.articles, (lone, Relation("c#c1", "b#c2", "disputes", "由")))
    assert [each.description(views(two, "zh-Hans"), WORDS) for each in dispute_pages.pages(two)[1:]] == [
        "甲：水很大。 相左 未署名：都应该修。",
        "未署名：都应该修。 相左 乙：路也不修。",
    ]


def test_the_paragraphs_of_disputes_are_converted_together(made, monkeypatch):
    shown = views(made, "zh-Hant")
    dispute_pages.convert_ahead(shown)
    monkeypatch.setattr("digest.pages.views.html_script.convert", None)
    for page in dispute_pages.pages(made)[1:]:
        sides = page.values(shown, WORDS)["sides"]
        assert all(side.context.before.startswith("先說一句。") for side in sides)


def test_a_claim_without_its_sentence_stands_by_itself(made):
    texts = {"a": article("甲文", "甲", [("桥要修。", "")]), "b": article("乙文", "乙", [("“修桥没有用。", "")])}
    of = plan(a=texts["a"].replace("桥要修。<!--c1-->", ""), b=texts["b"])
    of = type(of)(of.articles, (Relation("a#c1", "b#c1", "disputes", "由"),))
    shown = views(of, "zh-Hans")
    one, other = dispute_pages.pages(of)[1].values(shown, WORDS)["sides"]
    assert (one.context.before, one.context.sentence, one.context.after) == ("", "桥要修。", "")
    assert one.url == one.list_url == "zh-hans/articles/a/#claim-c1"
    assert other.context.sentence == "“修桥没有用。"
    assert dispute(of.relations[0], shown).link.quote == "“修桥没有用。”"


def test_what_else_a_dispute_meets_is_a_dozen_of_which_disputes_come_first(made):
    claims = [(f"第{at}句。", "") for at in range(1, 10)]
    of = plan(a=article("甲文", "甲", claims[:2]), b=article("乙文", "乙", claims), c=article("丙文", "丙", claims))
    drawn = [Relation("a#c1", "a#c2", "disputes", "由", line=3)]
    drawn += [Relation("a#c1", f"b#c{at}", "supports", "由") for at in range(1, 10)]
    drawn += [Relation(f"c#c{at}", "a#c2", "disputes" if at > 4 else "extends", "由") for at in range(1, 10)]
    of = type(of)(of.articles, tuple(drawn))
    shown = views(of, "zh-Hans")
    page = next(each for each in dispute_pages.pages(of) if each.line == 3)
    met = [(text, link.kind, link.ref) for text, link in page.values(shown, WORDS)["others"]]
    assert len(met) == dispute_pages.OTHERS_MOST == 12
    assert [each[:2] for each in met] == [("第2句。", "disputes")] * 5 + [("第1句。", "supports")] * 7
    # Of the whole list the parts are told by their number.
    many = plan(
        a=article("甲文", "甲", [(f"第{at}句。", "") for at in range(1, 33)]), b=article("乙文", "乙", [("不。", "")])
    )
    many = type(many)(many.articles, tuple(Relation(f"a#c{at}", "b#c1", "disputes", "由") for at in range(1, 33)))
    second = dispute_pages.pages(many)[1]
    assert (second.path, second.title(shown, WORDS)) == ("disputes/2", "分歧 2")
    values = second.values(views(many, "zh-Hans"), WORDS)
    assert (len(values["all"]), values["number"], values["way"]) == (
        2,
        32,
        [(1, "zh-hans/disputes/"), (2, "zh-hans/disputes/2/")],
    )


def test_the_texts_that_an_article_shows():
    head = "site: 报\nvia: {name: 某摘, url: https://example.org/v}\nrights: 版权\nimage_credit: 图\nauthor_note: 注\nlead: 引\n"
    text = article("甲文", "甲, 乙", [("桥要修。", ", holder: 丙")], tags="桥")
    named = "people: [丁]\ncompanies: [局]\nsummary: 说桥。\n"
    given = plan(a=text.replace("\nclaims", f"\n{head}{named}claims").replace("桥要修。<!--", "他说：“桥要修。<!--"))
    shown = list(texts_shown(given.articles["a"]))
    assert shown == [
        *("甲文", "说桥。", "引", "甲、乙", "报", "版权", "图", "注", "某摘", "甲", "乙", "桥", "丁", "局"),
        *("桥要修。", "丙", "他说：“桥要修。", "他说：“桥要修。”"),
    ]
    bare = list(texts_shown(plan(a=article("甲文", "", [])).articles["a"]))
    assert [each for each in bare if each] == ["甲文", "先说一句。"] and all(isinstance(each, str) for each in bare)


def test_all_articles_by_year(monkeypatch):
    days = {"a": "2021-05-01", "b": "2021-01-01", "c": "2020-01-01"}
    of = plan(**{slug: article(f"{slug}文", "甲", [("不。", "")], day) for slug, day in days.items()})
    shown, words = views(of, "zh-Hans"), {"archive": "全部文章"}
    (whole,) = article_pages.pages(of)
    assert (whole.path, whole.template, whole.title(shown, words)) == ("archive", "archive.html", "全部文章")
    values = whole.values(shown, words)
    assert [(year, [each.slug for each in found]) for year, found in values["years"]] == [
        ("2021", ["a", "b"]),
        ("2020", ["c"]),
    ]
    assert (values["number"], values["way"], values["part"].number) == (3, [], 1)
    assert values["addresses"] == {"people": {"甲": "zh-hans/people/jia/"}, "concepts": {}}
    monkeypatch.setattr(article_pages, "ARTICLES_A_PAGE", 2)
    second = article_pages.pages(of)[1]
    assert (second.path, second.title(shown, words)) == ("archive/2", "全部文章 2")
    values = second.values(shown, words)
    assert [year for year, _ in values["years"]] == ["2020"] and values["number"] == 3
