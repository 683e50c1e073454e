"""Which files of the docs folder go to the site."""

import pytest

from digest.articles.reading import read_article
from digest.checks.published_files import asked_template, linked_folders, not_published, templates
from digest.checks.telling.reporting import report
from digest.files.findings import Finding
from digest.files.front_matter import read
from digest.text.svg import active_part

DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><title>桥</title>{}<path d="M0 0h9"/></svg>'


@pytest.fixture
def docs(tmp_path):
    (tmp_path / "docs").mkdir()
    return tmp_path / "docs"


@pytest.mark.parametrize("name", ["a.md", "a.png", "A.JPG", "a.webp", "data.json", "data.csv", "robots.txt", "a.yml"])
def test_pages_pictures_and_data_are_published(docs, name):
    (docs / name).write_text("x")
    assert not_published(docs, [name], ()) == {}


@pytest.mark.parametrize(
    "name",
    [
        "a.js",
        "a.mjs",
        "a.html",
        "a.HTM",
        "a.xhtml",
        "a.css",
        "a.xml",
        "a.wasm",
        "_headers",
        "_redirects",
        "CNAME",
        "a.pdf",
    ],
)
def test_other_files_are_not_unless_the_site_names_them(docs, name):
    (docs / name).write_text("x")
    (fault,) = not_published(docs, [name], ()).values()
    assert (fault.file, fault.line, fault.code) == (f"docs/{name}", 1, "file-kind")
    assert not_published(docs, [name], (name,)) == {} and not_published(docs, [name], (f"*{name[-3:]}",)) == {}


@pytest.mark.parametrize(
    "part",
    [
        "<script>alert(1)</script>",
        "<g onload='alert(1)'/>",
        "<a href='javascript:alert(1)'><text>x</text></a>",
        "<a xmlns:xlink='http://www.w3.org/1999/xlink' xlink:href=' java&#10;script:alert(1)'/>",
        "<foreignObject><p xmlns='http://www.w3.org/1999/xhtml'/></foreignObject>",
        "<image href='http://127.0.0.1:9998/p.png'/>",
        "<image href='data:text/html,x'/>",
        "<use href='other.svg#x'/>",
        "<style>@import 'http://127.0.0.1:9998/a.css';</style>",
        "<style>path{fill:url(http://127.0.0.1:9998/a)}</style>",
        "<style>path{fill:u\\72l(x)}</style>",
        "<path style='fill:url(//127.0.0.1:9998/a)'/>",
        "<animate attributeName='href' values='javascript:alert(1)'/>",
        "<set attributeName='onclick' to='alert(1)'/>",
        "<iframe xmlns='http://www.w3.org/1999/xhtml' src='x'/>",
        "<handler/>",
        "<?xml-stylesheet href='x'?>",
        "<unclosed>",
    ],
)
def test_a_picture_that_does_more_than_draw_is_not_published(docs, part):
    (docs / "a.svg").write_text(DRAWING.format(f"\n{part}"), encoding="utf-8")
    (fault,) = not_published(docs, ["a.svg"], ()).values()
    assert (fault.code, fault.line) == ("picture-active", 2)


@pytest.mark.parametrize(
    "part",
    [
        "<style>path{fill:#123;stroke:url(#g)}</style>",
        "<defs><linearGradient id='g'><stop offset='0'/></linearGradient></defs><use href='#g'/>",
        "<image href='data:image/png;base64,AAAA'/>",
        "<metadata><x xmlns='http://www.inkscape.org/namespaces/inkscape'/></metadata>",
        "<filter id='f'><feColorMatrix values='1 0 0 0 0'/></filter>",
    ],
)
def test_a_drawing_is_published(part):
    assert active_part(DRAWING.format(part).encode())[0] == ""


def test_declarations_of_a_document_type_are_no_drawing():
    bomb = '<!DOCTYPE svg [<!ENTITY a "<script/>">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>'
    assert active_part(bomb.encode())[0]


def test_links_out_of_the_folder_are_named(docs, tmp_path):
    (tmp_path / "secret.txt").write_text("x")
    (docs / "in.txt").write_text("x")
    (docs / "out.txt").symlink_to(tmp_path / "secret.txt")
    (docs / "round.txt").symlink_to(docs / "round.txt")
    (docs / "inside.txt").symlink_to(docs / "in.txt")
    found = not_published(docs, ["in.txt", "inside.txt", "out.txt", "round.txt"], ("*",))
    assert {name: fault.code for name, fault in found.items()} == {
        "out.txt": "file-outside",
        "round.txt": "file-outside",
    }
    (docs / "loop").symlink_to(docs, target_is_directory=True)
    assert [fault.file for fault in linked_folders(docs)] == ["docs/loop"]


def test_a_page_may_ask_for_the_digests_templates_and_the_sites_own(tmp_path):
    (tmp_path / "own.html").write_text("x")
    allowed = templates(tmp_path)
    for name, said in (
        ("home.html", []),
        ("own.html", []),
        ("redirect.html", ["page-template"]),
        ("../x", ["page-template"]),
    ):
        front, _ = read("a.md", f"---\ntitle: 甲\ntemplate: {name}\n---\n")
        found = asked_template("a.md", front, allowed)
        assert [each.code for each in found] == said and all(each.line == 3 for each in found)


@pytest.mark.parametrize(
    "name",
    ["<b>.md", "a'b.png", 'a"b/c.md', "a&b.csv", "a\nb.md", "a\u202eb.md", "{{a}}.md", "a`b.md", "a\x1b[31m.png"],
)
def test_a_name_that_a_page_would_show_as_markup_is_not_published(docs, name):
    (docs / name).parent.mkdir(exist_ok=True)
    (docs / name).write_text("x")
    (fault,) = not_published(docs, [name], ("*",)).values()
    assert fault.code == "file-name"


@pytest.mark.parametrize("name", ["石桥：一、二！.md", "a b (1)+[x].png", "a_b~c@d=e,f%20#.csv", "橋\u3000é.md"])
def test_a_name_of_any_script_is(docs, name):
    (docs / name).write_text("x")
    assert not_published(docs, [name], ()) == {}


def test_an_article_with_such_a_name_is_none():
    article, found = read_article("docs/articles/a.md", 'a" onclick="x', "---\ntitle: 甲\nlang: zh-Hans\n---\n\n甲。\n")
    assert article is None and [each.code for each in found] == ["slug"]


@pytest.mark.parametrize("asked", ["[home.html]", "{a: b}", "1", "true"])
def test_a_template_that_is_no_name_is_a_finding(asked):
    front, _ = read("a.md", f"---\ntemplate: {asked}\n---\n")
    assert [each.code for each in asked_template("a.md", front, templates(None))] == ["page-template"]


@pytest.mark.parametrize("form", ["text", "github"])
def test_a_name_of_a_file_is_told_on_one_line_and_steers_nothing(form, capsys):
    name = "docs/b\n::error file=x::hi\r\x1b[31m\u202e.md"
    report([Finding(name, 1, "file-name", f"the name {name} came", "letters", "a.md")], form)
    said = capsys.readouterr().out
    assert said.count("\n") == 1 and not set(said[:-1]) & set("\n\r\x1b\u202e")
