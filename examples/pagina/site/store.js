// What this browser keeps: one case, and where its reader is. Nothing leaves the device.

/** @typedef {import("./adviser.js").Case} Case */
/**
 * @typedef {{
 *   case: Case | null, trail: Record<string, string[]>, skipped: string[], quick: boolean, language: "nl" | "en",
 * }} Kept
 */

const KEY = "samenwerkadvies";

/** @param {string} language @returns {Kept} */
export function nothing(language) {
  return { case: null, trail: {}, skipped: [], quick: false, language: language === "en" ? "en" : "nl" };
}

/** What was kept before; nothing where nothing was, or where a browser forbids it. @returns {Kept} */
export function kept() {
  try {
    const found = JSON.parse(localStorage.getItem(KEY) ?? "null");
    if (found) return { ...nothing(found.language), ...found };
  } catch {
    // a browser that forbids it, or something else that is kept there: begin anew
  }
  return nothing("nl");
}

/** Keep it; false where that cannot be done. @param {Kept} found */
export function keep(found) {
  try {
    localStorage.setItem(KEY, JSON.stringify(found));
    return true;
  } catch {
    return false;
  }
}

/** Forget everything. */
export function forget() {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // nothing was kept
  }
}

/** Tell when another tab changed what is kept. @param {() => void} tell */
export function onChange(tell) {
  addEventListener("storage", event => {
    if (event.key === KEY || event.key === null) tell();
  });
}
