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
    run([sys.executable, "-m", "venv", str(place / "venv")], place)
    binaries = place / "venv" / ("Scripts" if os.name == "nt" else "bin")
    run(
        [
            str(binaries / "python"),
            "-m",
            "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
            "--no-index",
            "--no-deps",
            str(wheel),
        ],
        place,
    )
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


def test_a_digest_is_started_and_its_commands_work_at_once(wheel, python, tmp_path):
    folder = tmp_path / "城市 digest"
    said = run(
        [str(python), "-m", "digest", "init", str(folder), "--name", "城市文摘 #1", "--from", str(wheel)], tmp_path
    )
    assert "make serve" in said
    dependencies = {
        "PIP_NO_INDEX": "1",
        "PIP_NO_DEPS": "1",
        "PYTHONPATH": sysconfig.get_path("purelib"),
        "PYTHON": str(python),
    }
    run(["make", "check"], folder, **dependencies)
    run(["make", "site"], folder, **dependencies)
    page = (folder / "site" / "zh-hant" / "articles" / "example" / "index.html").read_text(encoding="utf-8")
    assert 'id="c1"' in page and "一篇示例文章" in page and "文章很多，記得住的很少" in page
    assert "城市文摘 #1" in (folder / "site" / "zh-hans" / "index.html").read_text(encoding="utf-8")
    assert 'class="dg-claim"' in page and not (folder / ".site-new").exists()


def test_what_is_pushed_builds_where_it_is_cloned(wheel, python, tmp_path):
    """The commands that the new digest's page gives, up to where the host's own begin, in Traditional."""
    folder, bare, clone = tmp_path / "my", tmp_path / "bare.git", tmp_path / "clone"
    wanted = ["--lang", "zh-Hant", "--variants", "zh-Hant", "zh-Hans"]
    run([str(python), "-m", "digest", "init", str(folder), "--from", str(wheel), *wanted], tmp_path)
    git = ["git", "-c", "user.name=a", "-c", "user.email=a@b"]
    run([*git, "init", "-q", "--bare", "-b", "main", str(bare)], tmp_path)
    for command in (["init", "-q", "-b", "main"], ["add", "-A"], ["commit", "-qm", "開始"]):
        run([*git, *command], folder)
    run([*git, "push", "-q", str(bare), "main"], folder)
    run([*git, "clone", "-q", str(bare), str(clone)], tmp_path)
    environment = {
        "PIP_NO_INDEX": "1",
        "PIP_NO_DEPS": "1",
        "PYTHONPATH": sysconfig.get_path("purelib"),
        "PYTHON": str(python),
        "REPO_URL": "https://github.com/example/digest",
    }
    run(["make", "check"], clone, **environment)
    run(["make", "site"], clone, **environment)
    page = (clone / "site" / "zh-hans" / "articles" / "another-example" / "index.html").read_text(encoding="utf-8")
    assert "把一篇文章从头到尾读透" in page and 'href="../example/#c2"' in page
    assert 'data-repository="https://github.com/example/digest"' in page and "印證（supports）" in page


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
