"""What is written to standard error: one line for each request and each fault, and nothing that tells of a person."""
