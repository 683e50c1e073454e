"""What raw pages come in: archives, web archives, mail, feeds; each gives one page at a time, or says why not."""
