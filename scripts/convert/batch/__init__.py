"""The command's work: many pages on all cores, what became of each, and what is said about it."""
