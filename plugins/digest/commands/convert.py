"""``digest convert``: the conversion of raw pages, for a digest that has this package installed."""

from __future__ import annotations

import argparse

from digest.inbox import conversion


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the subcommand."""
    parser = commands.add_parser(
        "convert", help="convert raw pages to articles", formatter_class=argparse.RawDescriptionHelpFormatter
    )
    conversion.command_line(parser)
    parser.set_defaults(run=lambda options: conversion.run_command(options, parser))
