"""Speed and search quality, measured against peers side by side in one run."""
