"""The Python beside the page, which is no package: loaded from its file, on the msgspec that is installed."""

import importlib.util
import json
from pathlib import Path
from typing import Any

PAGE = Path(__file__).parents[1] / "examples" / "pagina"


def loaded(name: str) -> Any:
    """Return a module of the page."""
    found = importlib.util.spec_from_file_location(name, PAGE / f"{name}.py")
    assert found is not None
    assert found.loader is not None
    made = importlib.util.module_from_spec(found)
    found.loader.exec_module(made)
    return made


def called(module: Any, call: str, language: str = "nl", **given: object) -> Any:
    """Return the result of a call as the worker makes it, or what is wrong with what was given."""
    found = json.loads(module.call(call, json.dumps(given), language))
    return found["result"] if "result" in found else found["problems"]
