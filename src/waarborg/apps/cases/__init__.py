"""Cases: their life cycle, who needs to know them, a victim's road and the suspicions against suspects."""
