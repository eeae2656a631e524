// Runs the library beside the page, so that the page never freezes. With the name `workbench` it runs the workbench.

import { loadPyodide } from "./pyodide/pyodide.mjs";

const isWorkbench = self.name === "workbench";

/** @param {string} name */
const packed = async name => new Uint8Array(await (await fetch(new URL(name, import.meta.url))).arrayBuffer());

/** @returns {Promise<(name: string, given: string, language: string) => string>} */
async function start() {
  const [python, ...archives] = await Promise.all([
    loadPyodide({ indexURL: new URL("pyodide/", import.meta.url).href }),
    packed("library.zip"),
    ...(isWorkbench ? [packed("workbench.zip")] : []),
  ]);
  for (const archive of archives) python.unpackArchive(archive, "zip", { extractDir: "/library" });
  python.runPython("import sys; sys.path.insert(0, '/library')");
  return python.pyimport(isWorkbench ? "samenwerkadvies_workbench" : "samenwerkadvies_bridge").call;
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
