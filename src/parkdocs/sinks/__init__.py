"""Where results go: standard output, or files that appear whole or not at all."""
