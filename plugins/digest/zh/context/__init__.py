"""Characters that have several forms in the other script, decided by what stands around them: integers only, so
that every machine decides alike."""
