"""Pictures of who answers whom, as plain geometry: the same numbers on every machine, nothing measured in a browser."""
