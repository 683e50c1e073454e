"""One article: its file, marks, claims, summary, and variants written by hand."""
