"""What ``make serve`` shows while a digest is edited: the same pages as the published site, let through by one list."""

import os
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request

import pytest
from building import build
from test_hosts import Active

CONFIG = """\
site_name: 桥
theme: {name: material, font: false}
markdown_extensions: [attr_list, md_in_html]
plugins: [{digest: {epub: false, cards: false, reserved_rights: full}}]
"""
HOSTILE = (
    '---\ntitle: 桥<script>alert(1)</script>\nlang: zh-Hans\nsummary: "<img src=x onerror=alert(2)>"\n---\n\n'
    "# 题 {: id='x\" onmouseover=\"alert(3)' }\n\n桥要修。<script>alert(4)</script>\n\n<img src=x onerror=alert(5)>\n\n"
    "[点](javascript:alert(6))\n\n<meta http-equiv=refresh content='0;url=http://127.0.0.1:9998/'>\n"
)


@pytest.fixture
def project(tmp_path):
    (tmp_path / "docs" / "articles").mkdir(parents=True)
    (tmp_path / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    (tmp_path / "docs" / "index.md").write_text("# 桥\n", encoding="utf-8")
    (tmp_path / "docs" / "articles" / "a.md").write_text(HOSTILE, encoding="utf-8")
    (tmp_path / "docs" / "evil.js").write_text("alert(1)", encoding="utf-8")
    return tmp_path


@pytest.fixture
def served(project):
    """Asks the host's own server, as ``make serve`` starts it, for a path."""
    with socket.create_server(("localhost", 0)) as free:
        port = free.getsockname()[1]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"localhost:{port}"]
    running = subprocess.Popen(
        command, cwd=project, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )

    def answer(path):
        for _ in range(1200):
            assert running.poll() is None
            try:
                with urllib.request.urlopen(f"http://localhost:{port}/{path}") as given:
                    return given.read().decode()
            except urllib.error.HTTPError as fault:
                return fault.code
            except OSError:
                time.sleep(0.1)
        raise AssertionError("the server does not answer")

    yield answer
    running.terminate()
    running.wait()


def text(page):
    """The headings and paragraphs of the article on a page, as they stand there."""
    inside = page.partition('id="dg-text"')[2].partition("</article>")[0]
    return re.findall(r'<(?:h[1-6]|p) id="(?:p\d|h-)[^>]*>.*?</(?:h[1-6]|p)>', inside, re.DOTALL)


def test_what_is_served_is_what_is_published(project, served):
    assert build(project, project / "site").returncode == 0
    page = (project / "site" / "zh-hans" / "articles" / "a" / "index.html").read_text(encoding="utf-8")
    seen = served("zh-hans/articles/a/")
    assert len(text(page)) > 2 and "桥要修" in "".join(text(page)) and text(seen) == text(page)
    assert served("evil.js") == 404 and not (project / "site" / "evil.js").exists()
    for shown in (seen, page):
        assert Active(shown).found == []
    # The host puts a script into what it serves, which the policy would refuse.
    assert "Content-Security-Policy" in page and "Content-Security-Policy" not in seen
