"""What can go wrong with workers."""


class WorkerDied(Exception):
    """The worker that had a part died, and the scheduler gave up or the pool is broken."""


class OtherCode(Exception):
    """A worker has other code than the machine that asks."""


class NoScheduler(Exception):
    """No scheduler answers, it went away, or its workers are no use."""
