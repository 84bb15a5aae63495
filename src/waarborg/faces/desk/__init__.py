"""The desk: where staff work on reports and cases."""
