"""Pages and forms: they call acts and show answers, and decide nothing."""
