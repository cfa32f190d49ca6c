"""From an entry to what one reader sees: the view model, hours, rendering."""
