"""What people edit, read with line numbers: YAML, front matter, the docs folder, and what is wrong in them."""
