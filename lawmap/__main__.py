"""Run lawmap as ``python -m lawmap``."""

from lawmap.cli import main

if __name__ == "__main__":
    main()
