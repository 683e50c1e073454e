"""Every file that curators write, with every value that a parser may stumble over: a finding with file and line, or
what it says, and never a traceback. One table of all files and all values."""

import re

import pytest
from test_stopped import ARTICLE, PAGE

from digest.__main__ import main
from digest.files.yaml_lines import YamlDocument, YamlFault
from digest.plan.site_plan import DATA_FILES

# What no file of a digest may hold, wherever it stands: each is a finding.
NEVER = {
    "int": "!!int x",
    "float": "!!float x",
    "bool": "!!bool x",
    "timestamp": "!!timestamp x",
    "binary": "!!binary =",
    "set": "!!set {a}",
    "omap": "!!omap [a: b]",
    "python": "!!python/object/apply:os.system ['x']",
    "digits": "9" * 5000,
    "hexadecimal": "0x" + "f" * 5000,
    "octal": "0" + "7" * 5000,
    "binary digits": "0b" + "1" * 20_000,
    "sexagesimal": "1" + ":59" * 3000,
    "itself": "&a [*a]",
    "no anchor": "*none",
    "brackets": "[" * 100_000 + "]" * 100_000,
    "braces": "{a: " * 50_000,
    "deep": "[" * 101 + "]" * 101,
    "control": "甲\x01",
    "escape": "\x1b[2J",
    "no character": "甲\ufffe",
    "half": '"\\uD800',
    "laughs": "[&a [x,x,x,x,x,x,x,x,x], "
    + "".join(f"&{b} [{','.join([f'*{a}'] * 9)}], " for a, b in zip("abcdef", "bcdefg", strict=True))
    + "x]",
    "open quote": '"',
    "open list": "[a",
    "at": "@",
}
# What may be a value somewhere: whether it is a finding is the file's own affair.
ODD = {
    "null": "~",
    "nothing": "",
    "nan": ".nan",
    "infinite": "-.inf",
    "huge float": "1e999",
    "no day": "2021-13-45",
    "sets": "{a: {b: {c: [1, [2, {d: 3}]]}}}",
    "list": "[~, 1, true, [], {}]",
    "NUL": '"\\0"',
    "escaped half": '"\\uD800"',
    "right to left": "\u202e甲",
    "long": "甲" * 20_000,
    "pattern": '"(a+)+$("',
    "word": "yes",
    "merge": "{<<: {a: 1}}",
    "deepest": "[" * 90 + "]" * 90,
}
SHAPES = {
    "entry": "{sign}{value}\n",
    "key": "? {value}\n: [桥]\n",
    "document": "{value}\n",
    "inner": "{sign}[{value}]\n",
}
LISTS = ("relations.yml", "synonyms.yml", "suggestions.yml", "feeds.yml")


def written(root, value, shape):
    """The files of a digest with the value in each, and their names."""
    (root / "docs" / "articles").mkdir(parents=True)
    for folder in ("docs/terms", "inbox", "seeds"):
        (root / folder).mkdir()
    names = {f"docs/{name}": "- " if name in LISTS else "桥: " for name in DATA_FILES}
    names |= {"docs/terms/films.yml": "zh-Hant: ", "inbox/inbox.yml": "- key: ", "mkdocs.yml": "lang: "}
    names |= {"docs/articles/b.md": "title: 桥\nlang: zh-Hans\nrights: ", "docs/page.md": "title: "}
    for name, sign in names.items():
        text = SHAPES[shape].format(sign=sign, value=value)
        if name.endswith(".md"):
            text = f"---\n{text}---\n\n桥。\n"
        elif name == "mkdocs.yml":
            inside = "".join(f"      {line}\n" for line in text.splitlines())
            text = f"site_name: 桥\nplugins:\n  - digest:\n{inside}"
        (root / name).write_text(text, encoding="utf-8", errors="surrogatepass")
    (root / "docs" / "articles" / "a.md").write_text(ARTICLE.format(slug="a", title="桥a"), encoding="utf-8")
    (root / "text.md").write_text("桥。\n", encoding="utf-8")
    (root / "saved.html").write_text(PAGE, encoding="utf-8")
    return set(names)


def called(capsys, *arguments):
    try:
        code = main(list(arguments))
    except SystemExit as end:
        code = end.code
    said = "".join(capsys.readouterr())
    assert code in (0, 1, 2), said
    return said


def placed(said, root, names):
    """The files of which something is said, each line of it a line that the file has."""
    found = set()
    for name, line in re.findall(r"^(?:docs/)?(\S+?):(\d+): ", said, re.MULTILINE):
        name = next(each for each in names | {"docs/articles/a.md"} if each.endswith(name))
        assert 1 <= int(line) <= (root / name).read_text(encoding="utf-8", errors="replace").count("\n") + 1
        found.add(name)
    return found


@pytest.mark.parametrize(
    ("value", "shape"),
    [(value, shape) for value in NEVER for shape in ("entry", "key", "document")]
    + [(value, shape) for value in ODD for shape in ("key", "inner")],
)
def test_a_value_that_is_none_is_a_finding_of_its_file(tmp_path, monkeypatch, capsys, value, shape):
    names = written(tmp_path, (NEVER | ODD)[value], shape)
    monkeypatch.chdir(tmp_path)
    found = placed(called(capsys, "check"), tmp_path, names)
    if value in NEVER:
        # Tags of Python's are the host's affair, and that of whoever may change mkdocs.yml.
        assert found >= names - {"inbox/inbox.yml", "mkdocs.yml" if value == "python" else ""}


@pytest.mark.parametrize("value", ["0", "3", "false", "no", "''", "' '", "0.0", "甲"])
def test_a_value_in_place_of_the_whole_is_a_finding_on_its_line(tmp_path, monkeypatch, capsys, value):
    """One that counts as nothing, too: whoever wrote it meant something."""
    written(tmp_path, "", "document")
    names = {f"docs/{name}" for name in DATA_FILES}
    for name in names:
        (tmp_path / name).write_text(f"# 甲\n\n{value}\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    said = called(capsys, "check")
    assert {name for name in names if f"{name}:3: " in said} == names


@pytest.mark.parametrize("value", [*NEVER, *ODD])
def test_no_command_stumbles_over_a_value(tmp_path, monkeypatch, capsys, value):
    names = written(tmp_path, (NEVER | ODD)[value], "entry")
    monkeypatch.chdir(tmp_path)
    said = called(capsys, "inbox", "--apply") + called(capsys, "inbox", "--timeout", "0.01")
    if value in NEVER:
        assert placed(said, tmp_path, names) >= {"inbox/inbox.yml", "docs/feeds.yml"}
    called(capsys, "suggest", "--apply")
    called(capsys, "script", "--to", "zh-Hant", "text.md")
    called(capsys, "convert", "docs/articles/b.md", "--out", "out", "--jobs", "1")
    called(capsys, "import", "docs/relations.yml")
    (tmp_path / "mkdocs.yml").unlink()
    called(capsys, "new", "saved.html")


@pytest.mark.parametrize("signs", ["[]", "{a: }", "- "])
def test_values_may_stand_in_one_another_as_deep_as_anybody_writes_them(signs):
    begin, end = (signs, "x") if signs == "- " else (signs[:-1], signs[-1])
    many = 1 if signs == "- " else 100
    YamlDocument(begin * 100 + end * many)
    with pytest.raises(YamlFault, match="in one another"):
        YamlDocument(begin * 101 + end * (many + (many > 1)))


def test_an_alias_may_stand_for_many_values():
    listed = "a: &a [" + "x, " * 900 + "x]\n" + "".join(f"b{number}: *a\n" for number in range(100))
    assert len(YamlDocument(listed).data["b99"]) == 901


BYTES = {
    "no UTF-8": b"\xff\xfe\x80",
    "UTF-16": "桥: [桥]\n".encode("utf-16"),
    "zeros": b"\0" * 10,
    "cut": "桥".encode()[:2],
}
# What the program itself writes and reads again, which a pull request may bring.
KEPT = {
    "not JSON": b"{",
    "deep": b"[" * 100_000,
    "list": b"[1, [2]]",
    "other values": b'{"begun": [1, ["x"], "/etc/passwd"], "texts": 1, "before": {"a": 1}, "staged": [{}], "lines": [1, 2], '
    b'"doubts": 1, "pieces": "x", "key": [], "none": {}, "text": 1, "made": 3}',
}


@pytest.mark.parametrize("value", BYTES)
def test_a_file_that_is_no_text_is_a_finding(tmp_path, monkeypatch, capsys, value):
    names = written(tmp_path, "x", "entry")
    for name in names:
        (tmp_path / name).write_bytes(BYTES[value])
    monkeypatch.chdir(tmp_path)
    assert placed(called(capsys, "check"), tmp_path, names) >= names - {"inbox/inbox.yml"}
    said = called(capsys, "inbox", "--apply") + called(capsys, "inbox")
    assert placed(said, tmp_path, names) >= {"inbox/inbox.yml", "docs/feeds.yml"}
    for call in CALLS:
        called(capsys, *call)


CALLS = [
    ("suggest", "--apply"),
    ("script", "--to", "zh-Hant", "text.md"),
    ("import", "docs/relations.yml"),
    ("convert", "docs/articles/b.md", "--out", "out", "--jobs", "1"),
    ("new", "saved.html"),
]


@pytest.mark.parametrize("value", KEPT)
def test_what_the_program_keeps_may_be_anything(tmp_path, monkeypatch, capsys, value):
    written(tmp_path, "x", "entry")
    monkeypatch.chdir(tmp_path)
    for name in ("docs/articles/b.md", *(f"docs/{name}" for name in DATA_FILES), "docs/terms/films.yml", "mkdocs.yml"):
        (tmp_path / name).unlink()
    (tmp_path / "seeds" / "page.html").write_text(PAGE, encoding="utf-8")
    called(capsys, "convert", "seeds")
    (record,) = (tmp_path / "docs" / "articles").rglob("*.json")
    journals = (".digest-new.json", ".digest-apply.json", ".digest-propose.json", "new/.digest-init.json")
    (tmp_path / "new").mkdir()
    for name in (record, *journals, "inbox/refused.jsonl"):
        (tmp_path / name).write_bytes(KEPT[value])
    (tmp_path / "inbox" / "inbox.yml").write_text("- key: a\n  decide: no\n", encoding="utf-8")
    (tmp_path / "inbox" / "pages").mkdir()
    (tmp_path / "inbox" / "pages" / "a.html").write_text(PAGE, encoding="utf-8")
    for call in (*CALLS, ("check",), ("inbox", "--apply"), ("inbox", "saved.html", "--jobs", "1"), ("init", "new")):
        called(capsys, *call)
    for how in ("--merge", "--force"):
        called(capsys, "convert", "seeds", how)
