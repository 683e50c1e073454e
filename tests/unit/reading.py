"""Reads sources as the commands do, here and one part after the other."""

from digest.inbox.sources.meter import Meter
from digest.inbox.sources.parts import read_in_turn
from digest.inbox.sources.places import parts_of
from digest.inbox.sources.raw_page import RawPage, Unread


def read(sources, web, feeds=()):
    """The pages of sources and of the addresses of ``feeds``, and what cannot be read."""
    found = list(read_in_turn(parts_of(sources, web, Meter(), feeds), Meter()))
    return [each for each in found if isinstance(each, RawPage)], [each for each in found if isinstance(each, Unread)]
