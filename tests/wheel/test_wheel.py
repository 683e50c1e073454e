"""The wheel, away from the checkout: what it holds, and a digest that is started, checked, built and fed with it."""

import json
import os
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

PROJECT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The wheel that $WHEEL names (what is to be released is what is tested), else one made now."""
    if named := os.environ.get("WHEEL"):
        return Path(named).resolve(strict=True)
    out = tmp_path_factory.mktemp("wheel")
    run(
        [
            sys.executable,
            "-m",
            "pip",
            "wheel",
            "--quiet",
            "--disable-pip-version-check",
            "--no-deps",
            "--no-build-isolation",
            "--wheel-dir",
            str(out),
            str(PROJECT),
        ],
        out,
    )
    [made] = out.glob("*.whl")
    return made


def run(command, folder, **variables):
    """Run a command with nothing of the checkout on its path; what it printed. A failure shows everything."""
    kept = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "MAKEFLAGS", "MAKELEVEL")}
    done = subprocess.run(command, cwd=folder, env={**kept, **variables}, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout + done.stderr


@pytest.fixture(scope="module")
def python(wheel, tmp_path_factory):
    """A fresh environment with the wheel in it, which sees the packages of the tests' own environment behind it."""
    place = tmp_path_factory.mktemp("environment")
    run([sys.executable, "-m", "venv", "--without-pip", str(place / "venv")], place)
    binaries = place / "venv" / ("Scripts" if os.name == "nt" else "bin")
    pip = [sys.executable, "-m", "pip", "--python", str(binaries / "python"), "--disable-pip-version-check"]
    run([*pip, "install", "--quiet", "--no-index", "--no-deps", str(wheel)], place)
    own = run([str(binaries / "python"), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"], place).strip()
    # A .pth file in a .pth file's folder is not read: a checkout installed as editable stays out.
    Path(own, "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return binaries / "python"


def test_the_wheel_holds_everything_and_nothing_else(wheel):
    held = set(zipfile.ZipFile(wheel).namelist())
    expected = set()
    for folder, inside in (
        (PROJECT / "plugins" / "digest", "digest"),
        (PROJECT / "scripts" / "convert", "digest/scripts/convert"),
    ):
        expected |= {
            f"{inside}/{path.relative_to(folder).as_posix()}"
            for path in folder.rglob("*")
            if path.is_file() and "__pycache__" not in path.parts
        }
    assert {name for name in held if ".dist-info/" not in name} == expected
    assert any(name.endswith(".dist-info/licenses/LICENSE") for name in held)


def test_the_wheel_brings_its_bill_of_materials(wheel):
    with zipfile.ZipFile(wheel) as packed:
        [name] = [each for each in packed.namelist() if ".dist-info/sboms/" in each]
        bill = json.loads(packed.read(name))
    assert bill["bomFormat"] == "CycloneDX" and wheel.name.split("-")[1] == bill["metadata"]["component"]["version"]
    assert {"nh3", "mkdocs"} <= {each["name"] for each in bill["components"]}


# What stands for the host's own program: a repository that is pushed to, and its workflow of publishing run as written.
GH = """#!{python}
import os, pathlib, subprocess, sys, yaml
given, bare = sys.argv[1:], pathlib.Path(os.environ["HOSTED"], "bare.git")
def run(*command, **options):
    subprocess.run(command, check=True, **options)
if given[:2] == ["repo", "create"]:
    assert given[2:] == ["my-digest", "--public", "--source", ".", "--push"], given
    run("git", "init", "-q", "--bare", "-b", "main", str(bare))
    run("git", "push", "-q", str(bare), "main")
elif given[0] == "api":
    assert given[1:] == ["--method", "POST", "repos/{{owner}}/{{repo}}/pages", "--field", "build_type=workflow"], given
    (bare / "pages").touch()
elif given == ["workflow", "run", "publish.yml"]:
    assert (bare / "pages").is_file()
    clone = bare.with_name("clone")
    run("git", "clone", "-q", str(bare), str(clone))
    workflow = yaml.safe_load((clone / ".github" / "workflows" / given[2]).read_text(encoding="utf-8"))
    for step in workflow["jobs"]["build"]["steps"]:
        if "run" in step:
            asked = {{"SITE_URL": "https://me.example.org/my-digest/", "REPO_URL": "https://github.com/me/my-digest"}}
            assert set(step.get("env", {{}})) in (set(), set(asked)), step
            run("bash", "-e", "-c", step["run"], cwd=clone, env={{**os.environ, **(asked if "env" in step else {{}})}})
else:
    sys.exit(f"gh: {{given}}")
"""
PIPX = """#!/bin/sh
test "$1 $2 $3 $4" = "run --spec zh-article-digest digest" || exit 1
shift 4
exec {digest} "$@" --from {wheel}
"""


def five_commands():
    """The commands that the README gives for another digest."""
    said = (PROJECT / "README.md").read_text(encoding="utf-8").partition("## 另办一份文摘")[2]
    commands = said.partition("```sh\n")[2].partition("```")[0].splitlines()
    assert len(commands) == 5
    return commands


@pytest.mark.parametrize(
    ("wanted", "first", "texts"),
    [
        ("", "zh-hans", ("文章很多，记得住的很少", "文章很多，記得住的很少")),
        (" --lang zh-Hant --variants zh-Hant zh-Hans", "zh-hant", ("文章很多，记得住的很少", "文章很多，記得住的很少")),
    ],
    ids=["Simplified", "Traditional"],
)
def test_five_commands_lead_from_the_wheel_to_a_published_site(wheel, python, tmp_path, wanted, first, texts):
    programs, place = tmp_path / "programs", tmp_path / "我的 文件"
    programs.mkdir()
    place.mkdir()
    (programs / "gh").write_text(GH.format(python=sys.executable), encoding="utf-8")
    (programs / "pipx").write_text(PIPX.format(digest=python.with_name("digest"), wheel=wheel), encoding="utf-8")
    for program in programs.iterdir():
        program.chmod(0o755)
    commands = five_commands()
    commands[0] = commands[0].replace("城市文摘", "'城市文摘 #1'") + wanted
    (place / "commands.sh").write_text("\n".join(commands), encoding="utf-8")
    environment = {
        "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
        "HOSTED": str(tmp_path),
        "PIP_NO_INDEX": "1",
        "PIP_NO_DEPS": "1",
        "PYTHONPATH": sysconfig.get_path("purelib"),
        "PYTHON": str(python),
        **{
            f"GIT_{who}_{what}": f"a{'@b' * (what == 'EMAIL')}"
            for who in ("AUTHOR", "COMMITTER")
            for what in ("NAME", "EMAIL")
        },
    }
    run(["bash", "-e", "commands.sh"], place, **environment)
    site = tmp_path / "clone" / "site"
    for tree, text in zip(("zh-hans", "zh-hant"), texts, strict=True):
        page = (site / tree / "articles" / "example" / "index.html").read_text(encoding="utf-8")
        assert 'id="c1"' in page and text in page and 'class="dg-claim"' in page
        assert 'data-repository="https://github.com/me/my-digest"' in page
        other = (site / tree / "articles" / "another-example" / "index.html").read_text(encoding="utf-8")
        assert 'href="../example/#c2"' in other
    assert "城市文摘 #1" in (site / first / "index.html").read_text(encoding="utf-8")
    root = (site / "index.html").read_text(encoding="utf-8")
    assert root.index(f'href="{first}/"') == min(root.index(f'href="{tree}/"') for tree in ("zh-hans", "zh-hant"))
    assert "https://me.example.org/my-digest/" in (site / "sitemap.xml").read_text(encoding="utf-8")


def test_the_mkdocs_of_the_wheel_builds_an_empty_digest(python, tmp_path):
    run(
        [
            str(python),
            "-m",
            "digest",
            "init",
            "my",
            "--empty",
            "--lang",
            "zh-Hant",
            "--variants",
            "zh-Hant",
            "zh-Hant-TW",
        ],
        tmp_path,
    )
    assert not list((tmp_path / "my" / "docs" / "articles").glob("*.md"))
    run([str(python), "-m", "mkdocs", "build", "--strict"], tmp_path / "my", NO_MKDOCS_2_WARNING="1")
    assert "這裡寫一段話" in (tmp_path / "my" / "site" / "zh-hant-tw" / "index.html").read_text(encoding="utf-8")


def test_pages_are_converted_with_the_wheel(python, tmp_path):
    page = next((PROJECT / "tests" / "convert" / "pages").glob("*.html"))
    run([str(python), "-m", "digest", "convert", str(page), "--out", "articles", "--slug", "page"], tmp_path)
    assert (tmp_path / "articles" / "page.md").read_text(encoding="utf-8").startswith("---\ntitle:")
