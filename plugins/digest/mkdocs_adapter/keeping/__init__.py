"""What a build keeps for the next: where, under which stamp, and which of its values."""
