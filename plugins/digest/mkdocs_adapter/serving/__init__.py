"""A site while it is edited: what is made at once, and what follows."""
