"""Waarborg carries a human-trafficking report from first contact to outcome, and keeps every promise checkable."""
