"""Findings for an eye, for a pull request's lines, and for a program."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, replace

from digest.checks.telling.chinese import chinese
from digest.files.codes import codes
from digest.files.findings import Finding
from digest.text.harmless.escaping import in_json
from digest.text.harmless.terminal import annotate, note, say
from digest.text.spoken import in_chinese

FORMATS = ("text", "github", "json")


def spoken(finding: Finding) -> Finding:
    """A finding with its message as it is told: in Chinese what its code means comes first, then what came here."""
    if not in_chinese() or finding.code not in codes():
        return finding
    return replace(finding, message=f"{codes()[finding.code].zh}（{chinese(finding.message)}）")


def told(finding: Finding) -> str:
    """A finding on one line."""
    if not in_chinese() or finding.code not in codes():
        return str(finding)
    code, text = codes()[finding.code], spoken(finding).what_came()
    text += f"；可以：{chinese(finding.allowed)}" if finding.allowed else ""
    return f"{text}；例如：{chinese(finding.example or code.mend)}"


def report(findings: Sequence[Finding], form: str) -> None:
    """Print the findings in one of FORMATS: to the output, one a line; json is one document."""
    if form == "json":
        listed = [{**asdict(finding), "level": level(finding)} for finding in findings]
        say(*in_json(json.dumps(listed, ensure_ascii=False, indent=1)).split("\n"))
        return
    if form == "github":
        annotate(*map(annotation, findings))
        return
    say(*map(told, findings))


def summary(findings: Sequence[Finding], read: str) -> None:
    """Say how much was read and found."""
    if in_chinese():
        note(f"{read}：{f'{len(findings)} 处要看' if findings else '没有发现错处'}")
        if findings:
            note(f"代码的意思：digest check --explain {min(each.code for each in findings)}")
        return
    count = f"{len(findings) or 'no'} finding{'' if len(findings) == 1 else 's'}"
    note(f"{read}: {count}")
    if findings:
        named = sorted({finding.code for finding in findings})
        note(f"what a code means: digest check --explain {named[0]}")


def level(finding: Finding) -> str:
    """``error`` or ``warning``."""
    return codes()[finding.code].level if finding.code in codes() else "error"


def annotation(finding: Finding) -> str:
    """The finding as a workflow command, which puts it beside its line in a pull request.

    A message may hold anything: what would end the command or one of its properties is written as its escape.
    """
    if in_chinese() and finding.code in codes():
        code = codes()[finding.code]
        said = f"{code.zh}\n{chinese(finding.message)}"
        said += f"\n可以：{chinese(finding.allowed)}" if finding.allowed else ""
        said += f"\n例如：{chinese(finding.example or code.mend)}"
    else:
        said = _in_english(finding)
    where = f"file={_property(finding.file)},line={finding.line},title={_property(finding.code)}"
    return f"::{level(finding)} {where}::{_data(said)}"


def _in_english(finding: Finding) -> str:
    said = finding.message
    said += f"\nallowed: {finding.allowed}" if finding.allowed else ""
    return said + (f"\nexample: {finding.example}" if finding.example else "")


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
