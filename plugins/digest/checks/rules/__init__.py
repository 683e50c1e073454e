"""One kind of fault a module, each over the Markdown files of a docs folder."""
