"""Bytes to text, and text to a draft: one module a format (HTML, feed, front matter, Markdown, plain text)."""
