"""`blanket kb …`: what maintainers of the knowledge base use. One module a command, thin."""
