"""Mechanisms that know neither law, Django nor each other."""
