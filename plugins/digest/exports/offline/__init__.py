"""What lets a browser keep the site: a manifest with icons, and the worker that shows kept pages without a network."""
