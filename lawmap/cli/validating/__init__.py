"""What ``lawmap validate`` looks for, mends, and tells beside the faults."""
