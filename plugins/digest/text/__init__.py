"""Text as such: HTML as tokens, what a reader sees of Markdown, sentences, lines, and text that does nothing."""
