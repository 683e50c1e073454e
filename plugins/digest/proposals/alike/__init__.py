"""Which claims say alike things: their features as rows of numbers, and the nearest of each."""
