// Files from the device: a folder, or a zip. Only text of rules and scenarios comes in.

/** @typedef {import("./workbench.js").Files} Files */

const LARGEST = 5_000_000;
const OURS = /\.(yaml|yml|feature|md)$/i;

/** Whether a file in a folder can be called so. @param {string} path */
export function isName(path) {
  return OURS.test(path) && path.split("/").every(part => /^[\p{L}\p{N}_-][\p{L}\p{N} ._-]*$/u.test(part));
}

/** The texts in a folder, by their path in it, and what was left out. @param {File[]} chosen */
export async function inFolder(chosen) {
  /** @type {Files} */
  const files = {};
  const left = [];
  const ours = chosen.filter(each => OURS.test(each.name));
  if (ours.reduce((size, each) => size + each.size, 0) > LARGEST) throw new RangeError("too large");
  for (const each of chosen) {
    const path = each.webkitRelativePath.split("/").slice(1).join("/") || each.name;
    const text = ours.includes(each) && !/(^|\/)\./.test(path) ? await textOf(each) : null;
    if (text === null) left.push(path);
    else files[path] = text;
  }
  return { files, left };
}

/** The text in a file; null where it holds something else. @param {File} file */
async function textOf(file) {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer());
  } catch {
    return null;
  }
}

/** The same of a zip. @param {import("./workbench.js").Workbench} library @param {File | undefined} file */
export async function inZip(library, file) {
  if (!file || file.size > LARGEST) throw new RangeError("too large");
  const { files, left } = await library.unpack(toBase64(new Uint8Array(await file.arrayBuffer())));
  return { files: below(files), left };
}

/** Files without the folder around all of them: who zips a folder often zips that too. @param {Files} files @returns {Files} */
function below(files) {
  const [top, ...others] = new Set(Object.keys(files).map(path => path.slice(0, path.indexOf("/") + 1)));
  return top && !others.length ? Object.fromEntries(Object.entries(files).map(([path, text]) => [path.slice(top.length), text])) : files;
}

/** @param {Uint8Array} found */
function toBase64(found) {
  const parts = [];
  for (let at = 0; at < found.length; at += 0x8000) parts.push(String.fromCharCode(...found.subarray(at, at + 0x8000)));
  return btoa(parts.join(""));
}

/** @param {string} text */
export function fromBase64(text) {
  return Uint8Array.from(atob(text), letter => letter.charCodeAt(0));
}
