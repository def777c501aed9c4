"""How fast ``lawmap validate`` is, beside bare YAML loading and other linters of YAML files."""
