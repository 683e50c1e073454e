"""Text as such: its characters and script, and the addresses in it. Knows nothing of pages."""
