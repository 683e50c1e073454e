"""What the articles are about and who speaks in them: concepts, people and companies, each with its address."""
