"""The pictures of links to pages, drawn at build time: of an article, and of a dispute."""
