"""What became of every block, what speaks for each field of the front matter, and what is in doubt, as JSON lines."""

from __future__ import annotations

import json

from convert.page import Block, Conversion, Evidence


def report_lines(file: str, article: Conversion) -> list[str]:
    """One JSON object a block (kept ones after their places in the article, removed ones with the reason, what stands
    outside the main content too), one for each piece of evidence, one for each doubt.

    The texts of the blocks are all that the page shows; addresses of pictures stand beside them."""
    lines = [_line(file, index, "keep", "article", block) for index, block in enumerate(article.kept)]
    removed = sorted((*article.outside, *article.removed), key=lambda r: r.index)
    lines += [_line(file, r.index, "remove", r.reason, r.block) for r in removed]
    lines += [_evidence(file, each, article) for each in article.evidence]
    for doubt in article.doubts:
        entry = {"file": file, "action": "doubt", "reason": doubt.reason, "text": doubt.passage}
        lines.append(json.dumps(entry, ensure_ascii=False))
    return lines


def _evidence(file: str, evidence: Evidence, article: Conversion) -> str:
    """What speaks for a value of a field, and whether it won."""
    best = next(each for each in article.evidence if each.name == evidence.name)
    value = list(evidence.value) if isinstance(evidence.value, tuple) else evidence.value
    entry: dict[str, object] = {"file": file, "action": "evidence", "field": evidence.name, "value": value}
    entry |= {"reason": evidence.source, "rank": evidence.rank, "chosen": evidence is best}
    return json.dumps(entry, ensure_ascii=False)


def _line(file: str, index: int, action: str, reason: str, block: Block) -> str:
    text = " ".join(block.text.split())
    entry = {"file": file, "index": index, "action": action, "reason": reason, "kind": block.kind, "text": text}
    pictures = [span.image for span in block.spans if span.image]
    if pictures:
        entry["pictures"] = pictures
    if block.line:
        entry["line"] = block.line
    return json.dumps(entry, ensure_ascii=False)
