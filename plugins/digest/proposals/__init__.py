"""What the tool proposes to the curators: finding it, writing it down, and carrying out what they decide."""
