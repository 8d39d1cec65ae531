"""`python -m olgu`."""

from olgu.cli import app

if __name__ == "__main__":
    app(prog_name="olgu")
