"""The proofs of the ledger, held to the vectors of the transparency-dev Merkle library."""

from __future__ import annotations

import json
from base64 import b64decode
from collections import Counter
from pathlib import Path
from typing import Any

from waarborg.engines.ledger.errors import Unproven
from waarborg.engines.ledger.proofs import verify_consistency, verify_inclusion, verify_subtree

#: Vectors whose roots are 12 bytes of text that their library compares unseen; we believe no root that is no hash.
EQUAL_ONE = "additional/sizes-are-equal-one-and-proof-is-empty.json"
EQUAL_ZERO = "additional/subtree-is-empty-sizes-are-equal-zero-subtree-root-valid-tree-root-random-proof-is-empty.json"
STRICTER = {f"consistency/{EQUAL_ONE}", f"subtreeconsistency/{EQUAL_ONE}", f"subtreeconsistency/{EQUAL_ZERO}"}


def verify(kind: str, vector: dict[str, Any]) -> None:
    """Put a vector to the check of its kind."""

    def hashed(name: str) -> bytes:
        return b64decode(vector[name])

    proof = [b64decode(each) for each in vector["proof"] or ()]
    match kind:
        case "inclusion":
            index, size = vector["leafIdx"], vector["treeSize"]
            verify_inclusion(leaf=hashed("leafHash"), index=index, size=size, root=hashed("root"), proof=proof)
        case "consistency":
            size1, size2 = vector["size1"], vector["size2"]
            roots = {"old_root": hashed("root1"), "root": hashed("root2")}
            verify_consistency(old_size=size1, size=size2, proof=proof, **roots)
        case "subtreeinclusion":
            start, size = vector["start"], vector["end"] - vector["start"]
            index = vector["leafIdx"] - start
            verify_inclusion(leaf=hashed("leafHash"), index=index, size=size, root=hashed("root"), proof=proof)
        case "subtreeconsistency":
            part, root = hashed("root1"), hashed("root2")
            start, end = vector["start"], vector["end"]
            verify_subtree(start=start, end=end, part=part, size=vector["size"], root=root, proof=proof)
        case _:
            raise AssertionError(kind)


def test_every_vector_is_judged_as_its_authors_say(vectors: Path) -> None:
    folder = vectors / "merkle"
    seen: Counter[str] = Counter()
    judged_otherwise = set()
    for file in sorted(folder.rglob("*.json")):
        name = file.relative_to(folder).as_posix()
        kind = name.split("/")[0]
        vector = json.loads(file.read_text())
        seen[kind] += 1
        try:
            verify(kind, vector)
            refused = False
        except Unproven:
            refused = True
        if refused != vector["wantErr"]:
            judged_otherwise.add(name)
            assert refused, f"{name} was believed"
    assert judged_otherwise == STRICTER
    assert set(seen) == {"inclusion", "consistency", "subtreeinclusion", "subtreeconsistency"}
    assert seen.total() == 414
