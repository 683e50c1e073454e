"""Texts of anybody, on their way to a comment, a terminal or a log."""
