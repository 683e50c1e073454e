"""Turn raw pages (saved HTML, feed dumps, text copies) into Markdown articles that people edit."""
