"""``digest new``: from a file or an address to an article, and what it refuses."""

import gzip
import re
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
import yaml
from english import is_message

from digest.__main__ import main
from digest.inbox import fetching
from digest.inbox.adding import with_address
from digest.zh.script import Script

TEXT = [
    "县里的老渡口从前每天要送上百人过河，渡船一停，两岸的人就只能隔着水面打招呼，菜农的担子也只好挑回家去。",
    "去年秋天，镇上决定修一座石桥，图纸贴在祠堂门口，来看的人从早到晚没有断过，有人说桥墩太宽，有人说栏杆太矮。",
    "我认为，修桥不是为了好看，而是为了让人少等，只要渡口还有人在等船，这座桥就必须修下去。",
    "老船工却不这样看，他说桥一修好，渡口就没有了，孩子们再也不会知道水有多深，路也就没有了来历。",
    "工匠们从山上运来青石，一块一块地凿，每凿好一块便在背面刻上自己的姓，说是将来谁的石头松了，好找谁来补。",
    "到了冬天，水退下去一半，桥墩露出水面，远远看去像一排没有说完的话，镇上的人路过时总要停下来数一数。",
]


def page(title="渡口与石桥", text=TEXT, more=""):
    paragraphs = "".join(f"<p>{each}</p>\n" for each in text)
    return (
        f'<!DOCTYPE html><html><head><meta charset="gbk"><title>{title}</title></head><body><h1>{title}</h1>\n'
        f"<div class='content'>\n{paragraphs}{more}<p>责任编辑：李四</p></div></body></html>"
    )


@pytest.fixture
def project(tmp_path, monkeypatch):
    (tmp_path / "docs" / "articles").mkdir(parents=True)
    (tmp_path / "docs" / "concepts.yml").write_text("石桥: [桥]\n路: [驿道]\n", encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text("site_name: 桥\nplugins: [digest]\n", encoding="utf-8")
    (tmp_path / "saved.html").write_bytes(page().encode("gbk"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def files(folder):
    return sorted(
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and ".converted" not in path.parts
    )


def head(path):
    return yaml.safe_load(path.read_text(encoding="utf-8").split("---\n")[1])


def test_a_file_becomes_an_article_and_is_kept_as_it_is(project, capsys):
    assert main(["new", "saved.html"]) == 0
    assert (project / "seeds" / "du-kou-yu-shi-qiao.html").read_bytes() == page().encode("gbk")
    article = project / "docs" / "articles" / "du-kou-yu-shi-qiao.md"
    assert head(article) == {"title": "渡口与石桥", "lang": "zh-Hans", "raw": "seeds/du-kou-yu-shi-qiao.html"}
    text = article.read_text(encoding="utf-8")
    assert all(each in text for each in TEXT) and "责任编辑" not in text
    said = capsys.readouterr().out
    assert "tags: [石桥]" in said and "修桥不是为了好看" in said and "digest check finds nothing wrong" in said
    assert re.search(r"rights: .*版权声明", said)
    assert main(["check"]) == 0


def test_what_it_writes_is_known_to_the_conversion(project, capsys):
    main(["new", "saved.html"])
    before = files(project)
    assert main(["convert", "seeds", "--out", "docs/articles"]) == 0
    assert "unchanged" in capsys.readouterr().err and files(project) == before


@pytest.mark.parametrize(
    ("title", "target", "keep"),
    [
        ("渡口与石桥", "zh-Hans", 6),
        ("渡口與石橋", "zh-Hant", 6),
        ("桥的故事", "zh-Hans", 6),
        ("橋的故事", "zh-Hant-TW", 4),
    ],
)
def test_an_article_that_is_there_is_recognised(project, capsys, title, target, keep):
    main(["new", "saved.html"])
    before = files(project)
    text = [Script().convert(each, "zh-Hans", target) for each in TEXT[:keep]]
    (project / "other.html").write_text(
        page(title, text, "<p>转载自本地的一份小报，感谢原来的作者，也感谢提供线索的读者。</p>"), encoding="utf-8"
    )
    assert main(["new", "other.html"]) == 1
    said = capsys.readouterr().err
    assert "docs/articles/du-kou-yu-shi-qiao.md" in said and "in 100 pieces of the text are the same" in said
    assert ("under another title" in said) == ("故事" in title)
    assert files(project) == sorted([*before, "other.html"])
    assert main(["new", "other.html", "--force"]) == 0
    assert len(list((project / "docs" / "articles").glob("*.md"))) == 2


def test_another_article_on_the_same_subject_is_no_copy(project):
    main(["new", "saved.html"])
    other = [each.replace("渡口", "码头")[::-1] for each in TEXT]
    (project / "other.html").write_text(page("渡口与石桥", [f"{each[1:]}。" for each in other]), encoding="utf-8")
    assert main(["new", "other.html"]) == 0
    assert "seeds/du-kou-yu-shi-qiao-2.html" in files(project)


def test_the_claims_it_may_meet_are_named(project, capsys):
    (project / "docs" / "articles" / "old-road.md").write_text(
        "---\ntitle: 旧路\nlang: zh-Hans\nsite: 小报\nclaims:\n  - {id: c1, text: 修桥不是为了好看，是为了让人少等。}\n---\n"
        "修桥不是为了好看，是为了让人少等。<!--c1-->\n",
        encoding="utf-8",
    )
    main(["new", "saved.html"])
    assert "may meet old-road#c1: 修桥不是为了好看，是为了让人少等。" in capsys.readouterr().out


def test_nothing_is_overwritten_and_no_name_leaves_the_folder(project, capsys):
    (project / "seeds").mkdir()
    (project / "seeds" / "Stone.txt").write_text("x", encoding="utf-8")
    assert main(["new", "saved.html", "--slug", "stone"]) == 1
    assert "--slug stone-2" in capsys.readouterr().err and files(project / "docs" / "articles") == []
    for number, title in enumerate(("../../etc/passwd", "/", "<b>&amp;", "。。。", "CON")):
        text = [
            each.replace("桥", f"桥{'甲乙丙丁戊'[number]}").replace("的", f"{'甲乙丙丁戊'[number]}的") for each in TEXT
        ]
        (project / "odd.html").write_text(page(title, text), encoding="utf-8")
        main(["new", "odd.html", "--force"])
    assert all(re.fullmatch(r"[a-z0-9-]+\.html|Stone.txt", name) for name in files(project / "seeds"))
    assert {path.name for path in project.iterdir()} == {"docs", "mkdocs.yml", "odd.html", "saved.html", "seeds"}


def test_a_page_without_an_article_leaves_nothing_behind(project, capsys):
    (project / "menu.html").write_text("<html><body><p>首页</p></body></html>", encoding="utf-8")
    (project / "empty.html").write_bytes(b"")
    assert main(["new", "menu.html", "empty.html", "saved.html"]) == 1
    said = capsys.readouterr()
    assert said.err.count("not added: ") == 2 and "menu.html" in said.err and "added: 渡口与石桥" in said.out
    assert files(project / "seeds") == ["du-kou-yu-shi-qiao.html"]


def test_a_page_in_seeds_stays_where_it_is(project, capsys):
    (project / "seeds").mkdir()
    (project / "saved.html").rename(project / "seeds" / "saved.html")
    assert main(["new", "seeds", "--slug", "saved"]) == 0
    assert files(project / "seeds") == ["saved.html"]
    assert head(project / "docs" / "articles" / "saved.md")["raw"] == "seeds/saved.html"
    assert main(["new", "seeds"]) == 1 and "docs/articles/saved.md already" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments",
    [
        ["no.html"],
        ["saved.html", "--slug", "../a"],
        ["saved.html", "mkdocs.yml", "--slug", "a"],
        ["saved.html", "--docs", "nowhere"],
    ],
)
def test_wrong_use_is_said_with_an_example(project, capsys, arguments):
    with pytest.raises(SystemExit) as stopped:
        main(["new", *arguments])
    assert stopped.value.code == 2 and "for example" in capsys.readouterr().err
    assert files(project / "docs" / "articles") == []


class Site(BaseHTTPRequestHandler):
    """A small web site: what each path answers."""

    asked: list[tuple[str, str]]

    def do_GET(self):
        type(self).asked.append((self.path, self.headers["User-Agent"]))
        answer = {
            "/a.html": (200, {"Content-Type": "text/html"}, page().encode("gbk")),
            "/%E6%A1%A5?x=1": (200, {"Content-Type": "text/html; charset=gbk"}, page().encode("gbk")),
            "/moved": (302, {"Location": "/a.html"}, b""),
            "/out": (302, {"Location": "file:///etc/passwd"}, b""),
            "/packed": (
                200,
                {"Content-Type": "text/html", "Content-Encoding": "gzip"},
                gzip.compress(page().encode("gbk")),
            ),
            "/large": (200, {"Content-Type": "text/plain"}, b"x" * (fetching.BYTES_MOST + 1)),
            "/bomb": (
                200,
                {"Content-Type": "text/html", "Content-Encoding": "gzip"},
                gzip.compress(b"x" * (fetching.BYTES_MOST + 1)),
            ),
            "/paper.pdf": (200, {"Content-Type": "application/pdf"}, b"%PDF"),
        }.get(self.path, (404, {}, b""))
        self.send_response(answer[0])
        for name, value in answer[1].items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(answer[2])

    def log_message(self, *arguments):
        pass


@pytest.fixture
def site():
    handler = type("Handler", (Site,), {"asked": []})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", handler.asked
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(
    ("path", "final"),
    [("/a.html", "/a.html"), ("/moved", "/a.html"), ("/packed", "/packed"), ("/桥?x=1", "/%E6%A1%A5?x=1")],
)
def test_an_address_is_fetched_once_by_name(project, site, path, final):
    address, asked = site
    assert main(["new", address + path]) == 0
    assert (project / "seeds" / "du-kou-yu-shi-qiao.html").read_bytes() == page().encode("gbk")
    assert head(project / "docs" / "articles" / "du-kou-yu-shi-qiao.md")["source_url"] == address + final
    assert asked[-1][0] == final and all(agent.startswith("zh-article-digest/") for _, agent in asked)
    assert len(asked) == (2 if path == "/moved" else 1)
    assert main(["check"]) == 0


def test_the_same_address_is_recognised(project, site, capsys):
    main(["new", site[0] + "/a.html"])
    article = project / "docs" / "articles" / "du-kou-yu-shi-qiao.md"
    article.write_text(
        article.read_text(encoding="utf-8").split("---\n\n")[0] + "---\n\n改写过的正文。\n", encoding="utf-8"
    )
    assert main(["new", site[0] + "/a.html"]) == 1
    assert "the same address" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/none", "answered 404"),
        ("/out", "file:///etc/passwd"),
        ("/large", "more than 10 MB"),
        ("/bomb", "more than 10 MB"),
        ("/paper.pdf", "application/pdf came"),
    ],
)
def test_a_page_that_cannot_be_had_is_said(project, site, capsys, path, said):
    assert main(["new", site[0] + path]) == 1
    printed = capsys.readouterr().err
    assert said in printed and "example: digest new saved.html" in printed
    assert not (project / "seeds").exists()


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("http://127.0.0.1:9/a", "refused"),
        ("ftp://example.org/a", "http://"),
        ("https:///a", "http://"),
        ("file:///etc/passwd", "http://"),
        ("http://example.org:x/", "no address"),
        ("http://no-such-host.invalid/a", "not known here"),
    ],
)
def test_an_address_that_leads_nowhere_is_said(project, capsys, address, said):
    assert main(["new", address]) == 1
    printed = capsys.readouterr().err
    assert said in printed and "example: digest new" in printed


def test_an_address_with_odd_signs_is_written_safely():
    text = with_address(
        "---\ntitle: 甲\nraw: seeds/a.html\n---\n\n正文\n\nraw: x\n", 'https://example.org/?a="b"#c\\d: e'
    )
    assert yaml.safe_load(text.split("---\n")[1]) == {
        "title": "甲",
        "source_url": 'https://example.org/?a="b"#c\\d: e',
        "raw": "seeds/a.html",
    }
    assert text.endswith("正文\n\nraw: x\n")


def in_chinese(monkeypatch):
    monkeypatch.delenv("LANGUAGE")
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)


FAULTS = {
    "empty.html": b"",
    "menu.html": "<html><body><p>首页</p></body></html>".encode(),
    "paper.pdf": b"%PDF-1.7 x",
    "nul.txt": b"a\0b",
    "feed.xml": b"<rss><channel><item><title>a</title></item><item><title>b</title></item></channel></rss>",
}


def test_people_are_told_in_chinese_what_came_of_it(project, capsys, monkeypatch):
    in_chinese(monkeypatch)
    for name, data in FAULTS.items():
        (project / name).write_bytes(data)
    assert main(["new", *FAULTS, "saved.html", "saved.html"]) == 1
    (project / "seeds").mkdir(exist_ok=True)
    assert main(["new", "saved.html", "--slug", "other"]) == 1
    said = capsys.readouterr()
    lines = [*said.out.splitlines(), *said.err.splitlines()]
    # Commands and folders are named as they are.
    assert [line for line in lines if is_message(re.sub(r"claims 里|make serve|\.converted", "", line))] == []
    assert said.err.count("没有加进来：") == len(FAULTS) + 2 and "加进来了：渡口与石桥" in said.out


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ("", "放正文的那一块，什么也没有漏收"),
        ("<p>{0}</p>", "放正文的那一块，什么也没有漏收"),
        ("<p>责任编辑：李四</p>", "网页上有 1 处没有收。"),
        ("<p>版权声明：本文为作者原创，未经授权不得转载。</p><p>责任编辑：李四</p>", "网页上有 2 处没有收。"),
    ],
)
def test_what_the_front_matter_has_was_not_left_out(project, capsys, monkeypatch, more, said):
    in_chinese(monkeypatch)
    head = "<h1>渡口与石桥</h1><p>作者：王二　来源：江边网　2021-03-04 星期四 09:30</p>"
    html = page().replace("<h1>渡口与石桥</h1>", head).replace("<p>责任编辑：李四</p>", more.format(TEXT[0]))
    (project / "saved.html").write_bytes(html.encode("gbk", errors="xmlcharrefreplace"))
    assert main(["new", "saved.html"]) == 0
    assert said in capsys.readouterr().out
