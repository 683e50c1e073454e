"""What the command says of each page, in the language of whoever runs it."""

import os
import re
import subprocess
import sys

import pytest

PAGE = "<title>石桥</title><h1>石桥</h1>" + "".join(
    f"<p>第{number}段：村口的石桥修了三年，走的人多了，河水还是那样流，桥上的石头一块也没有换过。</p>"
    for number in "一二三四五六"
)


def convert(folder, *arguments, language="zh_CN.UTF-8"):
    done = subprocess.run(
        [sys.executable, "-m", "digest", "convert", *map(str, arguments), "--out", str(folder / "articles")],
        capture_output=True,
        text=True,
        check=False,
        env={
            "PATH": os.environ["PATH"],
            "LANGUAGE": language,
            "DIGEST_TABLES": str(folder / "tables"),
            "PYTHONUTF8": "1",
        },
        cwd=folder,
    )
    return done.returncode, done.stdout, done.stderr


@pytest.fixture
def page(tmp_path):
    file = tmp_path / "bridge.html"
    file.write_text(PAGE, encoding="utf-8")
    return file


def test_each_step_of_a_page_is_told(page, tmp_path):
    article = tmp_path / "articles" / "bridge.md"
    steps = [convert(tmp_path, page)]
    steps.append(convert(tmp_path, page, "--audit"))
    article.write_text(article.read_text(encoding="utf-8") + "\n添一段。\n", encoding="utf-8")
    steps += [convert(tmp_path, page), convert(tmp_path, page, "--merge"), convert(tmp_path, page, "--force")]
    steps.append(convert(tmp_path, page, "--brief"))
    said = [step[2].strip() for step in steps]
    assert [step[0] for step in steps] == [0] * 6
    begins = [line.partition("bridge.html: ")[2].partition(str(article))[0] for line in said[:5]]
    assert begins == ["已写到 ", "没有变，", "有人改过，", "有人改过，", "已写到 "]
    assert said[5] == "1 页（共 1 页）已有文章，原样不动"
    assert "原来的：" in said[4]


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("short.txt", "短".encode(), "剩不下文章"),
        ("binary.html", b"a\0b", "里面有 NUL 字节"),
        ("nosuch.html", None, "没有这个文件"),
    ],
)
def test_a_page_that_fails_is_told_with_what_would_do(name, data, said, tmp_path):
    if data is not None:
        (tmp_path / name).write_bytes(data)
    code, _, told = convert(tmp_path, tmp_path / name)
    assert code == 1
    assert "没有转成：" in told and said in told and "；可以：" in told
    rest = re.sub(r"UTF-\d+|GB\w+|Big5|NUL|\[1/1\]", "", told.replace(str(tmp_path / name), ""))
    assert not re.search("[a-z]{3}", rest)


def test_each_doubt_is_told_by_itself(tmp_path):
    page = tmp_path / "other.html"
    page.write_text(
        PAGE.replace("石桥</title><h1>石桥</h1>", "青铜器铭文考释</title><h1>青铜器铭文考释</h1>"), encoding="utf-8"
    )
    assert convert(tmp_path, page)[2].strip().endswith("（存疑：正文没有谈到标题）")


def test_whoever_asks_for_english_reads_it(page, tmp_path):
    assert ": written to " in convert(tmp_path, page, language="en_GB.UTF-8")[2]


@pytest.mark.parametrize(("place", "told"), [("seeds/bridge.html", False), ("../bridge.html", True)])
def test_a_page_that_the_project_lacks_is_told(tmp_path, place, told):
    project = tmp_path / "digest"
    (project / "seeds").mkdir(parents=True)
    (project / "mkdocs.yml").write_text("site_name: 桥\n", encoding="utf-8")
    (project / place).write_text(PAGE, encoding="utf-8")
    said = [convert(project, place)[2], convert(project, place, "--force")[2], convert(tmp_path, project / place)[2]]
    assert ["raw-missing" in line and "raw: seeds/bridge.html" in line for line in said] == [told, told, False]
