"""Work that no process survives: a module of its own, so that a process that begins has little to read."""

import os
from functools import partial

from digest.inbox.triage.workers.task import examine_part


def _work(place, part, patterns, known):
    if any(each.place == place for each in part.pages):
        os._exit(1)
    return examine_part(part, patterns, known)


def kills(place):
    """Work in which the page at ``place`` kills its process."""
    return partial(_work, place)
