"""What a page says of its article: title, authors, day and outlet. Each find is evidence with a rank; the best wins."""
