"""The door to the conversion."""

from digest.inbox import conversion


def test_every_name_of_the_door_leads_somewhere():
    # They are imported when they are asked for, so that no import at the top of a file would fail.
    assert [name for name in conversion.__all__ if getattr(conversion, name, None) is None] == []
