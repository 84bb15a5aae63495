"""The rules themselves, as values that a lawyer can read; no behaviour, no Django."""
