"""The phrase rules, kept as data: what lines of boilerplate, bylines and parts of pages look like, and reading them."""
