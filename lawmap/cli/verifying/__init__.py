"""What ``verify`` reads: folders, bags and logs, with the hash of each file."""
