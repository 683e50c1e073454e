"""What the pages of readers say beside an article's own text: who answers it, how to cite it, what stands opposed."""
