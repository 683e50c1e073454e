"""Findings for an eye, for a pull request's lines, and for a program."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import asdict

from digest.files.codes import codes
from digest.files.findings import Finding

FORMATS = ("text", "github", "json")


def report(findings: Sequence[Finding], form: str) -> None:
    """Print the findings in one of FORMATS: to the output, one a line; json is one document."""
    if form == "json":
        listed = [{**asdict(finding), "level": level(finding)} for finding in findings]
        print(json.dumps(listed, ensure_ascii=False, indent=1))
        return
    for finding in findings:
        print(annotation(finding) if form == "github" else finding)


def summary(findings: Sequence[Finding], read: str) -> None:
    """Say how much was read and found."""
    count = f"{len(findings) or 'no'} finding{'' if len(findings) == 1 else 's'}"
    print(f"{read}: {count}", file=sys.stderr)
    if findings:
        named = sorted({finding.code for finding in findings})
        print(f"what a code means: digest check --explain {named[0]}", file=sys.stderr)


def level(finding: Finding) -> str:
    """``error`` or ``warning``."""
    return codes()[finding.code].level if finding.code in codes() else "error"


def annotation(finding: Finding) -> str:
    """The finding as a workflow command, which puts it beside its line in a pull request.

    A message may hold anything: what would end the command or one of its properties is written as its escape.
    """
    said = finding.message
    said += f"\nallowed: {finding.allowed}" if finding.allowed else ""
    said += f"\nexample: {finding.example}" if finding.example else ""
    where = f"file={_property(finding.file)},line={finding.line},title={_property(finding.code)}"
    return f"::{level(finding)} {where}::{_data(said)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
