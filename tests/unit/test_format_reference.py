from pathlib import Path

from digest.__main__ import main
from digest.checks.telling.format_reference import keys, notes, reference
from digest.files.front_matter import schema
from digest.plan.relations import KINDS
from digest.zh.variants import VARIANTS

PAGE = Path(__file__).parent.parent.parent / "docs" / "contribute" / "format.md"


def test_the_page_is_what_the_checks_go_by():
    assert PAGE.read_text(encoding="utf-8") == reference(), "make reference renews it"


def test_every_key_is_told_of_and_nothing_else():
    assert [name for name, _, _ in keys(schema())] == list(notes()["keys"])
    assert set(notes()["kinds"]) == set(KINDS)
    assert list(notes()["variants"]) == list(VARIANTS)


def test_what_must_be_there_and_what_may_be_said():
    page = reference()
    assert "| `title` | 必写。标题" in page and "| `claims.id` | 必写。" in page
    assert "只能是 `full`、`digest`。" in page
    assert "| `claims.stance` | 对概念的态度。只能是 `支持`、`反对`、" in page


def test_the_page_is_written_where_it_is_asked_for(tmp_path, capsys):
    assert main(["reference", "--output", str(tmp_path / "new" / "format.md")]) == 0
    assert (tmp_path / "new" / "format.md").read_text(encoding="utf-8") == reference()
    assert main(["reference"]) == 0
    assert capsys.readouterr().out == reference()


def test_a_file_that_cannot_be_written_is_said(tmp_path, capsys):
    assert main(["reference", "--output", str(tmp_path)]) == 1
    assert "allowed: a file that can be written" in capsys.readouterr().err
