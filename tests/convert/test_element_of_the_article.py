"""The element that is chosen for an article from its candidates, and what is told of text outside it.

Of pages with the same sentences in two parts, one is the part of the most text, one is named as the article's, one is
what the page's data say; a row of more links than any page has keeps the library out, which has rules of its own.
"""

from lxml import html as lxml_html

from convert.evidence.container.candidates import LINKS_MOST
from convert.evidence.container.element import find_container

TITLE = "仓库后面那棵枣树昨夜倒了"
HEAD = f"<h1>{TITLE}</h1>"
SENTENCE = f"{'桥' * 39}。"
MENU = "<p><a href='/1'>一二三四五六七八九十</a></p>"
DOORS = f"<p>{'<a>门</a> ' * (LINKS_MOST + 1)}</p>"


def text(size, sign="船"):
    """A paragraph of one closed sentence of so many characters."""
    return f"<p>{sign * (size - 1)}。</p>"


def found(markup, title=TITLE, data=""):
    """The id, or else the tag, of the chosen element, and the doubt; parts of class `foreign` belong to no article, and
    one of class `post` is the first post of a discussion."""
    root = lxml_html.document_fromstring(f"<html><head>{title and f'<title>{title}</title>'}</head><body>{markup}")
    post = next(iter(root.xpath("//*[@class='post']")), None)
    container = find_container(root, root.xpath("//*[@class='foreign']"), data, post)
    return container.element.get("id") or container.element.tag, container.doubt


def chosen(markup, **given):
    """The chosen element, of a page about which there is no doubt."""
    element, doubt = found(markup, **given)
    assert doubt == ""
    return element


def test_where_nothing_runs_as_text_the_part_with_the_most_of_it_is_taken():
    for markup, expected in [
        ("", "body"),
        (MENU, "body"),
        ("<div id='a'>船工</div>", "a"),
        ("<div id='a'>船</div><div id='b'>船工</div>", "body"),
        # Characters in links count against it, twice.
        ("<div id='a'>船工<a>门</a></div>", "a"),
        ("<div id='a'>船<a>门</a></div>", "body"),
        (f"<div id='a'>船工</div><div id='b'>一二三四<a>五六</a></div>{MENU}", "a"),
        (f"<div id='a'>船工</div><div id='b'>一二三四五<a>六</a></div>{MENU}", "b"),
        (f"<div id='a'>船工</div>{MENU}<div id='b'>船工</div>", "a"),
        ("<div id='a'>船工</div><div class='foreign'>一二三四五六七八九</div>", "a"),
        # Of elements that hold the same the innermost, but no part of a table or of a list.
        ("<section><div id='a'>船工</div></section>", "a"),
        ("<div id='a'><table><tr><td>船</td><td>工</td></tr></table></div>", "a"),
        ("<div id='a'><ul><li>船工</li><li>船</li></ul></div>", "a"),
    ]:
        assert chosen(markup) == expected, markup


def test_no_piece_of_a_text_is_the_container():
    for markup, expected in [
        (text(60), "body"),
        (f"<div id='a'>{text(60)}</div>", "a"),
        (f"<div id='a'><blockquote>{text(60)}</blockquote></div>", "a"),
        (f"<div id='a'><ul><li>{text(60)}</li></ul></div>", "a"),
        (f"<div id='a'><dl><dd>{text(60)}</dd></dl></div>", "a"),
        (f"<div id='a'><pre>{'船' * 60}</pre></div>", "a"),
        # A cell may lay out the page.
        (f"<div id='a'><table><tr><td>门</td><td id='b'>{text(60) * 3}</td></tr></table></div>", "b"),
        (f"<div id='a'><ul><li id='b'>{text(60) * 3}</li></ul></div>", "a"),
    ]:
        assert chosen(markup) == expected, markup


def test_of_two_candidates_one_with_less_than_half_the_text_was_misled():
    for name, dense, expected in [
        (300, 600, "content"),
        (300, 601, "other"),
        (100, 200, "content"),
        (99, 200, "other"),
    ]:
        markup = f"{HEAD}<div id='content'>{text(name)}</div>{DOORS}<div id='other' class='b'>{text(dense)}</div>"
        assert chosen(markup) == expected, (name, dense)


ROW = "<p class='row'>船船船船船</p>"


def test_rows_of_short_lines_speak_only_where_there_are_few_sentences():
    # So many rows weigh more than the sentences, which the page names its article.
    for size, expected in [(199, "rows"), (200, "content")]:
        markup = f"{HEAD}<div id='rows'>{ROW * 100}</div>{DOORS}<div id='content'>{text(size)}</div>"
        assert chosen(markup) == expected, size


def test_two_sources_outweigh_a_third_with_more_text():
    side = f"<div class='sidebar' id='side'>{''.join(f'<div class=cell{n}>{SENTENCE}</div>' for n in range(16))}</div>"
    own = f"<div id='content'>{HEAD}{text(60) * 5}</div>"
    # The library passes over what calls itself a sidebar.
    for markup in (f"{own}{MENU * 18}{side}", f"{side}{MENU * 18}{own}"):
        assert chosen(markup) == "content"
    assert chosen(f"{own}{DOORS}{side}") == "side"


def shown_page(own):
    return f"{HEAD}<div id='own'>{own}</div>{DOORS}<div id='dense' class='b'>{text(600)}</div>"


def test_the_article_of_the_data_is_one_choice_where_the_page_shows_it():
    line = "水" * 60 + "。"
    for own, data, expected in [
        (f"<p>{line}</p>", "", "dense"),
        (f"<p>{line}</p>", line, "own"),
        (f"<p>{line}</p>", f"<p>{line}</p>", "own"),
        # Six tenths of its letters, in lines that run as text and belong to the article.
        (f"<p>{line}</p>", f"{line}{'山' * 40}", "own"),
        (f"<p>{line}</p>", f"{line}{'山' * 41}", "dense"),
        (f"<p>{line}</p><p>{line}</p>", f"{line}{'山' * 41}", "own"),
        (f"<p>{'水' * 9}</p>" * 8, line, "dense"),
        (f"<div class='foreign'><p>{line}</p></div>", line, "dense"),
        (f"<p>{line}</p>", "山" * 60, "dense"),
    ]:
        assert chosen(shown_page(own), data=data) == expected, (own, data)


def test_what_the_data_say_outweighs_how_the_text_speaks_of_its_title():
    own = f"{TITLE}，倒在铁门旁边，没有人受伤，枣子滚了一地，孩子们捡了一上午，铁门也歪了。"
    markup = f"{HEAD}<div id='own'><p>{own}</p></div>{DOORS}<div id='other' class='b'>{text(40, '桥') * 9}</div>"
    assert chosen(markup) == "own"
    assert chosen(markup, data=SENTENCE * 9) == "other"
    assert chosen(markup, title="") == "other"
    assert chosen(markup, title=" ") == "other"


def test_outside_the_first_post_nothing_counts():
    for markup, expected in [
        (f"<div id='a' class='post'>{text(30)}</div><div id='b'>{text(600)}</div>", "a"),
        (f"<div id='b'>{text(600)}</div><div id='a' class='post'>{text(30)}</div>", "a"),
        (f"<section><div id='a' class='post'>{text(30)}</div></section><div id='b'>{text(600)}</div>", "a"),
        (f"<div id='b'>{text(600)}</div><section><div id='a' class='post'>{text(30)}</div></section>", "a"),
        (f"<div class='post'><div id='a'>{text(30)}</div><div class='foreign'>{text(99)}</div></div>{text(600)}", "a"),
    ]:
        assert chosen(markup) == expected, markup


def test_the_container_may_leave_out_a_stray_line():
    for size, left_out, expected in [(970, 30, "a"), (969, 31, "content"), (485, 15, "a")]:
        inside = text(size)
        for markup in (f"<div id='a'>{inside}</div>{text(left_out)}", f"{text(left_out)}<div id='a'>{inside}</div>"):
            assert chosen(f"<div id='content'>{markup}</div>") == expected, (size, left_out)


def test_text_outside_that_looks_like_the_article_is_told():
    own = f"<div id='content'>{text(500) * 2}</div>"
    one, two = ("桥" * (size - 1) + "。" for size in (75, 74))
    for beside, doubt in [
        (f"<div><p>{one}</p><p>{one}</p></div>", f"{one} {one}"),
        (f"<div><p>{one}</p><p>{two}</p></div>", ""),
        (f"<div><p>{one}</p><p>{one}</p><p>{two}</p></div>", f"{one} {one} {two}"),
        # In places like those of the article, and none of what is known to belong to none.
        (f"<div><p class='a'>{one * 2}</p></div>", ""),
        (f"<div class='a'><p>{one * 2}</p></div>", ""),
        (f"<div><p>{one}</p><p class='a'>{one}</p></div>", ""),
        (f"<div class='foreign'><div><p>{one * 2}</p></div></div>", ""),
    ]:
        for markup in (f"{own}{MENU * 20}{beside}", f"{beside}{MENU * 20}{own}"):
            assert found(markup) == ("content", doubt), markup
    # It may stand right below, where a link ends the article.
    article = f"<div id='content'>{text(500) * 2}{MENU}</div>"
    assert found(f"{article}<div><p>{one}</p><p>{one}</p></div>{MENU * 20}") == ("content", f"{one} {one}")


def test_a_page_without_a_body_is_looked_at_whole():
    root = lxml_html.document_fromstring("<html><frameset><frame src='/1'></frameset></html>")
    assert find_container(root).element is root
