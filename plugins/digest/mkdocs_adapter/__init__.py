"""Hands the digest to MkDocs, or to a host that takes MkDocs' plugins."""
