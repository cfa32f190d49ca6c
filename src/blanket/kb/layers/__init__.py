"""What a kommune lays over the shared base, and who vouches for what: read, laid, merged, compared by fingerprint."""
