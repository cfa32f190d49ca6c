"""What an entry may look like: the model, how a file is read into it, and what is wrong where."""
