"""What speaks for it: which part of a page is the article, and its title, authors, day and outlet."""
