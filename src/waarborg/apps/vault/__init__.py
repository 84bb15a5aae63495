"""The vault: sealed objects and who holds them; it knows no interview."""
