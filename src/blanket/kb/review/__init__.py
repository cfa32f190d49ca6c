"""Looking after the base: what is due, its status, its addresses, and what `kb tjek` looks at."""
