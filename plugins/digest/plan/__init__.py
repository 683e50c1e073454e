"""The whole digest: relations, concepts, subjects, what is published, all resolved before any page is made."""
