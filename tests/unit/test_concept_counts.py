import numpy
import pytest

from digest.plan.concepts import Concept
from digest.proposals.alike import concept_counts as counting
from digest.proposals.alike.concept_counts import concept_counts
from digest.zh.folding import fold

TEXTS = [
    fold(text)
    for text in (
        "修橋修橋的人",
        "",
        "桥",
        "去中心化不是中心化",
        "to b 与 2b",
        "桥",
        "船。\n船",
        "木桥与石桥，桥",
        "船\x1e船",
    )
]
CONCEPTS = [
    Concept("桥", ("桥", "石桥")),
    Concept("中心", ("(?<!去)中心化", "中心(?!化)")),
    Concept("企业", ("(?<![a-z0-9])(?:2|to ?)b(?![a-z0-9])",)),
    Concept("无", ("没有的",)),
    # These see where a text ends, or would go on into the next one.
    Concept("开头", ("^桥", "船$")),
    Concept("任何", ("桥.",)),
    Concept("除外", ("桥[^人]",)),
    Concept("空白", (r"船\W",)),
    Concept("后面", (r"(?=桥)桥", r"。\s")),
    Concept("分隔", ("\x1e", "船\x1e船")),
]


def by_hand(texts, concepts):
    return [[float(concept.shown(text)) for concept in concepts] for text in texts]


def dense(rows):
    table = numpy.zeros((len(rows), rows.width))
    table[rows.rows, rows.columns] = rows.values
    return table.tolist()


@pytest.mark.parametrize("much", [0, 10**9])
def test_all_at_once_is_counted_as_text_by_text(monkeypatch, much):
    """On several cores and on one."""
    monkeypatch.setattr(counting, "_MUCH", much)
    monkeypatch.setattr(counting, "cores", lambda: 2)
    assert dense(concept_counts(TEXTS, CONCEPTS)) == by_hand(TEXTS, CONCEPTS)


def test_without_texts_or_concepts_there_is_nothing_to_count():
    assert len(concept_counts([], CONCEPTS)) == 0
    assert dense(concept_counts(["桥"], [])) == [[0.0]]


def test_a_row_has_its_columns_in_order():
    rows = concept_counts(TEXTS, CONCEPTS)
    for start, end in zip(rows.ends, rows.ends[1:], strict=False):
        assert list(rows.columns[start:end]) == sorted(rows.columns[start:end])
