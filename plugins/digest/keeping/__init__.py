"""What one run keeps for the next: bytes by everything that they were made from, whatever they are."""
