"""The geometry of argument maps, in numbers and SVG."""
