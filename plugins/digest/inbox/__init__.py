"""Raw pages on their way into the digest: fetched or given, converted, kept, and what to look at next."""
