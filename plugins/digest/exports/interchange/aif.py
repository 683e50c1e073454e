"""The digest's claims and relations in the Argument Interchange Format: the JSON that argument databases exchange.

A claim is an information node (I); what supports another goes to it through an inference (RA), what disputes it
through a conflict (CA). ``extends`` and ``same-topic`` are no arguments and have no node there. A claim's address and
holder stand beside its text, where readers that do not know them pass over them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from digest.plan.site_plan import SitePlan
from digest.zh.variant_markup import resolve
from digest.zh.variants import Variant

NAME = "digest.aif.json"

_SCHEMES = {"supports": ("RA", "Default Inference"), "disputes": ("CA", "Default Conflict")}


def aif(plan: SitePlan, absolute: Callable[[str], str], folder: str, variants: Sequence[Variant]) -> dict[str, Any]:
    """The whole digest as ``nodes`` and ``edges``; each text is in its article's own script."""
    trees = {variant.tag: variant.path for variant in variants}
    nodes: list[dict[str, Any]] = []
    edges: list[dict[str, Any]] = []
    numbers: dict[str, str] = {}
    for ref, (article, claim) in plan.claims.items():
        numbers[ref] = str(len(nodes) + 1)
        text = resolve(claim.text, article.lang, str) if "-{" in claim.text else claim.text
        path = f"{trees.get(article.lang, variants[0].path)}/{folder}/{article.slug}/#{claim.id}"
        nodes.append(
            {
                "nodeID": numbers[ref],
                "text": text,
                "type": "I",
                "timestamp": article.date,
                "claim": ref,
                "holder": claim.holder or "、".join(article.authors),
                "url": absolute(path),
            }
        )
    for relation in plan.relations:
        if relation.kind in _SCHEMES:
            kind, scheme = _SCHEMES[relation.kind]
            number = str(len(nodes) + 1)
            node = {"nodeID": number, "text": scheme, "type": kind, "timestamp": "", "scheme": scheme}
            nodes.append(node | {"reason": relation.reason})
            edges += [
                _edge(len(edges) + 1, numbers[relation.a], number),
                _edge(len(edges) + 2, number, numbers[relation.b]),
            ]
    return {"nodes": nodes, "edges": edges, "locutions": []}


def _edge(number: int, start: str, end: str) -> dict[str, Any]:
    return {"edgeID": str(number), "fromID": start, "toID": end, "formEdgeID": None}
