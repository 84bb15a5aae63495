"""Rights: what each victim is told, asks, gets and is refused, and the notices that are due."""
