"""What is shown as it is written, though something else was meant by it; what was not finished."""
