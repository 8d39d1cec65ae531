"""`python -m models.train.stanza` trains."""

from .command import main

if __name__ == "__main__":
    main()
