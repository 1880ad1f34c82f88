"""``python -m parkdocs`` is the command ``parkdocs``."""

from parkdocs.cli import main

if __name__ == "__main__":
    main()
