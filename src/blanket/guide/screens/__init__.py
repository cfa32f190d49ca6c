"""What staff see: one screen, the full guide, places, a kommune, the state of the base."""
