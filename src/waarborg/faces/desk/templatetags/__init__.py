"""Where Django looks for the desk's own tags."""
