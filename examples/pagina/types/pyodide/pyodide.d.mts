// What worker.js uses of Pyodide, which is fetched when the page is built.

interface Pyodide {
  unpackArchive(buffer: Uint8Array, format: "zip", options: { extractDir: string }): void;
  runPython(code: string): unknown;
  pyimport(name: string): any;
}

export function loadPyodide(options: { indexURL: string }): Promise<Pyodide>;
