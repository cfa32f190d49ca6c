"""The site: the citizen's pages for a browser, their lists, and the same as open data."""
