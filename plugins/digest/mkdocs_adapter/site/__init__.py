"""The folder that a site is written to: one build at a time, the last site kept until the new one stands, its files."""
