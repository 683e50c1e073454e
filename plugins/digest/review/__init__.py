"""What a change of the docs folder does for a reader: two states of a digest compared, and the report of it."""
