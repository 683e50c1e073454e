"""The sentences of an article, weighed: for an extract, and for what could be a claim."""
