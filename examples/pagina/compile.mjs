// Do at build time what a browser need not: compile a folder of Python for the Python of Pyodide.
//
//     node compile.mjs PYODIDE FOLDER

import path from "node:path";
import { pathToFileURL } from "node:url";

const [pyodide, folder] = process.argv.slice(2).map(each => path.resolve(each));
const { loadPyodide } = await import(pathToFileURL(path.join(pyodide, "pyodide.mjs")).href);
const python = await loadPyodide({ indexURL: pyodide + path.sep, env: { HOME: "/home/pyodide", PYTHONHASHSEED: "0" } });
python.FS.mkdirTree("/lib-to-compile");
python.FS.mount(python.FS.filesystems.NODEFS, { root: folder }, "/lib-to-compile");
python.runPython(`
import compileall, py_compile
done = compileall.compile_dir(
    "/lib-to-compile", quiet=1, legacy=True, stripdir="/lib-to-compile",
    invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH,
)
if not done:
    raise SystemExit("not everything could be compiled")
`);
