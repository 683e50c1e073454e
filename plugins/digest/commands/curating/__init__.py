"""What commands write for a curator: decisions carried out."""
