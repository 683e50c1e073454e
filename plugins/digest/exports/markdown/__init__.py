"""Articles as plain Markdown, and the lists of them, for programs that read text."""
