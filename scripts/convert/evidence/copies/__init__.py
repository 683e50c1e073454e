"""What speaks in a text copy, which has lines and blank lines only: its title, heads, contents, posts."""
