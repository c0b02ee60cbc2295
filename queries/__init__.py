"""The questions, one SQL file each, and what finds, checks, binds and runs them."""
