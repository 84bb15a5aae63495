"""Interviews: planned, held and closed under the rulebook."""
