"""What every storey may rely on: clock, ids, texts, actors, errors and events, from the standard library alone."""
