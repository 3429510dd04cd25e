"""``python -m seasoned``."""

from seasoned.cli.main import main

if __name__ == "__main__":
    main()
