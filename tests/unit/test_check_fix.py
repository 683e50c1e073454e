"""``digest check --fix``: mends what is safe, and touches nothing else."""

import pytest

from digest.__main__ import main

HEAD = '---\ntitle: "甲,乙"\nlang: zh-Hans\nraw: seeds/a.html \nclaims:\n  - {id: c1, text: 桥要拆。}\n---\n'
BODY = """桥要拆,路要修。<!--c1-->(甲)说了"乙话"，２０２０年修好.

见[甲,乙](https://example.org/甲,乙?a,b)，https://example.org/,地图。 `甲,乙`-{甲,乙}-


第一行  
第二行 
| 甲,乙 | 丙 |
|---|---|
| 1,000 | 12:30 |

```
甲,乙 


丙
```

版本 1.2,A,B (beta) 和 To B,都有。{: .甲,乙 }
!!! note "甲,乙"
"""
MENDED = """桥要拆，路要修。<!--c1-->（甲）说了“乙话”，2020年修好。

见[甲，乙](https://example.org/甲,乙?a,b)，https://example.org/,地图。 `甲,乙`-{甲,乙}-

第一行  
第二行
| 甲，乙 | 丙 |
|---|---|
| 1,000 | 12:30 |

```
甲,乙 


丙
```

版本 1.2,A,B (beta) 和 To B，都有。{: .甲,乙 }
!!! note "甲,乙"
"""


@pytest.fixture
def file(tmp_path, monkeypatch):
    (tmp_path / "docs" / "articles").mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path / "docs" / "articles" / "old-road.md"


def test_what_is_safe_is_mended_and_said(file, capsys):
    file.write_bytes(("\ufeff" + HEAD + BODY).replace("\n", "\r\n").encode())
    main(["check", "--fix"])
    assert file.read_bytes().decode() == HEAD + MENDED
    said = capsys.readouterr().err
    assert (
        "fixed docs/articles/old-road.md: byte order mark taken out; line ends made line feeds; half-width: line 8"
        in said
    )
    main(["check", "--fix"])
    assert file.read_bytes().decode() == HEAD + MENDED and "fixed" not in capsys.readouterr().err


def test_only_the_files_named_are_mended(file):
    other = file.with_name("new-road.md")
    for path in (file, other):
        path.write_text(HEAD + BODY, encoding="utf-8")
    main(["check", "--fix", str(other)])
    assert file.read_text(encoding="utf-8") == HEAD + BODY
    assert other.read_text(encoding="utf-8") == HEAD + MENDED


def test_a_file_that_cannot_be_written_is_said_and_left_whole(file, capsys):
    # The name of the new file, which takes the place of the old one, is longer than the system allows.
    long = file.with_name("a" * 250 + ".md")
    long.write_text(HEAD + BODY, encoding="utf-8")
    assert main(["check", "--fix"]) == 1
    assert "cannot be written" in capsys.readouterr().err and long.read_text(encoding="utf-8") == HEAD + BODY
    assert [path.name for path in long.parent.iterdir()] == [long.name]


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: 修桥记\nlang: zh-Hans\nsummary: 一座桥,一个人\n\n修桥的关键,在人心。\n",
        "\n---\ntitle: 修桥记,甲\nlang: zh-Hans\n---\n\n修桥,铺路。\n",
        " ---\ntitle: 修桥记,甲\nlang: zh-Hans\n---\n\n修桥,铺路。\n",
        "title: 修桥记,甲\nlang: zh-Hans\n---\n\n修桥,铺路。\n",
        "———\ntitle: 修桥记,甲\nlang: zh-Hans\n———\n\n修桥,铺路。\n",
        "----\ntitle: 修桥记,甲\nlang: zh-Hans\n----\n\n修桥,铺路。\n",
        "```yaml\ntitle: 修桥记,甲\nlang: zh-Hans\n```\n\n修桥,铺路。\n",
        "---\ntitle: 修桥记: 甲\nlang: zh-Hans\n---\n\n修桥,铺路。\n",
        "---\ntitle: 修桥记\nsummary: 一座桥,一个人\n\n修桥的人说: 桥,要修。\n\n---\n\n又说,路要铺。\n",
    ],
)
def test_a_file_whose_head_cannot_be_read_is_left_alone(file, capsys, text):
    for written in (text, "\ufeff" + text, text.replace("\n", "\r\n")):
        file.write_bytes(written.encode("utf-8"))
        assert main(["check", "--fix"]) == 1
        said = capsys.readouterr()
        assert file.read_bytes() == written.encode("utf-8")
        assert "left alone docs/articles/old-road.md" in said.err and "front-matter-" in said.out
        assert "half-width" not in said.out
