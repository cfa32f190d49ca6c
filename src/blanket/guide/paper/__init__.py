"""What the citizen takes home: the view model of a page, what stands in its box, what gives way, and its file."""
