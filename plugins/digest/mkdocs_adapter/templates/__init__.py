"""The host's templates: what they are given, and a page rendered with them."""
