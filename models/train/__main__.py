"""`python -m models.train` trains."""

from .command import main

if __name__ == "__main__":
    main()
