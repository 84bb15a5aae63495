"""People: staff and portal accounts, and the persons of a case with what is said of their age."""
