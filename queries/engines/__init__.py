"""What runs the questions: DuckDB."""
