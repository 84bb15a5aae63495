"""Drawings as data: pure Python that turns what happened into places, lines and words; templates only print them."""
