"""What is really in a recording: measured by playing it, never believed from its name or header."""
