"""Support: opened with the first contact, independent of the case, never ended by it."""
