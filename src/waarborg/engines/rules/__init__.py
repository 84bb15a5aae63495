"""The rule engine: conditions as data, three-valued, dated and explained; it knows no law."""
