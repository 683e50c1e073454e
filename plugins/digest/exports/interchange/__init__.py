"""The claims and relations of a digest in the formats that argument tools read."""
