"""From what somebody types to ranked entries: words, the SQLite index, matching, ranking."""
