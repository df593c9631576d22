"""What losing them costs, and what keeping them is worth."""
