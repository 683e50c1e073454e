"""The host's files and pages: a tree a variant, with the pages that no file has, and a navigation for each."""
