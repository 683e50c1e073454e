"""The digest: articles, claims and relations as plain values, and thin adapters that publish them."""

__version__ = "0.1.0"
