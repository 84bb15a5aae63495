"""A record that can only grow: Merkle tree, proofs, signed checkpoints, and what a leaf is made of."""
