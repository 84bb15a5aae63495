"""Locking things: short texts under a case's key, whole files in the age format, receipt codes, and files of keys."""
