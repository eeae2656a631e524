// Runs the library beside the page, so that the page never freezes.

import { loadPyodide } from "./pyodide/pyodide.mjs";

/** @returns {Promise<(name: string, given: string, language: string) => string>} */
async function start() {
  const [python, library] = await Promise.all([
    loadPyodide({ indexURL: new URL("pyodide/", import.meta.url).href }),
    fetch(new URL("library.zip", import.meta.url)).then(found => found.arrayBuffer()),
  ]);
  python.unpackArchive(new Uint8Array(library), "zip", { extractDir: "/library" });
  python.runPython("import sys; sys.path.insert(0, '/library')");
  return python.pyimport("samenwerkadvies_bridge").call;
}

const ready = start();

addEventListener("message", async ({ data: { id, name, given, language } }) => {
  try {
    const call = await ready;
    postMessage({ id, ...JSON.parse(call(name, JSON.stringify(given), language)) });
  } catch (error) {
    postMessage({ id, failure: String(error) });
  }
});
