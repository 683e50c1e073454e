"""Chinese in two scripts: the engine and its phrases, variants, folding, terms, and markup for variants."""
