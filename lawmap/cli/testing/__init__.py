"""What ``lawmap test`` chooses, and how it tells what it found."""
