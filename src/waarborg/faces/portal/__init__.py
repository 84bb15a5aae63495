"""The portal: where a victim sees where the case is, what comes next, and which rights there are."""
