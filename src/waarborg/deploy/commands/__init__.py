"""The commands of ``waarborg``, one module each, found by ``deploy.cli``."""
