"""Where Django looks for the portal's own tags."""
