"""What one run leaves for the next: the result of every page, and what stood at addresses."""
