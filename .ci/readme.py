"""Print a command line of the README, or the output that it shows: python3 .ci/readme.py main|tests|output."""

import pathlib
import re
import sys

README = pathlib.Path(__file__).parents[1].joinpath("README.md").read_text("utf-8")
PLACES = {"main": r"<!-- main job -->\n```sh\n(.*?)\n```", "tests": r"<!-- tests -->\n```sh\n(.*?)\n```"}


def main(what: str) -> None:
    """Print what is asked."""
    if what == "output":
        shown = re.search(r"<!-- output -->\n```text\n(.*?)```", README, re.DOTALL)
    else:
        shown = re.search(PLACES[what], README, re.DOTALL)
    if shown is None:
        sys.exit(f"README.md has no block for {what}")
    sys.stdout.write(shown.group(1) if what == "output" else shown.group(1) + "\n")


main(sys.argv[1])
