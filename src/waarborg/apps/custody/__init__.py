"""Custody: the ledger of every act and every consultation, and the keys that only an entry opens."""
