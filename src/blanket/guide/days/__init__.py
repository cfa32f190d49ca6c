"""Days and hours: as people type and say them, open or not, deadlines as dates."""
