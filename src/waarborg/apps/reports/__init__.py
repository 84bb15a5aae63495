"""Reports: sealed before they are written, opened by the door that they went to, handed over and taken over."""
