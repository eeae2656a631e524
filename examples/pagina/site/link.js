// Answers in a link, after the `#`: what stands there is never sent to a server.

/** @typedef {import("./adviser.js").Case} Case */
/** @typedef {import("./adviser.js").Agreement} Agreement */
/** @typedef {{ case: Case, plan?: Agreement[] }} Sent */

const NAME = "antwoorden";
const VERSION = "1";
/** Some mail programs break a link that is longer. */
export const LONG = 2_000;

/** What cannot be read: `isNewer` where a newer page made it. */
export class BrokenLink extends Error {
  /** @param {boolean} isNewer */
  constructor(isNewer) {
    super("the link cannot be read");
    this.isNewer = isNewer;
  }
}

/** The link to this page with answers in it. @param {Sent} sent */
export async function linkTo(sent) {
  const text = new Blob([JSON.stringify(sent)]).stream();
  // with a sum at its end, so that a damaged link is noticed
  const bytes = new Uint8Array(await new Response(text.pipeThrough(new CompressionStream("deflate"))).arrayBuffer());
  const letters = btoa(Array.from(bytes, each => String.fromCharCode(each)).join(""));
  const data = letters.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
  return `${location.origin}${location.pathname}#/${NAME}/${VERSION}.${data}`;
}

/** The answers in the address, taken out of it; null where there are none. */
export function taken() {
  const [, name, data = ""] = location.hash.split("/");
  if (name !== NAME) return null;
  history.replaceState(null, "", `${location.pathname}${location.search}#/overzicht`);
  return data;
}

/** Read them. @param {string} data @param {number} most bytes @returns {Promise<Sent>} */
export async function readLink(data, most) {
  const [version, letters = ""] = data.replace(/%[0-9a-f]{2}/gi, "").split(".");
  if (version !== VERSION) throw new BrokenLink(/^\d+$/.test(version ?? "") && letters !== "");
  try {
    const whole = letters.replace(/[^\w-]/g, ""); // without what a mail program put in
    const bytes = atob(whole.replaceAll("-", "+").replaceAll("_", "/"));
    const packed = new Blob([Uint8Array.from(bytes, each => each.charCodeAt(0))]).stream();
    const text = await bounded(packed.pipeThrough(new DecompressionStream("deflate")), most);
    const sent = JSON.parse(text);
    if (typeof sent?.case !== "object") throw new BrokenLink(false);
    return sent;
  } catch {
    throw new BrokenLink(false);
  }
}

/** The text in a stream of at most so many bytes. @param {ReadableStream<Uint8Array<ArrayBuffer>>} stream @param {number} most */
async function bounded(stream, most) {
  const reader = stream.getReader();
  const found = [];
  for (let left = most; left >= 0;) {
    const { done, value } = await reader.read();
    if (done) return new Blob(found).text();
    found.push(value);
    left -= value.length;
  }
  await reader.cancel();
  throw new BrokenLink(false);
}
