"""The files by which the repository is run: workflows, forms, hooks."""

import json
import os
import re
import shutil
import subprocess
from pathlib import Path
from runpy import run_path

import pytest
import yaml

from digest.inbox.event import forms

ROOT = Path(__file__).parent.parent.parent
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
PINNED = re.compile(r"[\w.-]+/[\w./-]+@[0-9a-f]{40}")
# Every right to write that a job has, and nothing else: a new one is asked for here.
WRITES = {
    ("deploy.yml", "deploy"): {"pages", "id-token"},
    ("comment.yml", "comment"): {"pull-requests"},
    ("propose.yml", "propose"): {"contents", "pull-requests", "issues"},
    ("inbox.yml", "propose"): {"contents", "pull-requests"},
    ("seeds.yml", "propose"): {"contents", "pull-requests"},
    ("release.yml", "attest"): {"id-token", "attestations"},
    ("release.yml", "publish"): {"id-token"},
}


def read(path):
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def jobs():
    return [
        pytest.param(path, name, job, id=f"{path.name}-{name}")
        for path in WORKFLOWS
        for name, job in read(path)["jobs"].items()
    ]


def test_there_are_workflows():
    assert {path.name for path in WORKFLOWS} == {
        "check.yml",
        "comment.yml",
        "deploy.yml",
        "inbox.yml",
        "propose.yml",
        "release.yml",
        "seeds.yml",
        "test.yml",
        "weekly.yml",
    }


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_actions_are_pinned_by_commit_and_say_their_version(path):
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if re.search(r"\buses:", line)]
    assert lines or path.name == "comment.yml"
    for line in lines:
        assert re.fullmatch(rf"\s*(?:- )?uses: {PINNED.pattern} # v\d+\.\d+\.\d+", line), line


def test_an_action_is_pinned_to_one_commit():
    pins = {}
    for path in WORKFLOWS:
        for line in re.findall(r"uses: (\S+@\S+ # \S+)", path.read_text(encoding="utf-8")):
            pins.setdefault(line.partition("@")[0], set()).add(line)
    assert [found for found in pins.values() if len(found) > 1] == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_nothing_runs_with_rights_from_outside(path):
    workflow = read(path)
    # YAML 1.1 reads the key `on` as true.
    triggers = workflow[True]
    outside = {"pull_request_target", "workflow_run", "issue_comment"} & set(triggers)
    # The one that comments takes what another left as data: it has no code but its own.
    assert outside == ({"workflow_run"} if path.name == "comment.yml" else set())
    if outside:
        assert not [step for job in workflow["jobs"].values() for step in job["steps"] if "uses" in step]
    assert workflow["permissions"] == {}
    assert "secrets." not in path.read_text(encoding="utf-8")


@pytest.mark.parametrize(("path", "name", "job"), jobs())
def test_a_job_has_the_rights_it_needs_and_an_end(path, name, job):
    rights = job["permissions"]
    assert set(rights.values()) <= {"read", "write"}
    assert {right for right, how in rights.items() if how == "write"} == WRITES.get((path.name, name), set())
    assert job["timeout-minutes"] <= 90
    assert not str(job["runs-on"]).endswith("latest")


@pytest.mark.parametrize(("path", "name", "job"), jobs())
def test_a_script_takes_nothing_from_outside_but_its_environment(path, name, job):
    for step in job["steps"]:
        assert "${{" not in step.get("run", "")
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] is False


@pytest.mark.parametrize(("path", "name", "job"), jobs())
def test_a_job_runs_what_make_runs_locally(path, name, job):
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    for step in job["steps"]:
        for called in re.findall(r"\bmake (?:--silent )?([a-z-]+)", step.get("run", "")):
            assert called in targets
    packages = job.get("strategy", {}).get("matrix", {}).get("packages", [])
    assert set(packages) <= targets


def test_every_target_of_make_says_what_it_does():
    lines = (ROOT / "Makefile").read_text(encoding="utf-8").splitlines()
    named = {match[1]: "##" in line for line in lines if (match := re.match(r"([a-z-]+):(?!=)", line))}
    assert [name for name, said in named.items() if not said] == []
    phony = {name for line in lines if line.startswith(".PHONY:") for name in line.split()[1:]}
    assert set(named) == phony


def test_the_matrix_has_every_python_that_the_package_supports():
    lowest = re.search(r'requires-python = ">=3\.(\d+)"', (ROOT / "pyproject.toml").read_text(encoding="utf-8"))[1]
    matrix = read(ROOT / ".github" / "workflows" / "weekly.yml")["jobs"]["tests"]["strategy"]["matrix"]
    assert matrix["python"][0] == f"3.{lowest}"
    assert matrix["python"] == [f"3.{number}" for number in range(int(lowest), int(lowest) + len(matrix["python"]))]


@pytest.mark.parametrize(
    "path", sorted((ROOT / ".github" / "ISSUE_TEMPLATE").glob("[0-9]*.yml")), ids=lambda path: path.name
)
def test_a_form_is_one_that_github_shows(path):
    form = read(path)
    assert {"name", "description", "body"} <= set(form)
    kinds = [field["type"] for field in form["body"]]
    assert set(kinds) <= {"markdown", "input", "textarea", "dropdown", "checkboxes"}
    assert set(kinds) - {"markdown"}
    identities = [field["id"] for field in form["body"] if field["type"] != "markdown"]
    assert len(identities) == len(set(identities))
    for field in form["body"]:
        assert field["attributes"].get("label" if field["type"] != "markdown" else "value")


def test_the_places_that_forms_lead_to_are_there():
    leads = 0
    for path in (ROOT / ".github" / "ISSUE_TEMPLATE").glob("*.yml"):
        for file, place in re.findall(r"blob/main/([^#\s)]+)#([^\s)]+)", path.read_text(encoding="utf-8")):
            headings = re.findall(r"^#+ (.+)$", (ROOT / file).read_text(encoding="utf-8"), re.MULTILINE)
            assert place in headings
            leads += 1
    assert leads


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "SECURITY.md", ".github/ARCHITECTURE.md"])
def test_links_between_the_repository_s_own_pages_lead_somewhere(name):
    text = (ROOT / name).read_text(encoding="utf-8")
    for target in re.findall(r"\]\((?!https?:)([^)\s]+)\)", text):
        file, _, place = target.partition("#")
        path = ((ROOT / name).parent / file) if file else ROOT / name
        assert path.exists(), target
        if place:
            headings = re.findall(r"^#+ (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
            assert place in [heading.lower().replace(" ", "-") for heading in headings], target


def test_hooks_fetch_nothing():
    hooks = read(ROOT / ".pre-commit-config.yaml")
    assert {entry["repo"] for entry in hooks["repos"]} == {"local"}
    assert {hook["language"] for entry in hooks["repos"] for hook in entry["hooks"]} == {"system"}


def test_dependabot_looks_after_packages_actions_and_the_container():
    updates = read(ROOT / ".github" / "dependabot.yml")["updates"]
    assert {update["package-ecosystem"] for update in updates} == {"pip", "github-actions", "docker"}
    assert all(update["groups"] for update in updates)


def test_nobody_is_named_who_was_not_asked():
    lines = (ROOT / ".github" / "CODEOWNERS").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if line and not line.startswith("#")] == []


def test_the_container_sets_itself_up():
    container = json.loads((ROOT / ".devcontainer" / "devcontainer.json").read_text(encoding="utf-8"))
    image = (ROOT / ".devcontainer" / container["build"]["dockerfile"]).read_text(encoding="utf-8").splitlines()[-1]
    assert re.fullmatch(r"FROM python:3\.\d+-\w+@sha256:[0-9a-f]{64}", image)
    assert container["postCreateCommand"] == "make setup" and 8000 in container["forwardPorts"]


def test_no_file_holds_a_conflict_that_nobody_resolved():
    # Raw pages are left as they came, whatever they hold.
    kept = ("seeds/", "tests/convert/pages/")
    git = shutil.which("git")
    listed = subprocess.run([git, "-C", ROOT, "ls-files", "-z"], capture_output=True, check=True).stdout.decode()
    found = [
        name
        for name in listed.split("\0")
        if name
        and not name.startswith(kept)
        and (ROOT / name).is_file()
        and re.search(rb"^(?:<{7}|>{7}) ", (ROOT / name).read_bytes(), re.MULTILINE)
    ]
    assert found == []


LICENCES = run_path(str(ROOT / ".ci" / "licences.py"))


@pytest.mark.parametrize(
    ("licence", "goes"),
    [
        ("MIT", True),
        ("MIT License AND Apache Software License", True),
        ("GPL-2.0-or-later", False),
        ("GPL-2.0-or-later OR MIT", True),
        ("(MIT OR Apache-2.0)", True),
        ("MIT AND GPL-3.0-only", False),
        ("Mozilla Public License 2.0 (MPL 2.0)", True),
        ("GNU Lesser General Public License v2 or later (LGPLv2+)", False),
        ("", False),
        ("Copyright. Permission is hereby granted, free of charge, to deal without restriction.", True),
    ],
)
def test_a_licence_goes_with_ours_or_not(licence, goes):
    assert LICENCES["goes_with_ours"](licence) is goes


def test_every_package_that_the_project_asks_for_has_a_licence_that_goes_with_ours():
    asked = re.findall(r'^  "([\w.-]+)[><=]', (ROOT / "pyproject.toml").read_text(encoding="utf-8"), re.MULTILINE)
    assert "mkdocs" in asked and len(asked) > 15
    assert LICENCES["faults"](asked) == []
    assert {"merge3", "scipy"}.isdisjoint(asked)


def test_the_forms_are_those_that_proposals_are_read_from():
    for form in forms().values():
        fields = {
            each["id"]: each for each in read(ROOT / ".github" / "ISSUE_TEMPLATE" / form.file)["body"] if "id" in each
        }
        labels = {name: field["attributes"]["label"] for name, field in fields.items() if field["type"] != "checkboxes"}
        assert labels == dict(form.fields), form.file
        needed = {name for name in labels if fields[name].get("validations", {}).get("required")}
        assert needed >= set(labels) - set(form.optional), form.file


def test_only_a_label_of_a_maintainer_starts_what_may_write():
    workflow = read(ROOT / ".github" / "workflows" / "propose.yml")
    assert workflow[True] == {"issues": {"types": ["labeled"]}}
    [job] = workflow["jobs"].values()
    assert job["if"] == "github.event.label.name == '收下'"
    checkout = next(step for step in job["steps"] if step.get("uses", "").startswith("actions/checkout@"))
    assert "ref" not in checkout["with"] and "repository" not in checkout["with"]


def test_a_hostile_review_mentions_nobody_links_nowhere_and_is_one_comment(tmp_path):
    """The steps of comment.yml as they are, with a stand-in for GitHub's command that keeps what it would be sent."""
    [job] = read(ROOT / ".github" / "workflows" / "comment.yml")["jobs"].values()
    script = job["steps"][-1]["run"]
    (tmp_path / "review").mkdir()
    (tmp_path / "review" / "review.md").write_text(
        "## 影响\n\n@everyone [点](https://evil.example) ![图](https://evil.example/x.png) <img src=x>\n"
        "<!-- digest-review -->\n$(touch hacked) `touch hacked`\n" + "长" * 70000,
        encoding="utf-8",
    )
    gh = tmp_path / "bin" / "gh"
    gh.parent.mkdir()
    gh.write_text(
        '#!/bin/sh\ncase "$*" in\n*pulls*) echo 7;;\n*comments?per_page*) cat known 2>/dev/null;;\n'
        '*--method*) echo "$3 $4" >> sent; cp body.md sent.md; echo 99 > known;;\nesac\n',
        encoding="utf-8",
    )
    gh.chmod(0o755)
    environment = {
        "PATH": f"{gh.parent}:{os.environ['PATH']}",
        "RUNNER_TEMP": str(tmp_path),
        "GITHUB_REPOSITORY": "a/b",
        "HEAD_SHA": "0" * 40,
        "RUN_URL": "https://github.com/a/b/actions/runs/1",
    }
    for _ in range(2):
        subprocess.run(["bash", "-e", "-c", script], env=environment, check=True, cwd=tmp_path)
    sent = (tmp_path / "sent.md").read_text(encoding="utf-8")
    assert sent.startswith("<!-- digest-review -->\n") and sent.count("<") == 1
    assert "@" not in sent and "evil.example" not in sent and len(sent) < 65536
    assert not (tmp_path / "hacked").exists()
    assert (tmp_path / "sent").read_text(encoding="utf-8").split() == [
        "POST",
        "repos/a/b/issues/7/comments",
        "PATCH",
        "repos/a/b/issues/comments/99",
    ]


@pytest.mark.parametrize("name", ["gitlab-ci.yml", "gitee-go.yml"])
def test_recipes_for_other_hosts_run_what_make_has(name):
    text = (ROOT / ".github" / "recipes" / name).read_text(encoding="utf-8")
    assert read(ROOT / ".github" / "recipes" / name)
    assert re.findall(r"- (make .+)", text) == ["make check FAIL_ON=error", "make site"]


BILL = run_path(str(ROOT / ".ci" / "sbom.py"))


def test_the_bill_of_materials_has_every_locked_package_with_its_hashes():
    lock = (ROOT / "requirements.txt").read_text(encoding="utf-8")
    made = BILL["bill"](lock, "1.2.3")
    listed = {(each["name"], each["version"]): each for each in made["components"]}
    assert set(listed) == {
        (name.lower(), version) for name, version in re.findall(r"^([\w.-]+)==([^\s;\\]+)", lock, re.MULTILINE)
    }
    assert sum(len(each["hashes"]) for each in listed.values()) == lock.count("--hash=sha256:") > len(listed)
    assert made["metadata"]["component"]["version"] == "1.2.3"
    assert BILL["bill"](lock, "1.2.3") == made and len(made["dependencies"][0]["dependsOn"]) == len(listed)


def runs(workflow, job):
    return [
        step["run"] for step in read(ROOT / ".github" / "workflows" / workflow)["jobs"][job]["steps"] if "run" in step
    ]


def test_known_holes_are_asked_about_and_inputs_tried_every_week_and_a_release_has_its_bill():
    # Each a job of its own: one that fails hides no other.
    assert runs("weekly.yml", "audit") == ["make audit"] and runs("weekly.yml", "hostile")[0] == "make fuzz MINUTES=20"
    assert read(ROOT / ".github" / "workflows" / "weekly.yml")[True]["schedule"]
    assert "make sbom" in runs("release.yml", "build") and "make test-wheel" in runs("release.yml", "build")


def test_a_package_that_cannot_be_asked_about_ends_the_audit():
    rule = (ROOT / "Makefile").read_text(encoding="utf-8").partition("\naudit:")[2].partition("\n\n")[0]
    assert "--strict" in rule and "--require-hashes" in rule and "exit 1" in rule
