"""What a reader proposes, read from the event of an issue: data from outside, of which nothing is believed."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from digest.files.findings import nearest
from digest.zh.folding import fold

_FORMS = Path(__file__).with_name("forms.yml")
# GitHub's own limit for an issue is 65,536 characters; a sentence or a reason needs far fewer.
LONGEST = 2000
_SIZE = 2_000_000
_EMPTY = "_No response_"
_LOGIN = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})(?:\[bot\])?")


class ProposalFault(ValueError):
    """What is proposed cannot be carried out; the message says why, what is allowed and an example."""

    def __init__(self, came: str, allowed: str, example: str = "") -> None:
        super().__init__(f"{came}；可以：{allowed}" + (f"；例如：{example}" if example else ""))


@dataclass(frozen=True)
class Form:
    """``file`` of the issue form, its ``name``, its ``fields`` (id to label), the ids that may be left empty."""

    file: str
    name: str
    fields: Mapping[str, str]
    optional: tuple[str, ...]


@dataclass(frozen=True)
class Proposal:
    """``kind`` is a key of the forms; ``values`` by field id; ``number`` of the issue, ``login`` of its writer."""

    kind: str
    values: Mapping[str, str]
    number: int
    login: str

    def __getitem__(self, field: str) -> str:
        return self.values.get(field, "")


@cache
def forms() -> Mapping[str, Form]:
    """The forms by kind."""
    listed = yaml.safe_load(_FORMS.read_text(encoding="utf-8"))
    return {
        kind: Form(about["form"], about["name"], about["fields"], tuple(about["optional"]))
        for kind, about in listed.items()
    }


def read_event(path: Path) -> Proposal:
    """The proposal in the JSON of an event about an issue. Raises ProposalFault, or OSError where there is no file."""
    if path.stat().st_size > _SIZE:
        raise ProposalFault(f"{path.name} 有 {path.stat().st_size} 字节", f"至多 {_SIZE} 字节")
    try:
        event = json.loads(path.read_bytes())
    except (ValueError, RecursionError) as fault:
        raise ProposalFault(f"{path.name} 不是 JSON（{str(fault)[:80]}）", "GitHub 事件的 JSON") from fault
    issue = event.get("issue") if isinstance(event, dict) else None
    if not isinstance(issue, dict) or not isinstance(issue.get("body"), str):
        raise ProposalFault(
            "事件里没有填好的表单", "关于一个 issue 的事件", '{"issue": {"number": 1, "body": "### 文章…"}}'
        )
    number = issue.get("number")
    if not isinstance(number, int) or isinstance(number, bool) or not 0 < number < 10**9:
        raise ProposalFault(f"issue 的编号是 {number!r}", "一个正整数", "12")
    kind, values = _filled(issue["body"])
    return Proposal(kind, values, number, _login(issue))


def _login(issue: Mapping[str, Any]) -> str:
    user = issue.get("user")
    login = user.get("login") if isinstance(user, dict) else ""
    return login if isinstance(login, str) and _LOGIN.fullmatch(login) else ""


def _filled(body: str) -> tuple[str, dict[str, str]]:
    """Kind and values of a form that came back as text: a heading with a field's label, and what was written below."""
    sections: dict[str, str] = {}
    parts = re.split(r"^### +(\S.*)$", body.replace("\r\n", "\n").replace("\r", "\n"), flags=re.MULTILINE)
    for label, text in zip(parts[1::2], parts[2::2], strict=True):
        # Of a label that is there twice the first counts: what a reader wrote may hold a heading, too.
        sections.setdefault(fold(label.strip()), text.strip())
    kind = max(forms(), key=lambda each: len({fold(label) for label in forms()[each].fields.values()} & set(sections)))
    form = forms()[kind]
    needed = [label for field, label in form.fields.items() if field not in form.optional]
    missing = [label for label in needed if sections.get(fold(label), _EMPTY) in ("", _EMPTY)]
    if missing:
        known = [label for each in forms().values() for label in each.fields.values()]
        guess = nearest(next(iter(sections), ""), known)
        raise ProposalFault(
            f"没有填 {'、'.join(missing)}",
            f"{form.name}：{'、'.join(needed)} 都要填" + (f"（相近的：{guess}）" if guess else ""),
        )
    return kind, {field: _text(label, sections.get(fold(label), "")) for field, label in form.fields.items()}


def _text(label: str, text: str) -> str:
    """What was written into a field. Raises ProposalFault where it is too long or holds what no text should."""
    text = "" if text == _EMPTY else unicodedata.normalize("NFC", text)
    if len(text) > LONGEST:
        raise ProposalFault(f"{label} 有 {len(text)} 个字", f"至多 {LONGEST} 个字")
    if any(unicodedata.category(sign) in ("Cc", "Cf", "Co", "Cs") and sign != "\n" for sign in text):
        raise ProposalFault(f"{label} 里有看不见的字符", "只有看得见的字")
    return text
