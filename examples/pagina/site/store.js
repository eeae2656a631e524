// What this browser keeps: one case, and where its reader is. Nothing leaves the device.

/** @typedef {import("./adviser.js").Case} Case */
/** @typedef {import("./adviser.js").Agreement} Agreement */
/**
 * @typedef {{
 *   case: Case | null, plan: Agreement[], trail: Record<string, string[]>, skipped: string[], quick: boolean,
 *   language: "nl" | "en",
 * }} Kept
 */

/** A place in this browser, by its name. @template T @param {string} key */
export function place(key) {
  return {
    /** What was kept; null where nothing was, or where a browser forbids it. @returns {Partial<T> | null} */
    kept() {
      try {
        return JSON.parse(localStorage.getItem(key) ?? "null");
      } catch {
        return null; // or something else that is kept there: begin anew
      }
    },
    /** Keep it; false where that cannot be done. @param {T} found */
    keep(found) {
      try {
        localStorage.setItem(key, JSON.stringify(found));
        return true;
      } catch {
        return false;
      }
    },
    forget() {
      try {
        localStorage.removeItem(key);
      } catch {
        // nothing was kept
      }
    },
    /** Tell when another tab changed what is kept. @param {() => void} tell */
    onChange(tell) {
      addEventListener("storage", event => {
        if (event.key === key || event.key === null) tell();
      });
    },
  };
}

const PLACE = /** @type {ReturnType<typeof place<Kept>>} */ (place("samenwerkadvies"));
export const { keep, forget, onChange } = PLACE;

/** @param {string} [language] @returns {Kept} */
export function nothing(language) {
  return { case: null, plan: [], trail: {}, skipped: [], quick: false, language: language === "en" ? "en" : "nl" };
}

/** What was kept before; nothing where nothing was. @returns {Kept} */
export function kept() {
  const found = PLACE.kept();
  return { ...nothing(found?.language), ...found };
}
