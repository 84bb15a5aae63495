"""Signals: indicators looked at and never looked at, and what the suspicion rests on."""
