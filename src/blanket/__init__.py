"""blanket: a terminal knowledge base for those who help citizens with public self-service in Denmark."""

__version__ = "0.2.0"
