"""Ask the registry whether what users need has wheels for their systems, so that nobody needs a compiler.

All that is needed at run time with what that needs in turn; on the newest Python also the extras of who writes policy.
Nothing is installed. ``durable`` is not asked for: it is an extra because it has no wheels.
"""

import itertools
import pathlib
import subprocess
import sys
import tempfile
import tomllib

SYSTEMS = {
    "Linux": ("manylinux2014_x86_64", "manylinux_2_17_x86_64", "manylinux_2_28_x86_64"),
    "macOS": ("macosx_11_0_arm64",),
    "Windows": ("win_amd64",),
}
PYTHONS = ("3.11", "3.12", "3.13", "3.14")

project = tomllib.loads(pathlib.Path(__file__).parents[1].joinpath("pyproject.toml").read_text("utf-8"))["project"]
groups = project["optional-dependencies"]
policy = [requirement for name in ("features", "frames", "excel", "plots") for requirement in groups[name]]
policy = [requirement for requirement in policy if not requirement.startswith(project["name"])]

for (system, platforms), python in itertools.product(SYSTEMS.items(), PYTHONS):
    wanted = [*project["dependencies"], *(policy if python == PYTHONS[-1] else ())]
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "pip", "install", "--quiet", "--dry-run", "--ignore-installed"]
        command += ["--only-binary=:all:", "--python-version", python, "--target", folder]
        command += [f"--platform={platform}" for platform in platforms]
        if subprocess.run([*command, *wanted], check=False).returncode:
            sys.exit(f"not everything has a wheel for Python {python} on {system}")
    print(f"wheels for Python {python} on {system}: {', '.join(wanted)}")
