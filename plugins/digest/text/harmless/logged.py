"""Lines of a log, whoever writes them, on their way to a terminal or to the log of a workflow."""

from __future__ import annotations

import logging

from digest.text.harmless.terminal import inert


class InertLines(logging.Filter):
    """Makes what is logged harmless, line by line: names of files, addresses and links stand in it as they came."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Take every record, its message escaped."""
        record.msg, record.args = "\n".join(map(inert, record.getMessage().split("\n"))), ()
        return True


def make_inert(logger: str) -> None:
    """Have all that reaches the handlers of ``logger`` escaped, once."""
    for handler in logging.getLogger(logger).handlers:
        if not any(isinstance(each, InertLines) for each in handler.filters):
            handler.addFilter(InertLines())
