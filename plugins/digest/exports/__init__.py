"""What other programs read of the digest: feeds, linked data, previews, plain text, books."""
