"""What of the blocks is not the article (each removed one keeps its reason), headings, and typography."""
