"""An article to Markdown and to disk: escaping, names, records of what was written, merging with edits."""
