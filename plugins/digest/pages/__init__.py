"""What readers see, as plain values in the script of each variant."""
