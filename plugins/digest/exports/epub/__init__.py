"""The book: an EPUB of the newest articles in each variant."""
