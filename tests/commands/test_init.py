"""``digest init``: what it writes, and what it refuses."""

import json
import re
import subprocess
from pathlib import Path

import pytest
import yaml

from digest.__main__ import main
from digest.commands.init import requirement
from digest.plan.site_plan import read_site_plan

ROOT = Path(__file__).parent.parent.parent


def files(folder):
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_a_new_digest_is_whole_and_without_faults(tmp_path, capsys, monkeypatch):
    folder = tmp_path / "my"
    assert main(["init", str(folder), "--name", "桥: “一” #2"]) == 0
    assert "make serve" in capsys.readouterr().out
    assert files(folder) == [
        ".gitattributes",
        ".github/ISSUE_TEMPLATE/1-conversion.yml",
        ".github/ISSUE_TEMPLATE/2-relation.yml",
        ".github/ISSUE_TEMPLATE/3-article.yml",
        ".github/ISSUE_TEMPLATE/4-sentence.yml",
        ".github/ISSUE_TEMPLATE/5-claim.yml",
        ".github/ISSUE_TEMPLATE/config.yml",
        ".github/workflows/check.yml",
        ".github/workflows/comment.yml",
        ".github/workflows/inbox.yml",
        ".github/workflows/propose.yml",
        ".github/workflows/publish.yml",
        ".github/workflows/seeds.yml",
        ".gitignore",
        "Makefile",
        "README.md",
        "docs/aliases.yml",
        "docs/articles/.gitkeep",
        "docs/articles/another-example.md",
        "docs/articles/example.md",
        "docs/concepts.yml",
        "docs/contribute/format.md",
        "docs/contribute/index.md",
        "docs/feeds.yml",
        "docs/index.md",
        "docs/relations.yml",
        "docs/synonyms.yml",
        "docs/terms.yml",
        "mkdocs.yml",
        "requirements.txt",
        "seeds/.gitkeep",
    ]
    assert not re.search("@@", "".join((folder / name).read_text(encoding="utf-8") for name in files(folder)))
    plan, found = read_site_plan(folder / "docs")
    assert (
        found == []
        and len(plan.claims) == 3
        and len(plan.relations) == 1
        and plan.articles["example"].site == "桥: “一” #2"
    )
    assert (folder / "requirements.txt").read_text(encoding="utf-8") == f"zh-article-digest[inbox] @ {ROOT.as_uri()}\n"
    assert ".venv/" in (folder / ".gitignore").read_text(encoding="utf-8")


def test_every_text_is_in_the_script_that_was_asked_for(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    main(["init", "my", "--lang", "zh-Hant", "--variants", "zh-Hant", "zh-Hant-TW", "--name", "城市文摘"])
    assert main(["check", "--docs", "my/docs"]) == 0
    text = (tmp_path / "my" / "mkdocs.yml").read_text(encoding="utf-8").replace("!ENV", "")
    [options] = [entry["digest"] for entry in yaml.safe_load(text)["plugins"]]
    assert options["variants"] == ["zh-Hant", "zh-Hant-TW"] and options["lang"] == "zh-Hant"
    assert "論點之間的關係" in (tmp_path / "my" / "docs" / "relations.yml").read_text(encoding="utf-8")


def test_without_the_example(tmp_path):
    assert main(["init", str(tmp_path), "--empty"]) == 0
    assert not {"docs/articles/example.md", "docs/articles/another-example.md"} & set(files(tmp_path))
    assert read_site_plan(tmp_path / "docs")[0].relations == ()


def test_another_host_is_asked_for(tmp_path):
    assert main(["init", str(tmp_path), "--host", "properdocs"]) == 0
    assert "HOST ?= properdocs" in (tmp_path / "Makefile").read_text(encoding="utf-8")
    assert "\nproperdocs>=" in (tmp_path / "requirements.txt").read_text(encoding="utf-8")


def test_forms_are_those_of_this_repository_and_workflows_pin_what_its_own_pin(tmp_path):
    main(["init", str(tmp_path)])
    for path in (ROOT / ".github" / "ISSUE_TEMPLATE").iterdir():
        assert (tmp_path / ".github" / "ISSUE_TEMPLATE" / path.name).read_bytes() == path.read_bytes()
    ours = "".join(path.read_text(encoding="utf-8") for path in (ROOT / ".github" / "workflows").iterdir())
    for path in (tmp_path / ".github" / "workflows").iterdir():
        text = path.read_text(encoding="utf-8")
        workflow = yaml.safe_load(text)
        assert workflow["permissions"] == {} and "secrets." not in text
        assert set(re.findall(r"uses: (\S+ # \S+)", text)) <= set(re.findall(r"uses: (\S+ # \S+)", ours))
        targets = re.findall(r"\bmake (?:--silent )?([a-z-]+)", text)
        makefile = (tmp_path / "Makefile").read_text(encoding="utf-8")
        assert (targets or path.name == "comment.yml") and all(
            re.search(rf"^{target}:.*##", makefile, re.MULTILINE) for target in targets
        )
        for job in workflow["jobs"].values():
            writes = {right for right, how in job["permissions"].items() if how == "write"}
            allowed = {
                "propose.yml": {"contents", "pull-requests", "issues"},
                "inbox.yml": {"contents", "pull-requests"},
                "comment.yml": {"pull-requests"},
                "seeds.yml": {"contents", "pull-requests"},
            }.get(path.name, {"pages", "id-token"})
            assert writes <= allowed


def test_the_comment_is_that_of_this_repository_and_takes_what_the_check_leaves(tmp_path):
    main(["init", str(tmp_path)])
    theirs = tmp_path / ".github" / "workflows"
    comment = (theirs / "comment.yml").read_text(encoding="utf-8")
    assert comment == (ROOT / ".github" / "workflows" / "comment.yml").read_text(encoding="utf-8")
    check = yaml.safe_load((theirs / "check.yml").read_text(encoding="utf-8"))
    assert yaml.safe_load(comment)[True]["workflow_run"]["workflows"] == [check["name"]]
    steps = [step.get("with", {}) for job in check["jobs"].values() for step in job["steps"]]
    assert {"name": "review", "path": "review.md", "retention-days": 3} in steps


def test_a_form_in_the_other_script_is_read_all_the_same(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    main(["init", "my", "--lang", "zh-Hant", "--variants", "zh-Hant", "zh-Hans"])
    form = yaml.safe_load((tmp_path / "my/.github/ISSUE_TEMPLATE/5-claim.yml").read_text(encoding="utf-8"))
    labels = {each["id"]: each["attributes"]["label"] for each in form["body"] if "id" in each}
    assert labels["holder"] == "誰說的"
    values = {"article": "another-example", "sentence": "有人說摘編是偷懶。"}
    body = "\n\n".join(f"### {label}\n\n{values.get(name, '_No response_')}" for name, label in labels.items())
    (tmp_path / "event.json").write_text(json.dumps({"issue": {"number": 1, "body": body}}), encoding="utf-8")
    assert main(["propose", "event.json", "--docs", "my/docs"]) == 0
    assert "偷懶。<!--c2-->" in (tmp_path / "my/docs/articles/another-example.md").read_text(encoding="utf-8")
    choices = next(
        each
        for each in yaml.safe_load((tmp_path / "my/.github/ISSUE_TEMPLATE/2-relation.yml").read_text(encoding="utf-8"))[
            "body"
        ]
        if each.get("id") == "kind"
    )
    assert choices["attributes"]["options"][:2] == ["相左（disputes）", "印證（supports）"]


@pytest.mark.parametrize(
    ("there", "arguments", "said"),
    [
        (["a.txt"], [], "not empty"),
        ([], ["--from", "no.whl"], "no such file"),
        ([], ["--name", " "], "--name is empty"),
        ([], ["--variants", "zh"], "invalid choice"),
    ],
)
def test_wrong_use_writes_nothing(tmp_path, capsys, there, arguments, said):
    for name in there:
        (tmp_path / name).write_text("x", encoding="utf-8")
    with pytest.raises(SystemExit) as stopped:
        main(["init", str(tmp_path), *arguments])
    assert stopped.value.code == 2 and said in capsys.readouterr().err
    assert files(tmp_path) == there


def test_a_wheel_is_named_by_its_address(tmp_path):
    assert requirement(tmp_path / "a b.whl") == f"zh-article-digest[inbox] @ {tmp_path.as_uri()}/a%20b.whl"


def test_a_new_digest_goes_by_hashes_once_it_has_a_lock(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert main(["init", "my"]) == 0
    said = subprocess.run(["make", "-n", "setup"], cwd="my", capture_output=True, text=True, check=True).stdout
    assert "-r requirements.txt" in said and "--require-hashes" not in said
    refused = subprocess.run(["make", "-o", "setup", "lock"], cwd="my", capture_output=True, text=True, check=False)
    assert refused.returncode and "没有哈希" in refused.stderr
    (tmp_path / "my" / "requirements.lock").write_text("a==1 --hash=sha256:0\n", encoding="utf-8")
    said = subprocess.run(["make", "-n", "setup"], cwd="my", capture_output=True, text=True, check=True).stdout
    assert "--require-hashes -r requirements.lock" in said and "-r requirements.txt" not in said
