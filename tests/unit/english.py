"""What is English in a text that people are to read in Chinese."""

import re

# An English word that is no key, no address, no name of a file and no command.
WORD = re.compile(r"(?<![\w.<#@/:`'=\\-])[a-z]{2,}(?![\w.@/:=`'-])")
NOT_SAID = re.compile(r"https?://\S*|`[^`]*`|<[^>]*>|\b[a-z_-]+:|\bdigest \w+|--\w+|\bzh\b|\S*/\S*|\S+\.md|#\w+")
# A line to be copied: a relation, a key with its value.
COPIED = re.compile(r"- \S+#c\d.*|(?:- )?[a-z_]+: (?:\[.*\]|\{.*\}|\S+)(?: / [a-z_]+: \S+)*")


def is_message(text):
    """Whether any word of it is English that is no key, no name and no command."""
    if COPIED.fullmatch(text):
        return False
    return bool(WORD.search(NOT_SAID.sub(" ", text))) and (" " in text)
