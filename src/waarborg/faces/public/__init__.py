"""The public site: what happens when somebody reports, the report itself, and the mailbox."""
