"""One program per site, its settings, its start-up checks and the command line."""
