"""How another application embeds the library: JSON in, JSON out, and one clear error for every bad input.

    python examples/embed.py < request.json

A request is one JSON object: {"naam": ..., "peildatum": ..., "feiten": {...}}. The answer is one JSON object too:
the assessment, or {"errors": [...]}, with exit code 2. Without standard input it answers two requests of its own.
"""

import json
import sys

from samenwerkadvies import Adviser, Assessment, InvalidFactsError

ADVISER = Adviser(language="nl")
"""Make it once; use it from as many threads as you like."""


def answer(request: str) -> tuple[int, str]:
    """Return an exit code and the answer to one request."""
    try:
        assessment = ADVISER.assess(json.loads(request))
    except json.JSONDecodeError as error:
        return 2, json.dumps({"errors": [{"code": "JSON", "place": "", "message": str(error)}]})
    except InvalidFactsError as error:
        problems = [
            {"code": p.code, "place": p.place, "message": p.message, "expected": p.expected, "hint": p.hint}
            for p in error.problems
        ]
        return 2, json.dumps({"errors": problems}, ensure_ascii=False, indent=2)
    return 0, assessment.to_json(indent=2)


GOOD = '{"naam": "Voorbeeld", "peildatum": "2026-01-01", "feiten": {"dragers_mo": 1, "thema_gevoelig": null}}'
BAD = '{"peildatum": "2026-01-01", "feiten": {"dragers_mo": "1", "erkenning": 4, "vergoedng_inzet": "geen"}}'


def main() -> int:
    """Answer standard input, or show what both kinds of request give."""
    if not sys.stdin.isatty() and (request := sys.stdin.read()).strip():
        code, text = answer(request)
        print(text)
        return code
    _, text = answer(GOOD)
    assessment = Assessment.from_json(text)
    print(f"{assessment.engine}: {', '.join(assessment.findings)}")
    _, text = answer(BAD)
    for problem in json.loads(text)["errors"]:
        print(f"{problem['place']}: {problem['message']} (verwacht: {problem['expected']})")
    return 0


if __name__ == "__main__":
    sys.exit(main())
