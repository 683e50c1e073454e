"""Values of files compared with their JSON Schemas."""
