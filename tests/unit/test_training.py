"""The training of the model: from a folder of Traditional texts, the same each time."""

import subprocess
import sys
from pathlib import Path

import pytest

from digest.zh.context.model import unpacked
from digest.zh.script import Script

TRAINING = Path(__file__).parents[2] / "bench" / "training"
ANIMALS = "貓 狗 鳥 羊 牛 鹿 兔 虎 雞 鴨 鵝 鼠 猴 熊 狼 象".split()
SEEN = "院子裡 山坡上 河邊 樹下 門口 屋頂".split()
COUNTED = [f"{place}有一隻{animal}。" for place in SEEN for animal in ANIMALS]
ONLY = [f"{place}只有{animal}在叫。" for place in SEEN for animal in ANIMALS]


def train(folder, *options):
    command = [
        sys.executable,
        str(TRAINING),
        str(folder / "texts"),
        "--held",
        str(folder / "held"),
        "--words",
        str(folder / "words.txt"),
        "--senses",
        str(folder / "senses.txt"),
        "--out",
        str(folder / "model.xz"),
        *options,
    ]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    root = tmp_path_factory.mktemp("training")
    for name, lines in (("texts/a.txt", COUNTED), ("texts/b/one.md", ONLY), ("held/c.txt", COUNTED[::7] + ONLY[::7])):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("\n".join(lines), encoding="utf-8")
    (root / "words.txt").write_text("院子 90\n只有 80\n山坡 70\n一只 60\n里耶 9 nrt\n", encoding="utf-8")
    (root / "senses.txt").write_text("# 只\n2x [門口|河邊]有一隻[象|熊]?。\n", encoding="utf-8")
    return root


def test_a_folder_of_texts_becomes_a_model_that_decides(folder):
    done = train(folder)
    assert done.returncode == 0, done.stderr
    first = (folder / "model.xz").read_bytes()
    model = unpacked(first)
    assert set(model.characters["只"].forms) == {"只", "隻"}
    script = Script(model=lambda: model)
    assert script.convert("门口有一只熊。", "zh-Hans", "zh-Hant") == "門口有一隻熊。"
    assert script.convert("屋顶只有猴在叫。", "zh-Hans", "zh-Hant") == "屋頂只有猴在叫。"
    assert train(folder).returncode == 0 and (folder / "model.xz").read_bytes() == first


def test_a_folder_without_texts_is_said(folder, tmp_path):
    (tmp_path / "texts").mkdir()
    done = train(tmp_path)
    assert done.returncode == 2 and "no text came" in done.stderr and "example" in done.stderr
