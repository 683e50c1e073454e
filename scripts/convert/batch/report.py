"""What became of every block, as JSON lines."""

from __future__ import annotations

import json

from convert.page import Article, Block


def report_lines(file: str, article: Article) -> list[str]:
    """One JSON object a block, kept ones after their places in the article, removed ones with the reason."""
    lines = [_line(file, index, "keep", "article", block) for index, block in enumerate(article.kept)]
    lines += [_line(file, r.index, "remove", r.reason, r.block) for r in article.removed]
    return lines


def _line(file: str, index: int, action: str, reason: str, block: Block) -> str:
    text = " ".join(block.text.split()) or " ".join(span.image for span in block.spans if span.image)
    entry = {"file": file, "index": index, "action": action, "reason": reason, "kind": block.kind, "text": text}
    if block.line:
        entry["line"] = block.line
    return json.dumps(entry, ensure_ascii=False)
