"""The tags of the shell; templates load them with ``{% load shell %}``."""
