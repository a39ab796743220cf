"""Bytes outside the database, each under its own SHA-256: kept before the row that names them, and never changed."""
