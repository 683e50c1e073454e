"""HTML to blocks: paragraphs, headings, lists, tables, code and pictures in reading order, each a run of spans."""
