"""From a publisher's list of forms to entries."""
