"""How fast lawmap is, measured beside others on the same conditions; see docs/performance.md."""
