"""``digest script``: what people pipe through it."""

import io
import sys

import pytest

from digest.__main__ import main


@pytest.fixture
def piped(monkeypatch, capsysbinary, tmp_path):
    """Runs the command on bytes in an empty folder: the exit code, what it wrote, what it complained of."""
    monkeypatch.chdir(tmp_path)

    def run(given: bytes, *arguments: str):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given)))
        code = main(["script", *arguments])
        written = capsysbinary.readouterr()
        return code, written.out.decode("utf-8"), written.err.decode("utf-8")

    return run


@pytest.mark.parametrize(
    ("arguments", "given", "converted"),
    [
        (["--to", "zh-Hant"], "头发和面条\r\n第二行\n", "頭髮和麵條\r\n第二行\n"),
        (["--to", "zh-Hant-TW"], "软件里的头发", "軟體裡的頭髮"),
        (["--to", "zh-Hant-HK"], "软件里的头发", "軟件裏的頭髮"),
        (["--to", "zh-Hans"], "頭髮和麵條", "头发和面条"),
        (["--to", "zh-Hans", "--from", "zh-Hans"], "頭", "頭"),
        (["--to", "zh-Hant"], "", ""),
        (["--to", "zh-Hant"], "没有-{一个头}-的头", "沒有一个头的頭"),
        (["--to", "zh-Hant"], "Latin only\n", "Latin only\n"),
    ],
)
def test_what_is_piped_in_comes_out_in_the_other_script(piped, arguments, given, converted):
    assert piped(given.encode(), *arguments) == (0, converted, "")


def test_a_file_and_a_digests_own_terms_are_read(piped, tmp_path):
    (tmp_path / "text.md").write_text("裂缝里的头发", encoding="utf-8")
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "terms.yml").write_text("zh-Hant: {裂缝: 裂罅}\n", encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text("plugins:\n  - digest: {quote_marks: true}\n", encoding="utf-8")
    assert piped(b"", "--to", "zh-Hant", "text.md")[1] == "裂罅裡的頭髮"
    assert piped("“头发”".encode(), "--to", "zh-Hant")[1] == "「頭髮」"


@pytest.mark.parametrize(
    ("given", "arguments", "said"),
    [
        (b"", ["--to", "zh-Hant", "nowhere.md"], "nowhere.md"),
        (b"\xff\xfe\x00", ["--to", "zh-Hant"], "UTF-8"),
        ("头".encode(), ["--to", "zh-Hant", "--terms", "nowhere.yml"], "nowhere.yml"),
    ],
)
def test_what_cannot_be_read_is_said_and_nothing_is_written(piped, given, arguments, said):
    code, written, complaint = piped(given, *arguments)
    assert (code, written) == (1, "") and said in complaint and "example:" in complaint


def test_a_fault_in_the_terms_is_said_with_its_line(piped, tmp_path):
    (tmp_path / "own.yml").write_text("zh-Hant:\n  裂缝: 裂罅\n  头: [不]\n", encoding="utf-8")
    code, _, complaint = piped("头".encode(), "--to", "zh-Hant", "--terms", "own.yml")
    assert code == 1 and "own.yml:3: term-form" in complaint


def test_a_tag_that_is_none_is_wrong_use(piped):
    with pytest.raises(SystemExit) as stopped:
        piped(b"", "--to", "zh-XX")
    assert stopped.value.code == 2
