"""``python -m servicemodel``: the command line, wherever the script of that name is not on the path."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line, or say which extra it needs."""
    try:
        from servicemodel.report.cli import main as run
    except ModuleNotFoundError as error:
        if (error.name or "").startswith("servicemodel"):
            raise  # ours is broken, not missing
        sys.exit(f"servicemodel: {error.name} is missing; the command line needs: pip install 'servicemodel[report]'")
    run(prog_name="servicemodel")


if __name__ == "__main__":
    main()
