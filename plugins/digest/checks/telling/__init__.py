"""What is told: findings, how much is published and why, the format of the files."""
