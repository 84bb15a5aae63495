"""The pattern book: pages that show every component in every state, rendered in tests only."""
