"""Decisions: prosecute or dismiss, judgement, appeal, complaint, and what each of them moves."""
