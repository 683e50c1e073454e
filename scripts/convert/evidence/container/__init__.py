"""The element of an HTML page that holds the article."""
