"""Build as ``pyproject.toml`` says, and prepare the shipped ruleset in a wheel (``loading/prepared.py``)."""

import os
import subprocess
import sys
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

PREPARE = """
from samenwerkadvies.loading.prepared import prepare
from samenwerkadvies.loading.rulesets import read_ruleset

print(prepare(read_ruleset(None)), end="")
"""


class BuildWithRuleset(build_py):
    """Copy the modules, and let them load the rules that were copied beside them."""

    def run(self) -> None:
        """Build, and prepare the ruleset; not where the checkout itself is used, as its rules change."""
        super().run()
        if not self.editable_mode:
            built = Path(self.build_lib).absolute()
            path = os.pathsep.join(filter(None, (str(built), os.environ.get("PYTHONPATH"))))
            made = subprocess.run(
                [sys.executable, "-P", "-X", "utf8", "-c", PREPARE],
                check=True,
                stdout=subprocess.PIPE,
                env={**os.environ, "PYTHONPATH": path},
            )
            (built / "samenwerkadvies" / "rules" / "prepared.json").write_bytes(made.stdout)


setup(cmdclass={"build_py": BuildWithRuleset})
