"""The subcommands of ``digest``, one module each: what a contributor runs without building the site.

A module has ``add(commands)``, which describes its options to argparse, and ``run(options)``, which gives the exit
code: 0 nothing to say, 1 something found or failed, 2 wrong use.
"""
