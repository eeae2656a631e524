// Run pytest in Pyodide, under node: node pyodide.mjs PYODIDE LIBRARY CHECKOUT [an argument of pytest]...

import path from "node:path";
import { pathToFileURL } from "node:url";

const [pyodide, library, checkout] = process.argv.slice(2, 5).map(each => path.resolve(each));
const { loadPyodide } = await import(pathToFileURL(path.join(pyodide, "pyodide.mjs")).href);
const env = { HOME: "/home/pyodide", PYTHONDONTWRITEBYTECODE: "1", SAMENWERKADVIES_NOTHING_MISSING: "1" };
const python = await loadPyodide({ indexURL: pyodide + path.sep, env });
for (const [at, root] of Object.entries({ "/library": library, "/checkout": checkout })) {
  python.FS.mkdirTree(at);
  python.FS.mount(python.FS.filesystems.NODEFS, { root }, at);
}
python.globals.set("given", python.toPy(process.argv.slice(5)));
process.exitCode = python.runPython(`
import os, sys
sys.path.insert(0, "/library")
os.chdir("/checkout")
import pytest
int(pytest.main(given))
`);
