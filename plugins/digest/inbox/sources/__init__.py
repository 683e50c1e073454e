"""Where raw pages come from: folders, archives, mail, feeds; each gives one page at a time, or says why not."""
