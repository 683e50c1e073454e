"""Maps of the argument: the whole digest, by concept and by article."""
