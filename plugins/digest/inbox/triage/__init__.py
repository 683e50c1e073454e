"""What is known of each page that came in, and which of them a curator should see first."""
