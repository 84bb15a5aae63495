"""The one way in which the ledger says no."""


class Unproven(ValueError):  # noqa: N818 - it is the finding itself: what was claimed is not shown
    """A proof, note, checkpoint or leaf does not show what it claims; nothing in it may be relied on."""
