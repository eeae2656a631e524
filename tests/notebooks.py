"""Run the notebooks in examples, and write them anew with what they show: python tests/notebooks.py."""

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nbformat
from nbclient import NotebookClient

EXAMPLES = Path(__file__).parents[1] / "examples"
NOTEBOOKS = sorted(EXAMPLES.glob("*.ipynb"))
_VARIES = re.compile(r'<style>.*?</style>|src="data:[^"]*"|sha256:[0-9a-f]+', re.DOTALL)
"""What is not looked at: style, the bytes of an image (what it shows stands there in words), and a fingerprint."""


def read(path: Path) -> Any:
    """Return a notebook as it stands in its file."""
    return nbformat.read(path, as_version=4)


def run(path: Path) -> Any:
    """Return a notebook that has just been run, in its own folder."""
    notebook = read(path)
    client = NotebookClient(
        notebook,
        timeout=120,
        kernel_name="python3",
        resources={"metadata": {"path": str(path.parent)}},
        extra_arguments=["--HistoryManager.enabled=False"],
    )
    client.execute(env={**os.environ, "PYTHONWARNINGS": "default"})
    for cell in notebook.cells:
        cell.metadata = {}
    notebook.metadata = {"kernelspec": notebook.metadata["kernelspec"], "language_info": {"name": "python"}}
    return notebook


def shown(notebook: Any) -> Iterator[tuple[str, str]]:
    """Yield what each cell shows, with its name, without what varies."""
    for cell in notebook.cells:
        for output in cell.get("outputs", ()):
            found = output.get("data", {})
            text = found.get("text/html") or found.get("text/plain") or output.get("text", "")
            yield cell["id"], f"{output.get('name', '')}{_VARIES.sub('', text)}"


if __name__ == "__main__":
    for path in NOTEBOOKS:
        nbformat.write(run(path), path)
