"""The steps of the process, in its order: each app holds its data, its acts and its queries."""
