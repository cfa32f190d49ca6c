"""From YAML files to checked entries: the model, the reader, the form check, the rules and the whole base."""
