"""What ``lawmap check-citations`` reads, shows and writes."""
